# Copies of the journal.
backup-title = Copies
backup-lead = A copy is made by itself once a day and while you write. Each is encrypted and opens like the journal.
backup-now = Make a copy now
backup-made = A copy was made and proved: { $path }
backup-none = There is no copy yet.
backup-differs = { $count ->
    [one] One thing differs
   *[other] { $count } things differ
}, on { $days ->
    [one] one day
   *[other] { $days } days
}.
backup-same = This copy says the same as the journal.
backup-compare = What differs
backup-restore = Bring it back
backup-restore-hint = A copy of what is there now is made first, and bringing back can be undone.
backup-drill = Try it
backup-days = Days that differ
restored = { $count ->
    [one] One thing brought back.
   *[other] { $count } things brought back.
}
drill-fine = This copy is whole: { $count } entries.
drill-found = { $found ->
    [one] One thing in this copy is not as it is meant to be.
   *[other] { $found } things in this copy are not as they are meant to be.
}
act-restore = a copy brought back
