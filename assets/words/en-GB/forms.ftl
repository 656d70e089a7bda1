# Forms of the room Edit.

form-fix = Fix…
    .hint = What would answer this, one click each

form-more = More…

form-drawer = Contents
    .spoken = Contents of the dataset
