# Practices with a timer.
support-title = Support
support-lead = Small practices, offline and in your own time. None of them is a treatment.
practice-begin = Begin
practice-pause = Pause
practice-on = Go on
practice-next = Next step
practice-end = End
practice-left = { $time } left
practice-minutes = Minutes
practice-pace-in = Seconds in
practice-pace-out = Seconds out
practice-before = How tense are you now?
practice-before-hint = If you like; it can stay empty.
practice-after = And now, how tense are you?
practice-done = That was { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
practice-keep = Save
practice-leave = Leave without saving
practice-kept = Saved in the journal.
practice-back = All practices
practice-step = Step { $nth } of { $of }
