# Forms of the room Edit.

form-fix = Mend…
    .hint = What would answer this, one click each

form-more = More…

form-drawer = Parts
    .spoken = Parts of the dataset
