### Edits that are kept for recovery: what a crash left, and why it can't be used.

# What would be restored. Standing is how the file stands: untitled (it has none), same, changed or gone; certain is "no" where it can't be told whether another window has it open.
recovery-offer = { $edits ->
    [0] { $name } itself, without further edits.
    [one] 1 edit of { $name } not saved.
   *[other] { $edits } edits of { $name } not saved.
 } { $standing ->
    [untitled] It was never saved.
    [same] The file is as it was before them.
    [changed] The file was changed since, so it opens as a recovered copy that needs a name of its own.
   *[gone] The file is no longer there, so it opens as a recovered copy that needs a name of its own.
 }{ $certain ->
    [no] {" "}Perhaps it is still open in another window.
   *[yes] {""}
 }
recovery-no-name-left = every name for it is taken
recovery-not-looked-for = { $folder }: edits that a crash may have left could not be looked for ({ $why }); check that you may read this folder
recovery-not-looked-at = { $journal }: unsaved edits of an earlier session could not be looked at ({ $why }); they stay there, and are tried again at the next start
recovery-newer = { $journal }: these unsaved edits were written by a newer version of Side by Side (format { $format }, this one reads up to { $known }); start that version to get them back
recovery-damaged = { $journal }: a journal of unsaved edits is damaged and can't be used; it is kept here and can be read as text
recovery-damaged-in-the-middle = { $journal }: this journal of { $name } is damaged in the middle; the edits before that are offered back, and all of it is kept here

# While the window is open.
recovery-stopped = The journal for recovery has stopped.
recovery-again = Edits are kept for recovery again.
recovery-trouble = Edits can't be kept for recovery now ({ $why }); go on, and save often. It is tried again by itself.
recovery-no-journal-name-left = every name for a journal is taken
recovery-open-elsewhere-unknown = Whether another window has { $file } open can't be told ({ $why }); take care that none has.
