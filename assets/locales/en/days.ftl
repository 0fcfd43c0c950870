# Days: the year, search.
days-view = View
view-month = Month
view-year = Year
year-before = The year before
year-after = The year after
year-keys = Arrow keys move through the days, Enter opens one.
day-earlier = The day before
day-later = The day after
search-title = Search your notes
search-hint = Words from a note or an answer
search-found = { $count ->
    [0] Nothing found.
    [one] Found in one entry.
   *[other] Found in { $count } entries.
}
search-more = Found in { $count } entries; the newest { $shown } are shown. One more word finds fewer.
calendar-open = Pick a date
calendar-label = Calendar
calendar-before = The month before
calendar-after = The month after
day-other = Another day
