### Why a file was not written, and what to do about it. Each says the file first; who shows them adds the full stop.

storage-exists = { $path }: the file is there already, so nothing was written; choose another name or { storage-exists-force }
storage-exists-force = ask for it to be replaced (--force)
storage-no-folder = { $folder }: there is no such folder to write in; make it first or choose another one
storage-not-a-file = { $path }: this names a folder and not a file; add a file name
storage-broken-link = { $path }: this is a link that leads nowhere ({ $why }), so nothing was written; choose another name
storage-read-only = { $path }: the file is marked as read-only, so nothing was written; save under another name, or allow writing to it
storage-changed-by-others = { $path }: the file was changed by someone else since it was opened, so nothing was written; look at what differs, or save under another name
storage-vanished = { $path }: the file was moved or deleted by someone else since it was opened, so nothing was written; save it anew, here or under another name
storage-backup = { $path }: the previous version could not be kept under this name ({ $why }), so nothing was written; { $fix }
storage-write = { $path }: the file could not be written ({ $why }); { $fix }
storage-no-files-there = { $folder }: no file can be made in this folder, because the system keeps it for itself; choose another folder

# The same where nothing refused it: whoever waited for it stopped it.
storage-stopped = { $path } was not written: it was stopped

# What the operating system said ("why" above), where it is known what it means.
storage-told-no-permission = you have no permission for it
storage-told-only-read = this drive can only be read
storage-told-no-room = there is no room left on the disk
storage-told-no-share = your share of the disk is used up
storage-told-nothing-there = there is nothing of that name
storage-told-name = the name is too long, or has letters that are not allowed

# What to do where the operating system refused: the "fix" above.
storage-fix-no-room = make room on the disk, or save in another folder, and try again
storage-fix-too-large = this disk takes no file of that size; save in another folder
storage-fix-not-allowed = check that you may write in this folder and that no other program holds the file, or save in another folder
storage-fix-name-too-long = choose a shorter name
storage-fix-folder = a folder has this name; choose another one
storage-fix-not-there = check that the folder is still there and the drive connected, or save in another folder
storage-fix-other = check that there is room and that you may write there

# A remark after a file was saved.
storage-unsettled = The file is written, but its folder could not be brought to the disk ({ $why }); save once more before you switch off
