### What the dataset holds and what is worked on, notices, and the dialog where a path is typed.

status-programmes = { $n ->
    [one] 1 programme
   *[other] { $n } programmes
 }
status-outcomes = { $n ->
    [one] 1 outcome
   *[other] { $n } outcomes
 }
status-busy = { $work }…
status-stopping = { $work }: stopping…
status-share = { $percent }%
status-stop = Stop
    .hint = Stop this; what was there before stays as it is
status-form = { $form ->
    [pair] { $n } before and after
    [change] { $n } change only
    [direction] { $n } up or down only
    [rating] { $n ->
        [one] 1 rating
       *[other] { $n } ratings
     }
    [part] { $n } part of a whole
    [single] { $n } one level
   *[series] { $n } series
 }
status-forms =
    .hint = Outcomes by form of evidence
status-cautions = { $cautions ->
    [one] 1 caution in the dataset
   *[other] { $cautions } cautions in the dataset
 }
status-findings = { $errors ->
    [one] { $cautions ->
        [one] 1 error, 1 caution in the dataset
       *[other] 1 error, { $cautions } cautions in the dataset
     }
   *[other] { $cautions ->
        [one] { $errors } errors, 1 caution in the dataset
       *[other] { $errors } errors, { $cautions } cautions in the dataset
     }
 }
    .hint = Show what is wrong or doubtful (F8 goes to the next)

notice-dismiss = Dismiss
notice-more = More…
    .hint = Read all of it in Help → Notices
notice-more-behind = { $n } more…

path-label = Path of the file:
path-replace = Replace the file that is there
path-there = A file named { $name } is there. Tick to replace it, or type another name.
path-why-typed = This desktop offers no file dialog, so the path is typed here.
path-cancel = Cancel
path-name-of-copy = copy.ron
path-name-of-dataset = dataset.ron
