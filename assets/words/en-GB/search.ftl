### Searching.

# Short forms that people type, and the words they stand for: each with a sign of equality, divided by semicolons.
search-short-forms = CLA = looked after children; LAC = looked after children; CIN = children in need; CP = child protection; DTOC = delayed transfers of care
