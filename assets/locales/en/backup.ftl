# Backups of the journal.
backup-title = Backups
backup-lead = Daymark makes a backup once a day and while you write. Each one is encrypted and opens the same way as your journal.
backup-now = Make a backup now
backup-made = Backup made and checked: { $path }
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
backup-compare = Compare
backup-restore = Restore
backup-restore-hint = A backup of what is there now is made first, and bringing back can be undone.
backup-drill = Check it
backup-days = Days that differ
restored = { $count ->
    [one] One thing restored.
   *[other] { $count } things restored.
}
drill-fine = This backup is fine: { $count } entries.
drill-found = { $found ->
    [one] One problem found in this backup.
   *[other] { $found } problems found in this backup.
}
act-restore = a backup restored
backup-second = A second place
backup-second-lead = A stick or another disk. Each backup is put there too when it is connected.
backup-second-path = Its folder
backup-second-set = Use this folder
backup-second-off = Stop using it
backup-second-none = No backup is there yet.
backup-second-latest = The last backup there is of { $when }.
failure-not-a-folder = Daymark can’t find the folder “{ $path }”. Connect the stick first, then type the whole path, starting with /.
failure-folder-not-empty = { $path } holds something already. An earlier export there could hold what this one leaves out. Choose a new or empty folder.
failure-same-place = This is the journal’s own folder. Choose another disk, so that what happens to one leaves the other whole.

repair-from-copy = The backup of { $day }, { $time } was put in place.
repair-without-copy = There was no backup; what could be read was put into a new file.
repair-days = { $days ->
    [one] One day
   *[other] { $days } days
} recovered from the damaged file. This differs from the backup.
repair-unread = { $count ->
    [one] One entry
   *[other] { $count } entries
} in the damaged file could not be read; the version in the backup is used.
repair-kept = The damaged file is kept in { $path }.
act-repair = a repair

trash-title = Recently removed
trash-lead = What you removed in the last 30 days. You can restore it, or delete it for good.
trash-none = Nothing was removed in the last 30 days.
trash-entry = { $what }, { $day }
trash-when = Removed { $when }
trash-back = Restore
trash-erase = Delete for good
trash-sure = This can’t be undone. It is also taken out of every backup that can be reached now.
trash-yes = Yes, delete it
trash-no = No, leave it here
erased = Deleted, here and in every backup that can be reached.
erased-left = Deleted here. It may still be in { $count ->
    [one] one older file
   *[other] { $count } older files
} beside the journal (damaged or of an older format), and in backups kept elsewhere.

notice-read-only = Daymark can’t write to your journal’s folder, so nothing can be changed now. You can read everything and save backups elsewhere.
notice-cut-off = Daymark was stopped while it was saving. Have a look whether your last answer is there.
notice-synced = Your journal is in a folder that another program syncs with other computers. That can damage it. Move the journal out and put your backups there instead.
notice-zone = This computer does not say which time zone it is in, so Daymark takes all times as UTC. Set its time zone, then start Daymark again.
notice-network = Your journal is on another computer’s disk. If the connection breaks, the journal can be damaged. Keep it on this computer and put your backups there instead.
notice-no-copy = The last backup of your journal could not be made. { $why }
elsewhere-title = I have a backup
elsewhere-lead = On a new computer: type the code of your recovery sheet or your passphrase, then choose the folder or stick with the backup. Leave the field empty if the journal had no lock.
elsewhere-secret = Code or passphrase
elsewhere-choose = Choose the backup
backup-second-choose = Choose a folder
sheet-opens = Whoever has this file, or a print of it, can open your journal.
