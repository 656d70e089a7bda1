### The life of a document: opening, saving, what others do to its file, recovered edits, and the questions about them.

# What a question to the reader can be answered by, and what the bar above the rooms offers.
session-cancel = Cancel
session-save = Save
session-discard = Discard
session-save-as = Save as…
session-save-mine-as = Save mine as…
session-take-theirs = Take theirs
session-keep-mine = Keep mine…
session-try-again = Try again
session-close = Close
session-save-there-again = Save it there again

# Before edits would be lost.
session-unsaved-title = Save the edits of { $name }?
session-unsaved-since-saved = The edits since { $name } was saved would be lost.
session-unsaved-never-saved = { $name } was never saved, and would be lost.
session-unsaved-last-edit = The last edit: { $edit }.
session-unsaved-typed-after = It is asked about after saving.
session-typed-title = Lose what was typed in { $name }?
session-typed-what-to-do = Cancel to fix it in the room Edit; discard to go on without it.
session-typed-not-saved = { $texts ->
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
session-typed-not-in-the-file = { $texts ->
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
session-intend-new = An empty dataset is to be begun.
session-intend-built-in = The built-in dataset is to be opened.
session-intend-open = { $name } is to be opened.
session-intend-revert = { $name } is to be opened again as it was saved.
session-intend-imported = What was imported is to be opened as a new dataset.
session-intend-restore = Recovered edits are to be opened.
session-intend-quit = The window is to be closed.

# What came with a newer format.
format-views = kept views
format-statistics = official statistics
format-regions = regions
format-links = links to official statistics

# Before saving.
session-errors-title = { $errors ->
    [one] Save { $name } with 1 error?
   *[other] Save { $name } with { $errors } errors?
 }
session-errors-meaning = It is saved whole, and opens again to be fixed. Until then no figure can be made of the file, and the command line refuses it.
session-errors-where = The list of findings in the room Edit says what is wrong (F8 goes from one to the next).
session-errors-save = Save with errors
session-format-title = Save { $name } so that older versions can't open it?
session-format-meaning = It holds { $what }, which came with format { $format } of datasets. A copy of Side by Side from before says that the file is too new for it.
session-format-older = Without { $what } it is saved as before, and everyone can open it. This is asked once.
session-format-save = Save in the new format
session-format-of-copy = It is written in format { $format }, because it holds { $what }: older versions of Side by Side can't open it
session-comments-title = Save { $name } without its comments?
session-comments-meaning = The file was written by hand: it has comments, the first in line { $line }, column { $column }. Saving writes the dataset anew, and comments would be lost.
session-comments-backup = The file as it is now is kept once as { $name }.bak. Saving under another name leaves it alone.
session-comments-save = Save without comments

# Before opening.
session-elsewhere-title = { $name } is open in another window
session-elsewhere-meaning = It is open in another window of Side by Side. Changes there will be noticed here, and none is written over unseen.
session-elsewhere-read-only = Open read-only
session-elsewhere-anyway = Open anyway
session-fix-title = { $errors ->
    [one] { $name } has 1 error
   *[other] { $name } has { $errors } errors
 }
session-fix-first = Line { $line }, column { $column }: { $sentence }; { $fix }.
session-fix-meaning = It can be opened to be fixed. Figures of what is wrong may be missing until then.
session-fix-open = Open anyway to fix it

# When someone else saved the same file.
session-theirs-title = Take theirs, and lose your edits?
session-theirs-lost = { $edits ->
    [one] 1 unsaved edit of { $name } would be lost. Save them under another name to keep both.
   *[other] { $edits } unsaved edits of { $name } would be lost. Save them under another name to keep both.
 }
session-mine-title = Write over what someone else saved in { $name }?
session-mine-write = Write mine over theirs
session-mine-newer = { $name } was changed again while this question was open. Nothing is written before you have seen it; what follows is what was shown before.
session-mine-show-newer = Show what differs now
session-mine-same = { $name } holds the same dataset, written differently.
session-mine-parts = These parts of theirs would be as they are here:
session-mine-more-parts = and { $n } more, which the bar lists.
session-mine-not-readable = What they wrote can't be opened, so what differs can't be told: { $why }.
session-mine-comments = Comments in theirs would be lost from the file.
session-mine-backup = Their version is kept once, as { $backup } beside it, in place of any backup before.
session-bullet = • { $line }

# Recovered edits.
session-restore-title = Restore edits that may be open elsewhere?
session-restore-uncertain = { $offer } Whether another window has them open can't be told on this file system; restore them only if none has.
session-restore = Restore
session-restore-spoken = Restore { $name }
session-discard-title = Discard the edits of { $name }?
session-discard-for-ever = They can't be brought back afterwards.
session-discard-perhaps-open = Perhaps they are still open in another window.
session-discard-keep = Keep them
session-discard-for-good = Discard for good
session-discard-ask = Discard…
session-discard-ask-spoken = Discard { $name }…
session-discarded = The unsaved edits of { $name } were discarded.
session-not-discarded = The unsaved edits of { $name } could not be discarded ({ $why }); they are offered again.
session-offers-title = Unsaved edits were found
session-offers-meaning = Side by Side ended before these edits were saved. Restored edits open as unsaved; nothing is written to a file until you save.
session-offers-several = Restore or discard them one after the other; what is open and unsaved is asked about before another takes its place.
session-offers-not-now = Not now
session-offers-again = They are offered again at the next start.
session-offer-last-edit = The last edit was made { $when }.
session-offer-more-edits = { $n } more
session-offer-an-edit = An edit
session-moment-today = at { $time }
session-moment-before = on { $date } at { $time }
session-not-rebuilt-kept = The edits of { $name } could not be made again ({ $why }); their journal is kept in { $path }.
session-not-rebuilt-stays = The edits of { $name } could not be made again ({ $why }); their journal stays where it is ({ $fault }).
session-recovered-file-name = { $name } (recovered).ron
session-recovered-copy-name = recovered copy of { $name }
session-restored = Restored the unsaved edits of { $name }.
session-restored-open-elsewhere = The file is open in another window of Side by Side; changes there will be noticed.
session-restored-copy = The file is not what it was, so this is a copy that needs a name of its own.
session-restore-stopped = Stopped; the unsaved edits are offered again.
session-not-restored = Not restored, because something else was edited meanwhile; it is offered again.

# The bar above the rooms: a save that failed, or what happened to the file.
session-bar-not-saved = { $remark } { $why }.
session-not-saved = Not saved.
session-not-saved-edits-are-here = Not saved; your edits are still here.
session-bar-vanished = { $name } was moved or deleted by someone else.
session-bar-vanished-meaning = What is open here is all there is of it until it is saved.
session-bar-unreachable = { $name } can't be reached: { $why }.
session-bar-unreachable-meaning = What is open stays open and can be edited; saving waits until the file is back, or takes another name.
session-bar-changed = { $name } was changed by someone else.
session-bar-changed-when = { $name } was changed by someone else { $when }.
session-bar-take-theirs = Take theirs opens what they saved.
session-bar-take-theirs-asks = Take theirs opens what they saved; your unsaved edits would be lost, so it asks first.
session-bar-keep-mine = Keep mine writes over it, and asks first; theirs is kept as { $backup }.
session-bar-same = It holds the same dataset as is open here, written differently.
session-bar-not-readable = What they wrote can't be opened: { $why }.
session-unreachable-no-file = something that is no file stands in its place
session-unreachable-no-folder = its folder is gone; perhaps a network drive is not connected
session-marked-read-only = { $name } was marked as read-only by someone else; edits can be saved under another name.

# What was opened, or not.
session-not-opened = Not opened; what was open stays open.
session-not-opened-asking = Not opened, because a question was open: { $path }.
session-last-not-opened = What was open last could not be opened, so the built-in dataset is open. { $why }
session-opened = Opened { $name }.
session-reverted = { $name } is as it was saved.
session-theirs-taken = { $name } is as others left it.
session-opened-with-errors = { $errors ->
    [one] It has 1 error to fix (F8 goes to the first).
   *[other] It has { $errors } errors to fix (F8 goes to the first).
 }
session-opened-read-only = It is open to read only, because another window has it open.

# What was saved, or not.
session-saved-already = { $name } is saved already.
session-saved = Saved { $path }
session-saved-with-errors = { $errors ->
    [one] It has 1 error to fix
   *[other] It has { $errors } errors to fix
 }
session-file-holds-all = The file holds all numbers, also those that are suppressed on screen; do not publish it.
session-saved-go-there = Go there
session-not-saved-as = Not saved as { $path }, because the save before it failed; save it there again.
session-save-stopped = Saving was stopped; the file is as it was, and your edits are still here.
session-not-saved-because = Not saved. { $why }
session-not-saved-open-elsewhere = { $path }: this file is open in another window of Side by Side, so nothing was written; choose another name

# Files that were open lately.
session-recent = Open recent
session-recent-end-of-folder = …{ $end }
session-recent-gone = no longer there
session-recent-gone-spoken = { $name }, no longer there
session-recent-spoken = { $name }, in { $folder }
session-imported = { $statistics ->
    [one] 1 statistic was imported.
   *[other] { $statistics } statistics were imported.
} The dataset is not saved yet.
