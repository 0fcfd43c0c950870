# Days, trends and what they say.
month-before = The month before
month-after = The month after
month-colour = Show
month-none = Striped days have no entry; days with a dot have only other entries.
month-rule = Of several entries on a day, { $rule } is shown.
state-days = { $what }: { $count ->
    [one] 1 day
   *[other] { $count } days
}
state-mark = A diamond marks: { $what }.
month-cell = { $day }: { $said }
month-cell-none = { $day }: no entry
month-cell-other = { $day }: other entries only
month-said = { $title } in { $month }: { $n } of { $of } days.
back-to-month = Back to the month

trends-title = Trends
span-label = How far back
span-30 = 30 days
span-90 = 90 days
span-365 = Year
span-all = All
as-table = As a table
table-day = Day
table-value = Recorded
period = { $from } to { $to }
count-days = { $n } of { $of } { $covers ->
    [night] { $count ->
        [one] night
       *[other] nights
    }
   *[other] { $count ->
        [one] day
       *[other] days
    }
}
middle = typical { $middle }
middle-mostly = typical { $middle }, most { $covers ->
    [night] nights
    [entry] entries
   *[other] days
} { $low } to { $high }
too-few = too few days for a typical value
a-week = about { $amount } a week
higher-better = higher is better
lower-better = lower is better
day-sum = the sum of each day
day-mean = the mean of each day
day-lowest = the lowest of each day
day-highest = the highest of each day
day-main = the main one of each day (the longest)
swing = ±{ $swing } from day to day
day-last = the last of each day
figure-title = { $tracker }: { $measure }
figure-said = { $title }. { $counted }{ $middle }.
figure-none = { $title }. Nothing recorded in this period.
no-entries = Nothing recorded in this period yet.
changes = Changes

hours-minutes = { $hours } h { $minutes }
hours = { $hours } h
minutes = { $minutes } min
percent = { $number } %
decimal-mark = .
drinks = { $number ->
    [1] 1 drink
   *[other] { $number } drinks
}

date-whole = { $weekday }, { $day } { $month } { $year }
date-day = { $day } { $short }
date-short = { $day } { $short } { $year }
date-heading = { $weekday }, { $day } { $month }
date-month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
short-1 = Jan
short-2 = Feb
short-3 = Mar
short-4 = Apr
short-5 = May
short-6 = Jun
short-7 = Jul
short-8 = Aug
short-9 = Sep
short-10 = Oct
short-11 = Nov
short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
drink-size = One is { $grams } g of alcohol: about { $beer } ml of beer (5 %) or { $wine } ml of wine (12 %).
count-since = since { $day }: { $counted }
first-entry = your first entry, { $day }
begins-on = Your entries begin on { $day }. Seen from there, the days are easier to tell apart.
from-first = From my first entry
trends-which = What to draw
trends-events = Changes
trends-more = More
trends-little = Little or nothing to draw:
trends-show = Show them
trends-keys = ← → move by a day, Enter opens it, + and − zoom
trends-legend = Dots are your days; the line is what is typical of seven days, where at least four have an entry. Striped: no entry. The pale band is where most of these days lie. Dotted: a dated change.
trends-read = Read the charts day by day
trends-empty = Nothing has been recorded yet. After a few days you will see here how they went, all on one time axis.

# Profiles: by weekday, by time of day.
profile-morning = Morning, 5 to 12
profile-afternoon = Afternoon, 12 to 17
profile-evening = Evening, 17 to 22
profile-night = Night, 22 to 5
profile-few = too few for a typical value
profile-entries = { $n } of { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
profiles-lead = What each weekday was like. The bar is the middle half, the mark the typical value. Small differences are usually chance.
profiles-times = By time of day
profiles-empty = Nothing to count by weekday yet.
trends-view = How to look at it
trends-view-chart = Charts
trends-view-table = Tables
trends-view-week = Weekdays
trends-zoom-back = Back to all of it
trends-zoom-hint = Drag across a chart to look closer.

# A chart as a file.
chart-save = Save this chart
chart-save-of = Save { $what }
chart-save-png = Picture (PNG)
chart-save-svg = Picture (SVG)
chart-save-csv = Numbers (CSV)
chart-footer = Self-recorded with Daymark { $version }; not verified; not a medical device. Made { $day }.
chart-save-short = Save …
chart-legend = Dots are days; the line is what is typical of seven days. Hatched: nothing recorded. Open dots were written down later. Dotted lines: changes.

# Saved views, and one measure over another.
views-title = Saved views
views-save = Save this view
views-lead = Which measures, and how far back. A view of the same name is replaced.
views-name = Name
views-remove = Remove the view { $name }
trends-overlay = One over the other
trends-overlay-hint = Of two measures, one can be laid over the other.
overlay-said = { $first } Over it: { $second }
