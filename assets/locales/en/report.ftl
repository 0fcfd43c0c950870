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
visit-larger = See it larger
save-pdf = Save as PDF
save-csv = Export everything as CSV
copy-text = Copy as text
copied = Copied as text
saved-to = Saved to { $path }

page-recorded = { $n } of { $of } days recorded
page-paused = { $count ->
    [one] 1 day in a planned pause
   *[other] { $count } days in a planned pause
}
page-points = What I want to talk about
page-no-points = Nothing written down for this visit.
page-notes = Notes I chose
page-entries = What was recorded
page-scale = { $low } to { $high }
page-missing-glyphs = { $count ->
    [one] One character can’t be printed with the fonts of this page and is shown as ¤.
   *[other] { $count } characters can’t be printed with the fonts of this page and are shown as ¤.
}
page-footer = Self-recorded with Daymark { $version } for you and your clinician; not verified; not a medical device. { $period }. Made { $made }.
file-pdf = Daymark { $day }.pdf
file-csv = Daymark { $day } CSV
no-desktop = No desktop answered. The file is at { $path }
open-file = Open
print-file = Print
show-in-folder = Show in folder
save-sheet = Save the recovery sheet
page-title = The last { $days } days
page-title-since = Since the visit on { $day }
page-title-less = A copy without names and dates
page-for = for { $who }
page-day-n = Day { $n }
page-less-identifying = This copy leaves out names, dates and own words.
page-changes = What changed
page-score-first = first recorded
page-score-last-visit = at the last visit
page-score-before = before this period
page-score-now = now
page-last-visit = last visit
page-period-begins = this period
page-days = Day by day
page-before-word = before
page-now-word = since
page-summary = In numbers
page-seldom = Recorded too seldom for a figure: { $list }.
page-taken = taken
page-skipped = not taken
page-unknown = not recorded
page-taken-count = { $count } taken
page-skipped-count = { $count } not taken
page-unknown-count = { $count } not recorded
page-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
}
page-effect-note = thickness: how much it bothers
page-helped = What helped
page-hard = What was hard
page-experiments = What I tried
page-takeaways = From therapy
page-courses = Courses and therapies
page-agreed = Agreed today
page-gone = Left out for space, still in the journal:
page-median = { $median } ({ $low }–{ $high })
page-n = { $n } of { $of }
page-compared = { $title }: { $parts }.
page-than-last = { $direction ->
    [same] the same as at the last visit
    [lower] { $by } lower than at the last visit ({ $size } than two forms can differ by chance, { $noise })
   *[higher] { $by } higher than at the last visit ({ $size } than two forms can differ by chance, { $noise })
}
page-than-first = { $direction ->
    [same] the same as first recorded
    [lower] { $by } lower than first recorded ({ $size } than two forms can differ by chance, { $noise })
   *[higher] { $by } higher than first recorded ({ $size } than two forms can differ by chance, { $noise })
}
page-daily-change = { $name }: typically { $by } { $direction ->
    [higher] higher
   *[lower] lower
} than in the days before, more than its days differ by chance.
page-support-line = { $name }: { $now }; on earlier forms: { $before }.
page-footer-less = Self-recorded with Daymark { $version }; not verified; not a medical device. Names, dates and own words are left out; who knows the person may still recognise it.
page-method = 4 (3–5) is the median and the interquartile range; n of N are days with a value of days asked for. Days without an entry are left out, not counted as zero. A median needs entries on at least half of the days. Days of a planned pause are not counted where nothing was written; amounts a week rest on the days on which more than the first question and the night was answered. A change stands in words only where it is more than chance.
effect-bothers-1 = bothers a little
effect-bothers-2 = bothers clearly
effect-bothers-3 = bothers a lot
change-began = { $name } began
change-ended = { $name } ended
visit-tomorrow = { $count ->
    [0] Your visit is tomorrow.
    [one] Your visit is tomorrow. One point is written down for it.
   *[other] Your visit is tomorrow. { $count } points are written down for it.
}
visit-today = { $count ->
    [0] Your visit is today.
    [one] Your visit is today. One point is written down for it.
   *[other] Your visit is today. { $count } points are written down for it.
}
visit-been = Has your visit been? You can write down what was agreed.
act-visit-been = a visit that has been
failure-no-visit = That visit isn’t there any more.
visit-preset = What it is for
visit-preset-follow-up = Follow-up
visit-preset-first-visit = First visit
visit-preset-sleep-clinic = Sleep clinic
visit-preset-family = Family
visit-preset-less-identifying = Less identifying
visit-since-last = Since the last visit ({ $day })
visit-with = With whom
visit-helped = What helped
visit-hard = What was hard
visit-history = Treatment history and conditions
visit-less-lead = Days are numbered, names and own words left out. Someone who knows you may still recognise it.
visit-language = Language of the page
visit-language-own = As here
visit-record = I have been there
visit-record-lead = Keeps the page as it was, with what was agreed. The next page begins the day after.
visit-record-on = When it was
visit-record-agreed = What was agreed
visit-past = Visits that have been
visit-past-agreed = Agreed: { $agreed }
visit-past-page = The page as it was
visit-sheet = Sheet { $n } of { $of }
point-add = Add to next visit
point-added = Added to the next visit
page-years = Year by year
page-years-legend = Bars: thicker is a higher dose of that medicine. Dashed: from memory, or only the year is known. Shaded: episodes.
page-title-first = For a first visit
page-no-doses = no doses marked
page-not-prescribed = not prescribed
page-band = Grey behind { $name }: { $label }.
page-legend = Hatched: nothing recorded. White in a medicine: not taken. Thin, of a side effect: there, not rated. The thick line: where this period begins.

# Who the page is about, if the patient prints it.
page-about = Date of birth and diagnosis
page-born = born { $day }
page-told = Diagnosis as I was told it: { $diagnosis }
visit-born = Date of birth, if you want it printed
visit-diagnosis = Diagnosis as you were told it, and by whom
visit-paper = Paper
visit-paper-own = As usual where you live
visit-paper-letter = US Letter

# A passphrase on the file.
protect-open = Save with a passphrase
protect-title = A file that opens with a passphrase
protect-lead = For a stick or a message. Tell the passphrase another way than the file: by phone, or in the room.
protect-passphrase = Passphrase for this file
protect-note = It opens in a PDF reader of today that asks for it: Acrobat, Preview, Evince, Firefox, Chrome. Daymark does not keep the passphrase.

# When question 9 was not answered on a page for a first visit.
page-nine-none = Question 9 of the PHQ-9 (thoughts of death) was not answered in these days.
fault-unfit-for-pdf = A PDF can’t keep some of these signs. Use letters, digits and spaces, without emoji.
