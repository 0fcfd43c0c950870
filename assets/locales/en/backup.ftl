# Backups of the journal.
backup-title = Backups
backup-lead = A backup is made by itself once a day and while you write. Each is encrypted and opens like the journal.
backup-now = Make a backup now
backup-made = A backup was made and proved: { $path }
backup-none = There is no backup yet.
backup-differs = { $count ->
    [one] One thing differs
   *[other] { $count } things differ
}{ $days ->
    [0] ; all days are the same
    [one] , on one day
   *[other] , on { $days } days
}.
backup-same = This backup says the same as the journal.
backup-compare = What differs
backup-restore = Bring it back
backup-restore-hint = A backup of what is there now is made first, and bringing back can be undone.
backup-drill = Try it
backup-days = Days that differ
restored = { $count ->
    [one] One thing brought back.
   *[other] { $count } things brought back.
}
drill-fine = This backup is whole: { $count } entries.
drill-found = { $found ->
    [one] One thing in this backup is not as it is meant to be.
   *[other] { $found } things in this backup are not as they are meant to be.
}
act-restore = a backup brought back
backup-second = A second place
backup-second-lead = A stick or another disk. Each backup is put there too when it is connected.
backup-second-path = Its folder
backup-second-set = Use this folder
backup-second-off = Use it no more
backup-second-none = No backup is there yet.
backup-second-latest = The last backup there is of { $when }.
failure-not-a-folder = “{ $path }” is not a folder that can be found now. Type its whole path, from the / at its beginning; connect the stick first.
failure-folder-not-empty = { $path } holds something already. An earlier export there could hold what this one leaves out. Choose a new or empty folder.
failure-same-place = This is the journal’s own folder. Choose another disk, so that what happens to one leaves the other whole.

repair-from-copy = The backup of { $day }, { $time } was put in place.
repair-without-copy = There was no backup; what could be read was put into a new file.
repair-days = { $days ->
    [one] One day
   *[other] { $days } days
} of the damaged file could be read and brought over; they differ from the backup.
repair-unread = { $count ->
    [one] One entry
   *[other] { $count } entries
} of the damaged file could not be read; what the backup says of them stands.
repair-kept = The damaged file is kept in { $path }.
act-repair = a repair

trash-title = Removed lately
trash-lead = What you removed in the last 30 days. It can come back, or be forgotten for good.
trash-none = Nothing was removed in the last 30 days.
trash-entry = { $what }, { $day }
trash-when = Removed { $when }
trash-back = Bring it back
trash-erase = Forget for good
trash-sure = This can’t be undone. It is also taken out of every backup that can be reached now.
trash-yes = Yes, forget it
trash-no = No, leave it here
erased = Forgotten, here and in every backup that can be reached.
erased-left = Forgotten here. It may still be in { $count ->
    [one] one older file
   *[other] { $count } older files
} beside the journal (damaged or of an older format), and in backups kept elsewhere.
act-erase = an entry forgotten

notice-read-only = The place of your journal can’t be written to, so nothing can be changed now. You can read everything and save backups elsewhere.
notice-cut-off = Daymark was stopped while it was saving. Have a look whether your last answer is there.
notice-synced = Your journal lies in a folder that another program keeps in step with other computers. Two programs writing to it can damage it: move the journal out and let the backups go there instead.
notice-zone = This computer does not say which time zone it is in, so Daymark takes all times as UTC. Set its time zone, then start Daymark again.
notice-network = Your journal lies on another computer’s disk. A connection that breaks can damage it: keep it on this computer and let the backups go there instead.
notice-no-copy = The last backup of your journal could not be made. { $why }
