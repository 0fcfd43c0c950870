# The page for the visit.
visit-title = Visit
visit-lead = The page you bring. The preview is what is printed.
visit-points = What I want to talk about
visit-point = Point { $number }
visit-point-hint = In your own words
visit-name = Name on the page
visit-name-hint = Left empty, no name is printed
visit-period = How far back
visit-days = { $days } days
visit-shows = What the page shows
visit-private = left out unless ticked, also of saved files
visit-notes = Notes to show
visit-notes-none = There are no notes in this period.
visit-preview = The page
save-pdf = Save as PDF
save-csv = Export everything as CSV
copy-text = Copy as text
copied = Copied as text
saved-to = Saved to { $path }

page-title = Daymark: the last { $days } days
page-title-name = Daymark: { $name }, the last { $days } days
page-recorded = { $n } of { $of } days recorded
page-paused = { $count ->
    [one] 1 day in a planned pause
   *[other] { $count } days in a planned pause
}
page-points = What I want to talk about
page-no-points = Nothing written down for this visit.
page-summary = In numbers
page-this = this period
page-before = the { $days } days before
page-charts = Day by day
page-changes = Changes
page-notes = Notes I chose
page-entries = What was recorded
page-few = { $values } ({ $counted }; too few for a median)
page-none = { $counted }
page-too-few = { $counted }; too few for a median
page-figure = { $summary }, { $counted }
page-median = median { $median } (IQR { $low }–{ $high })
page-n = n { $n }/{ $of }
page-scale = { $low } to { $high }
page-missing-glyphs = { $count ->
    [one] One character can’t be printed with the fonts of this page and is shown as ¤.
   *[other] { $count } characters can’t be printed with the fonts of this page and are shown as ¤.
}
page-method = Median and interquartile range (IQR); n is days with a value of days asked for. Days without an entry are left out, not counted as zero. A median needs entries on at least half of the days. Days of a planned pause are not counted where nothing was written; amounts a week rest on the days on which more than the first question and the night was answered.
page-footer = Self-recorded with Daymark { $version } for you and your clinician; not verified; not a medical device. { $period }. Made { $made }.
file-pdf = Daymark { $day }.pdf
file-csv = Daymark { $day } CSV
no-desktop = No desktop answered. The file is at { $path }
open-file = Open
print-file = Print
show-in-folder = Show in folder
save-sheet = Save the recovery sheet
