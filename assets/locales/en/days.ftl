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
week-card = Week card
week-lead = For a week without the computer: print it, and type it in here. Enter goes down. What is there already stays; empty stays empty.
week-before = The week before
week-after = The week after
week-print = Print the card
week-save = Save the week card
file-week = Week card.pdf
week-nothing = Nothing was typed, so nothing was recorded.
week-not-a-number = “{ $typed }” is no number. Type digits, like 7 or 7.5, or leave it empty.
week-words = A word about a day
week-visit = For the next visit
week-footer = Leave anything empty; empty stays empty. To type it in: Days, then Week card. Made with Daymark; not a medical device.
