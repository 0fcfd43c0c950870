# The frame: places, menu, first page, settings.
app = Daymark
place-today = Today
place-days = Days
place-trends = Trends
place-visit = Visit
place-settings = Settings
places = Places

menu-file = File
menu-edit = Edit
menu-go = Go
menu-help = Help
menu-export-pdf = Save the page as PDF
menu-export-csv = Export everything as CSV
menu-lock = Close the journal
menu-quit = Quit
menu-undo = Undo
menu-redo = Redo
menu-support-now = Support now
menu-help-open = Keyboard shortcuts

first-title = Welcome to Daymark
first-lead = A journal for your days, on this computer. A few answers a day become a page you can bring to your appointment.
first-here = Nothing leaves this computer unless you save a page or a backup yourself. There is no account and no network.
first-locked = What you write is encrypted, here and in every backup.
first-not-device = Daymark is not a medical device. It records, counts and draws; what it means is between you and your clinician.
first-country = Your country
first-country-hint = For emergency numbers, the size of a drink and of the paper.
first-begin = Begin
first-lock-title = A passphrase for your journal?
first-lock-lead = With one, your journal opens only for whoever knows it. Without one, it opens for anyone who can use your login on this computer, or who has a copy of its folder. You can change this at any time.
first-without = Begin without one
first-with = Use a passphrase
first-sheet-needed = Save the sheet first: without it, a forgotten passphrase would close your journal for good.
first-sheet-title = A sheet to keep
first-sheet-lead = This recovery sheet opens your journal if the passphrase or this computer is lost. Print it, keep it where you keep important papers, then delete the file.
first-sheet-later = It can wait until you feel up to it. You can make a new one in Settings at any time.
country-other = Another country

settings-title = Settings
settings-language = Language
settings-theme = Light or dark
theme-system = As the computer
theme-light = Light
theme-dark = Dark
settings-where = Your journal is in
settings-version = Daymark { $version }. Not a medical device.

saved = Saved
saved-at = Saved { $time }
undone = Undone: { $act }
redone = Redone: { $act }
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
undo = Undo
redo = Redo
close = Close
act-record = { $what } recorded
act-amend = { $what } changed
act-remove = { $what } removed
act-import = entries imported
act-visit = the page for the visit
act-preference = a setting
act-record-many = entries recorded

help-title = Keyboard shortcuts
help-digits = Answer a scale while it has the focus
help-clear = Take the answer of a scale back
help-arrows = Move along a scale or a chart
help-enter = Go on to the next question
help-places = Go to Today, Days, Trends, Scales, Treatment, Support, Visit
help-undo = Undo the last change, even after a restart
help-redo = Redo it
help-export = Save the page as PDF
help-support = Open Support now
help-find = Search the journal, or the settings
help-help = This page

stopped-title = Your journal is not open
stopped-kept = Nothing was changed.

place-support = Support
settings-day = Your day
settings-day-starts = A day ends at
settings-day-starts-hint = What you do before this time still belongs to the day before.
settings-clock = Times of day
clock-24 = 24 hours
clock-12 = am and pm
settings-text = Size of the text
text-percent = { $percent } %
settings-shorten = On a hard day, show less by itself
settings-late = Include days filled in later when looking for patterns
settings-late-hint = How you feel now can change what you remember, so days filled in later are left out unless you choose Yes.
settings-on = Yes
settings-off = No
settings-trackers-open = Open the trackers
act-make = { $what } added
act-tracker = { $what }: settings
act-pause = a pause
act-unpause = a pause removed
act-plan = a change to your plan
act-person = a person in Support
act-unperson = a person removed from Support
act-same = same as the day before

locked-title = Your journal is locked
closed-title = Your journal is closed
unlock-passphrase = Passphrase
unlock-open = Open
unlock-opening = Opening …
unlock-with-sheet = I have my recovery sheet
unlock-with-passphrase = I have my passphrase
unlock-code = The eight groups of your recovery sheet
unlock-code-hint = Spaces and dashes don’t matter.
help-lock = Close the journal at once
repair = Repair it
repair-lead = Daymark restores the newest undamaged backup and adds everything it can still read from the damaged file. The damaged file is kept.
repairing = Repairing …
repair-done = Your journal is whole again
repair-days-title = Days brought over from the damaged file
repair-open = Open it
notices = About your journal
fell-open = Open it again
trail-title = What Daymark did lately
trail-lead = This can help a developer fix a problem. It contains no word you typed and nothing from your journal. It isn’t sent anywhere; you can copy it.
settings-sections = Sections of the settings
settings-search = Search the settings
settings-found = { $count ->
    [0] No section has these words.
    [one] One section.
   *[other] { $count } sections.
}
about-title = About Daymark
about-licence-title = Licences
about-licence = Daymark is free software under the GNU Affero General Public License, version 3 or later. You may use, study, share and change it. It comes without any warranty.
about-sources = Questionnaires and practices name their source and licence where they are shown.
