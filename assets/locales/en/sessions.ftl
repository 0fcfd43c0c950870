# Courses, therapies and their sessions, planned activities, life events, the timeline.
course-ect = ECT
course-rtms = rTMS
course-ketamine = Ketamine
course-esketamine = Esketamine
course-stimulation = VNS or DBS
course-light = Light therapy
course-infusion = Infusion
course-other = Another course
course-cbt = CBT
course-dbt = DBT
course-ipt = IPT
course-act = ACT
course-cbasp = CBASP
course-mbct = MBCT
course-psychodynamic = Psychodynamic therapy
course-group = Group therapy
course-family = Family or couple therapy
course-other-therapy = Another therapy
course-with = { $name }, with { $who }
course-sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
course-chart = { $name }, { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}, { $from } – { $to }
course-chart-lead = Day 0 is the first session. The numbers on top are the sessions.
course-day-0 = day 0
course-before = { $days } days before
course-during = The course, day 0 to { $to }
course-after = Day { $from } to { $to }
course-add = Add a course
course-edit = Change this course
course-add-therapy = Add a therapy
course-edit-therapy = Change this therapy
course-kind = What kind
course-name = Name, if the kind doesn’t say enough
course-who = With whom, or where
course-details = Side, protocol or dose, as you were told
course-rhythm = How often
course-from = Since
course-to = Until; empty while it goes on
course-sessions-before = Sessions before the first one you write down here
course-takes-home = Who takes me home
course-takes-home-said = Takes me home: { $who }.
course-on-charts = A mark for every session on the charts
course-on-pages = Take-aways on the page for a visit
course-agenda = What I want to bring
course-agenda-line = Line { $nth } of what I want to bring
course-remember = What I want to remember
course-remember-lead = Write it before a session, in your own words. After it you can see what is still there.
course-empty = ECT, rTMS, ketamine and other courses: each session with its number, how you were before and after, and what you want to remember.
therapy-empty = What you want to bring, what you take from each session, and what you mean to try.
session-add = Write about a session
session-edit = Session { $number }: change
session-title = Session
session-number = No.
session-date = Date
session-mood = Mood before → after
session-memory-check = Memory check
session-before = Mood before, 0 to 10
session-after = Mood after, 0 to 10
session-after-when = When, after
session-note = Memory, feeling unreal, or what else you noticed
session-takeaways = What I take from it
session-how = How it was, 0 to 10
session-how-said = { $how } of 10
session-nothing = nothing written
session-memory = { $n } of { $of } of what you wrote down
session-there = still there
session-not-then = not then
session-remembered = What you wrote down before: is it still there?
session-all = All { $count } sessions
activity-title = What I mean to try
activity-lead = It stands on Today on the days you choose. Partly counts, smaller counts.
activity-add = Plan something
activity-edit = Change { $name }
activity-what = What
activity-agreed-with = Agreed with
activity-agreed = agreed with { $who }
activity-weekdays = On which days; none for any day
activity-from = From
activity-to = To; empty while it goes on
activity-experiment = A small experiment: what I expect, and how it was
activity-any-day = any day
activity-done = Done
activity-partly = Partly
activity-not-this-time = Not this time
activity-done-count = { $count } done
activity-partly-count = { $count } partly
activity-not-count = { $count } not
activity-expected-pleasure = Pleasure I expect
activity-expected-mastery = Achievement I expect
activity-pleasure = Pleasure it was
activity-mastery = Achievement it was
activity-pleasure-result = Pleasure: expected { $expected }, was { $actual } ({ $count ->
    [one] { $count } day
   *[other] { $count } days
})
activity-mastery-result = Achievement: expected { $expected }, was { $actual } ({ $count ->
    [one] { $count } day
   *[other] { $count } days
})
activity-mood-result = { $name }: typical { $with } on { $n ->
    [one] { $n } day
   *[other] { $n } days
} with it, typical { $without } on { $m ->
    [one] { $m } other day
   *[other] { $m } other days
}
activity-past = Before: { $count }
life-title = Life events
life-lead = What happened beside treatment. It is shaded on every chart.
life-add = Add a life event
life-what = What happened
life-kind = What it is about
life-kind-loss = loss
life-kind-relationships = people
life-kind-work = work or study
life-kind-home = home or money
life-kind-health = health
life-kind-other = something else
life-from = Since, or when
life-to = Until; empty for a single day
life-ongoing = It goes on
life-impact = How it weighed: −3 very hard to +3 very good
life-impact-said = { $impact } of 3
life-private = Keep it out of pages and exports
timeline-medicines = Medicines
timeline-courses = Courses
timeline-therapies = Therapies
timeline-events = Life events
timeline-stays = Hospital stays
timeline-span = How much is shown
timeline-all = All
timeline-5-years = 5 years
timeline-year = Year
timeline-month = Month
timeline-lead = Thicker is more, against the highest dose of that medicine. Dashed: the dates or the dose are from memory, or only known to the year. Shaded: episodes, as you named them. The arrow keys move, + and − zoom.
timeline-label = Timeline of treatment
timeline-empty = Medicines, therapies, courses and life events stand here on one axis once you write them down.
timeline-table = In words
timeline-stopped = { $count } stopped medicines
act-course = a course of treatment
act-uncourse = a course removed
act-session = a session
act-unsession = a session removed
act-life = a life event
act-unlife = a life event removed
act-activity = a plan to try something
act-unactivity = a plan removed
act-activity-mark = what became of a plan
failure-no-course = That course isn’t there any more.
failure-no-activity = That plan isn’t there any more.
fault-has-sessions = { $count ->
    [one] { $count } session of it is written down.
   *[other] { $count } sessions of it are written down.
} Give it an end instead, or remove the sessions first.
timeline-each = Each stopped medicine
