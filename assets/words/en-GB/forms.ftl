# Forms of the room Edit.

form-mend = Mend…
    .hint = What would answer this, one click each
