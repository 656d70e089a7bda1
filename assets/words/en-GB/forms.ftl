# Forms of the room Edit.

form-fix = Fix…
    .hint = What would answer this, one click each

form-told-below = Told in full below the form.

form-more = More…

form-drawer = Contents
    .spoken = Contents of the dataset
