# Bringing in and taking out.
imported = { $count ->
    [0] Nothing new: all of it is in the journal already.
    [one] One entry imported.
   *[other] { $count } entries imported.
}
imported-both = { $count ->
    [one] One of them is of a day that had an entry already; both are kept.
   *[other] { $count } of them are of days that had an entry already; both are kept.
}
imported-differing = { $count ->
    [one] One entry says something else in the file; yours stays.
   *[other] { $count } entries say something else in the file; yours stay.
}
imported-replaced = { $count ->
    [one] One entry now says what the file says; the old version stays in its history.
   *[other] { $count } entries now say what the file says; the old versions stay in their history.
}
import-sides = { $day }, { $what }. Yours: { $here }. The file: { $theirs }.
switched-on = { $what } is on.
switched-off = { $what } is off. What was recorded stays.
recorded-off = { $what } is switched off, so what you record is kept but not shown. “tracker on { $key }” shows it.
series-grams = In grams of alcohol.
failure-no-country = How large a drink is depends on the country, and none is known. Choose it in the settings, or with “country GB” in the terminal, and try again.
country-set = Country: { $country }. One drink is { $grams } g of alcohol.
recorded-count = { $count ->
    [0] Nothing recorded: nothing has changed.
    [one] One entry recorded.
   *[other] { $count } entries recorded.
}
made-demo = Made { $count } entries over { $days } days in { $path }
check-fine = The journal is whole: { $count } entries.
check-found = { $count ->
    [one] One problem found:
   *[other] { $count } problems found:
}
check-contradiction = { $day }, { $what }: the number does not fit the answer ({ $field }).
check-offset = the time zone
check-title = Check the journal
check-lead = Looks for answers that contradict each other, for example after you import a changed file.
check-now = Check now
check-no-contradiction = Nothing found.
check-mend-hint = Each number is set to that of its own answer; what can’t be known is left out. You can undo it, and the old version stays in the entry’s history.
check-mend-now = Fix
check-mend = “check --mend” sets each number to that of its own answer and leaves out what can’t be known. Undo takes it back; the old version stays in the history.
act-mend = entries fixed
mended = { $count ->
    [0] Nothing to fix.
    [one] One entry fixed. You can undo this.
   *[other] { $count } entries fixed. You can undo this.
}
import-line = { $file }, line { $line }{ $column ->
    [0] {""}
   *[other] , column { $column }
}: { $why }
import-foreign = this is not an export of Daymark; its first line is another one. Choose the values.csv of an export.
import-cells = it has { $found } cells where { $wanted } are needed; a comma or a quote may be missing.
import-not-text = it is not text in UTF-8. Save it again as UTF-8.
import-number = “{ $found }” is not a number.
import-date = “{ $found }” is not a date as YYYY-MM-DD.
import-time = “{ $found }” is not a time as YYYY-MM-DDTHH:MM:SSZ.
import-empty = “{ $found }” is missing.
import-tracker = there is no tracker “{ $found }” here.
import-differs = this row belongs to the entry above and says something else about it.
import-twice = this answer is given twice for one entry.
import-zone = “{ $found }” is not a time zone.
import-kind = the answer does not fit its question.
import-contradicts = the number contradicts the answer beside it, its scale or the time zone. Take the row from the file as it was exported.
import-large = it is larger than { $limit } MB.
