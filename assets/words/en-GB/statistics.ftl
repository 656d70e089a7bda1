# Official statistics compared.
statistics-break = The series breaks between the two dates: { $why }
statistics-two-releases = The two levels come from two releases, so that a revision may be part of the change.
statistics-gap = { $period }: { $reason }.
