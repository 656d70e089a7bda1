### The life of a document: opening, saving, what others do to its file, recovered edits, and the questions about them.

# What a question to the reader can be answered by, and what the bar above the rooms offers.
life-cancel = Cancel
life-save = Save
life-discard = Discard
life-save-as = Save as…
life-save-mine-as = Save mine as…
life-take-theirs = Take theirs
life-keep-mine = Keep mine…
life-try-again = Try again
life-close = Close
life-save-there-again = Save it there again

# Before edits would be lost.
life-unsaved-title = Save the edits of { $name }?
life-unsaved-since-saved = The edits since { $name } was saved would be lost.
life-unsaved-never-saved = { $name } was never saved, and would be lost.
life-unsaved-last-edit = The last edit: { $edit }.
life-unsaved-typed-after = It is asked about after saving.
life-typed-title = Lose what was typed in { $name }?
life-typed-what-to-do = Cancel to mend it in the room Edit; discard to go on without it.
life-typed-not-saved = { $texts ->
    [0] { $begun ->
        [one] A new outcome that was begun can't be saved.
       *[other] { $begun } new outcomes that were begun can't be saved.
     }
    [one] { $begun ->
        [0] 1 typed text that is not understood yet can't be saved.
        [one] 1 typed text that is not understood yet and a new outcome that was begun can't be saved.
       *[other] 1 typed text that is not understood yet and { $begun } new outcomes that were begun can't be saved.
     }
   *[other] { $begun ->
        [0] { $texts } typed texts that are not understood yet can't be saved.
        [one] { $texts } typed texts that are not understood yet and a new outcome that was begun can't be saved.
       *[other] { $texts } typed texts that are not understood yet and { $begun } new outcomes that were begun can't be saved.
     }
 }
life-typed-not-in-the-file = { $texts ->
    [0] { $begun ->
        [one] Not in the file: a new outcome that was begun
       *[other] Not in the file: { $begun } new outcomes that were begun
     }
    [one] { $begun ->
        [0] Not in the file: 1 typed text that is not understood yet
        [one] Not in the file: 1 typed text that is not understood yet and a new outcome that was begun
       *[other] Not in the file: 1 typed text that is not understood yet and { $begun } new outcomes that were begun
     }
   *[other] { $begun ->
        [0] Not in the file: { $texts } typed texts that are not understood yet
        [one] Not in the file: { $texts } typed texts that are not understood yet and a new outcome that was begun
       *[other] Not in the file: { $texts } typed texts that are not understood yet and { $begun } new outcomes that were begun
     }
 }
life-intend-new = An empty dataset is to be begun.
life-intend-built-in = The built-in dataset is to be opened.
life-intend-open = { $name } is to be opened.
life-intend-revert = { $name } is to be opened again as it was saved.
life-intend-restore = Recovered edits are to be opened.
life-intend-quit = The window is to be closed.

# Before saving.
life-errors-title = { $errors ->
    [one] Save { $name } with 1 error?
   *[other] Save { $name } with { $errors } errors?
 }
life-errors-meaning = It is saved whole, and opens again to be mended. Until then no figure can be made of the file, and the command line refuses it.
life-errors-where = The list of findings in the room Edit says what is wrong (F8 goes from one to the next).
life-errors-save = Save with errors
life-comments-title = Save { $name } without its comments?
life-comments-meaning = The file was written by hand: it has comments, the first in line { $line }, column { $column }. Saving writes the dataset anew, and comments would be lost.
life-comments-backup = The file as it is now is kept once as { $name }.bak. Saving under another name leaves it alone.
life-comments-save = Save without comments

# Before opening.
life-elsewhere-title = { $name } is open in another window
life-elsewhere-meaning = It is open in another window of Side by Side. Changes there will be noticed here, and none is written over unseen.
life-elsewhere-read-only = Open read-only
life-elsewhere-anyway = Open anyway
life-mend-title = { $errors ->
    [one] { $name } has 1 error
   *[other] { $name } has { $errors } errors
 }
life-mend-first = Line { $line }, column { $column }: { $sentence }; { $mend }.
life-mend-meaning = It can be opened to be mended. Figures of what is wrong may be missing until then.
life-mend-open = Open anyway to mend

# When someone else saved the same file.
life-theirs-title = Take theirs, and lose your edits?
life-theirs-lost = { $edits ->
    [one] 1 unsaved edit of { $name } would be lost. Save them under another name to keep both.
   *[other] { $edits } unsaved edits of { $name } would be lost. Save them under another name to keep both.
 }
life-mine-title = Write over what someone else saved in { $name }?
life-mine-write = Write mine over theirs
life-mine-newer = { $name } was changed again while this question was open. Nothing is written before you have seen it; what follows is what was shown before.
life-mine-show-newer = Show what differs now
life-mine-same = { $name } holds the same dataset, written differently.
life-mine-parts = These parts of theirs would be as they are here:
life-mine-more-parts = and { $n } more, which the bar lists.
life-mine-not-readable = What they wrote can't be opened, so what differs can't be told: { $why }.
life-mine-comments = Comments in theirs would be lost from the file.
life-mine-backup = Their version is kept once, as { $backup } beside it, in place of any backup before.
life-bullet = • { $line }

# Recovered edits.
life-restore-title = Restore edits that may be open elsewhere?
life-restore-uncertain = { $offer } Whether another window has them open can't be told on this file system; restore them only if none has.
life-restore = Restore
life-restore-spoken = Restore { $name }
life-discard-title = Discard the edits of { $name }?
life-discard-for-ever = They can't be brought back afterwards.
life-discard-perhaps-open = Perhaps they are still open in another window.
life-discard-keep = Keep them
life-discard-for-good = Discard for good
life-discard-ask = Discard…
life-discard-ask-spoken = Discard { $name }…
life-discarded = The unsaved edits of { $name } were discarded.
life-not-discarded = The unsaved edits of { $name } could not be discarded ({ $why }); they are offered again.
life-offers-title = Unsaved edits were found
life-offers-meaning = Side by Side ended before these edits were saved. Restored edits open as unsaved; nothing is written to a file until you save.
life-offers-several = Restore or discard them one after the other; what is open and unsaved is asked about before another takes its place.
life-offers-not-now = Not now
life-offers-again = They are offered again at the next start.
life-offer-last-edit = The last edit was made { $when }.
life-offer-more-edits = { $n } more
life-offer-an-edit = An edit
life-moment-today = at { $time }
life-moment-before = on { $date } at { $time }
life-not-rebuilt-kept = The edits of { $name } could not be made again ({ $why }); their journal is kept in { $path }.
life-not-rebuilt-stays = The edits of { $name } could not be made again ({ $why }); their journal stays where it is ({ $fault }).
life-recovered-file-name = { $name } (recovered).ron
life-recovered-copy-name = recovered copy of { $name }
life-restored = Restored the unsaved edits of { $name }.
life-restored-open-elsewhere = The file is open in another window of Side by Side; changes there will be noticed.
life-restored-copy = The file is not what it was, so this is a copy that needs a name of its own.
life-restore-stopped = Stopped; the unsaved edits are offered again.
life-not-restored = Not restored, because something else was edited meanwhile; it is offered again.

# The bar above the rooms: a save that failed, or what happened to the file.
life-bar-not-saved = { $remark } { $why }.
life-not-saved = Not saved.
life-not-saved-edits-are-here = Not saved; your edits are still here.
life-bar-vanished = { $name } was moved or deleted by someone else.
life-bar-vanished-meaning = What is open here is all there is of it until it is saved.
life-bar-unreachable = { $name } can't be reached: { $why }.
life-bar-unreachable-meaning = What is open stays open and can be edited; saving waits until the file is back, or takes another name.
life-bar-changed = { $name } was changed by someone else.
life-bar-changed-when = { $name } was changed by someone else { $when }.
life-bar-take-theirs = Take theirs opens what they saved.
life-bar-take-theirs-asks = Take theirs opens what they saved; your unsaved edits would be lost, so it asks first.
life-bar-keep-mine = Keep mine writes over it, and asks first; theirs is kept as { $backup }.
life-bar-same = It holds the same dataset as is open here, written differently.
life-bar-not-readable = What they wrote can't be opened: { $why }.
life-unreachable-no-file = something that is no file stands in its place
life-unreachable-no-folder = its folder is gone; perhaps a network drive is not connected
life-marked-read-only = { $name } was marked as read-only by someone else; edits can be saved under another name.

# What was opened, or not.
life-not-opened = Not opened; what was open stays open.
life-not-opened-asking = Not opened, because a question was open: { $path }.
life-last-not-opened = What was open last could not be opened, so the built-in dataset is open. { $why }
life-opened = Opened { $name }.
life-reverted = { $name } is as it was saved.
life-theirs-taken = { $name } is as others left it.
life-opened-with-errors = { $errors ->
    [one] It has 1 error to mend (F8 goes to the first).
   *[other] It has { $errors } errors to mend (F8 goes to the first).
 }
life-opened-read-only = It is open to read only, because another window has it open.

# What was saved, or not.
life-saved-already = { $name } is saved already.
life-saved = Saved { $path }
life-saved-with-errors = { $errors ->
    [one] It has 1 error to mend
   *[other] It has { $errors } errors to mend
 }
life-file-holds-all = The file holds all numbers, also those that are suppressed on screen; do not publish it.
life-saved-go-there = Go there
life-not-saved-as = Not saved as { $path }, because the save before it failed; save it there again.
life-save-stopped = Saving was stopped; the file is as it was, and your edits are still here.
life-not-saved-because = Not saved. { $why }
life-not-saved-open-elsewhere = { $path }: this file is open in another window of Side by Side, so nothing was written; choose another name

# Files that were open lately.
life-recent = Open recent
life-recent-end-of-folder = …{ $end }
life-recent-gone = no longer there
life-recent-gone-spoken = { $name }, no longer there
life-recent-spoken = { $name }, in { $folder }
