### The form of an outcome's benchmark: whose figure it is, what it is, and over what time.

benchmark-form = Benchmark

## What kind of figure it is.

benchmark-form-none = None
    .hint = The source names no figure to hold it against.
benchmark-form-level = A level
    .hint = Such as a national average of 62.
benchmark-form-change = A change
    .hint = Such as a national rise of 3%.
benchmark-form-unsigned = A change, sign not stated
    .hint = The source says how much and not which way; it is told in words and never drawn.
benchmark-form-direction = A direction
    .hint = Only which way it went.

## Its fields.

benchmark-form-of = Whose figure it is
    .hint = national average
benchmark-form-value = Its figure
    .hint = 62, up 3%, fell
    .asked = Write its figure.
benchmark-form-over = Over or at what time
    .hint = 2016/17
benchmark-form-no-benchmark = there is no benchmark
    .fix = choose what it is
