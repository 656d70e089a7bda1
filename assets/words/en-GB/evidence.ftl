### What an outcome was compared with, and what that comparison is worth.

evidence-bad-moment = The starting point was a bad moment; what is at its worst tends to improve anyway, with or without a programme.
evidence-compared-with-itself = Compared with itself, before and after.
evidence-compared-with-benchmark = Compared with itself, and with a benchmark that the source states.
evidence-compared-with-comparators = Compared with others that were measured over the same time.
evidence-compared-with-nothing = There is no comparison to grade.
evidence-maryland = Level { $level } of 5 on the Maryland Scientific Methods Scale, as reported here. It grades the comparison, not how sure one may be.
evidence-maryland-none = Not applicable on the Maryland Scientific Methods Scale.
