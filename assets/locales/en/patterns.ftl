# Patterns, and what was before and after a known date.
trends-tabs = Parts of Trends
trends-tab-charts = Charts
trends-tab-before = Before and after
trends-tab-patterns = Patterns
trends-tab-experiments = Experiments
pattern-first-sleep = more sleep
pattern-first-efficiency = less time awake in bed
pattern-first-middle = a later night
pattern-first-exercise = more exercise
pattern-first-practice = more stress practice
pattern-first-alcohol = more alcohol
pattern-first-people = more time with people
pattern-first-daylight = more daylight
pattern-first-missed = a dose not taken
pattern-then-mood = mood
pattern-then-sleep = sleep
pattern-pair = { $first } and { $then }{ $lag ->
    [0] { "" }
   *[other] { " " }of the next day
}
pattern-said = { $when ->
    [same] On days with { $first }
    [night] On days after { $first }
   *[next] On the day after { $first }
}, your { $then } tended to be { $direction ->
    [up] higher
   *[down] lower
} ({ $n } days).
pattern-doubt = This can have other causes, and it can go the other way round: { $then } and { $first } may both follow something else.
pattern-figures = Rank correlation { $rho } (90 % interval { $low } to { $high }), { $n } days, slow drift taken out, p { $p } by circular shifts, held after correction for all pairs.
pattern-none = No clear pattern in your data yet ({ $n } days)
pattern-not-enough = Not enough yet ({ $n } of { $of } days)
pattern-alike = Too alike from day to day to compare ({ $n } days)
patterns-lead = Only what holds by a strict rule is told. A pattern is no cause.
patterns-looked-at = { $count ->
    [one] { $count } pair was looked at
   *[other] { $count } pairs were looked at
}, in the last { $days } days.
patterns-empty = Nothing to look at yet. Patterns need at least 30 days on which two things were written down.
patterns-nothing = No pattern holds in your data yet. That is a result too.
pattern-hide = Hide
pattern-show = Show again
patterns-hidden = Hidden: { $count }
pattern-how = How this was worked out
pattern-try = Try it for two weeks
pattern-rest = Looked at, nothing to tell
before-after-date = Before and after which date
before-after-since = { $days } days since
before-after-pairs = of 100 pairs of a day before and a day since, { $up } are higher since and { $down } lower
before-after-not = not compared: it takes half of the days on both sides
before-after-empty = Changes of dose, therapies and courses with a known day can be compared once two weeks have passed.
before-after-lead = Both sides are the same length. What came after need not have come from it.
