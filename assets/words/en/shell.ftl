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
menu-export-csv = Save everything as CSV
menu-quit = Quit
menu-undo = Undo
menu-redo = Redo
menu-help-open = What the keys do

first-title = Welcome to Daymark
first-lead = A journal for your days, on this computer. A few answers a day become a page you can bring to your appointment.
first-here = Nothing leaves this computer unless you save a page or a copy yourself. There is no account and no network.
first-locked = What you write is encrypted. For now its key lies beside it, so anyone who can use your login on this computer can open it.
first-not-device = Daymark is not a medical device. It records, counts and draws; what it means is between you and your clinician.
first-country = Your country
first-country-hint = For the size of a drink and of the paper.
first-begin = Begin
country-other = Another country

settings-title = Settings
settings-theme = Light or dark
theme-system = As the computer
theme-light = Light
theme-dark = Dark
settings-where = Your journal is in
settings-version = Daymark { $version }. Not a medical device.

saved = Saved
saved-at = Saved { $time }
undone = Taken back: { $act }
redone = Done again: { $act }
nothing-to-undo = There is nothing to take back.
nothing-to-redo = There is nothing to do again.
undo = Undo
redo = Redo
close = Close
act-record = { $what } recorded
act-amend = { $what } changed
act-remove = { $what } removed
act-import = entries brought in
act-visit = the page for the visit
act-preference = a setting
act-record-many = entries recorded
act-demo = made-up entries

help-title = What the keys do
help-digits = Answer a scale while it has the focus
help-arrows = Move along a scale or a chart
help-places = Go to Today, Days, Trends, Visit
help-undo = Take back the last thing, also after a restart
help-redo = Do it again
help-export = Save the page as PDF
help-help = This page

stopped-title = Your journal is not open
stopped-kept = Nothing was changed.
