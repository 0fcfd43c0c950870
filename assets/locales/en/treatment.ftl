# Treatment: medicines, the history of trials, health notes, and their pages.
place-treatment = Treatment
treatment-tabs = Parts of Treatment
treatment-tab-now = Now
treatment-tab-history = History
treatment-tab-conditions = Conditions
treatment-note = Herbal things and supplements are worth telling your prescriber too. Daymark checks no interactions and gives no advice on doses.
treatment-empty = Begin with whatever is easiest. Nothing here judges a treatment, checks a dose or gives advice; it keeps what you know, so that you don’t have to.
treatment-now-title = What you take now
treatment-now-lead = Prescribed, from the shop, herbal. Then Today can ask about it in one press, and the list can be printed.
treatment-tried-title = What you have tried before
treatment-tried-lead = Dates can be a year, doses can be “don’t remember”. Many people don’t remember all of it; a letter or the pharmacy may.
treatment-begin-history = Start the history
medicine-add = Add a medicine
medicine-print = Print the list
medicine-kind = Kind
medicine-name = Name
medicine-form = Form
medicine-reason = What for
medicine-prescriber = Prescribed by
medicine-from = Since
medicine-from-hint = A year or a month is enough, like 2019 or 2019-03.
medicine-unit = Unit
medicine-amount = Amount
medicine-time = Time
medicine-when = When
medicine-another-time = Another time
medicine-step = Another step
medicine-step-days = Days
medicine-weekdays = On which days
medicine-days = Every how many days
medicine-month-day = On which day of the month
medicine-most = The most a day, as you were told
medicine-typed = “{ $name }”, as you typed it
medicine-suggestions = Names that fit
medicine-since = since { $day }
medicine-since-dose = since { $day }, first { $first }
medicine-stopped = { $from } – { $to }{ $why }
medicine-stop-mark = { $name } stopped
medicine-change-dose = Change dose
medicine-change-lead = What you took before stays as it is. This begins a new part. With the date of a part that is there, it corrects that one.
medicine-change-why = Why, if you like
medicine-edit = Change details
medicine-stop = Stop
medicine-stop-title = { $name }: stop
medicine-stop-on = First day without it
medicine-stop-why = Why
medicine-stop-note = In your words, if you like
medicine-restart = Take it again
medicine-hold = Paused by my clinician
medicine-on-hold = paused by a clinician
medicine-remove = Remove
medicine-more = More about { $name }
medicine-stopped-list = Stopped
medicine-lane = Doses of the last six months
kind-prescribed = Prescribed
kind-otc = Without a prescription
kind-herbal = Herbal and supplements
plan-kind-daily = Every day
plan-kind-weekdays = Some weekdays
plan-kind-every-days = Every few days
plan-kind-monthly = Monthly
plan-kind-taper = Tapering
plan-kind-as-needed = As needed
plan-at = { $amount } at { $time }
plan-daily = { $times }, every day
plan-every-days = { $times }, { $days ->
    [one] every day
   *[other] every { $days } days
}
plan-weekdays = { $times }, on { $days }
plan-monthly = { $times }, on day { $day } of the month
plan-step = { $days ->
    [one] { $amount } for { $days } day
   *[other] { $amount } for { $days } days
}
plan-taper = { $steps }, at { $time }
plan-as-needed = { $amount } as needed
dose-as-needed = as needed
dose-most = you noted: { $most }
doses-title = Medicines
dose-taken = Taken
dose-late = Taken late
dose-partly = Partly
dose-skipped = Skipped
dose-why = Why? You can leave this.
dose-took = Took one
dose-all = All taken
dose-clear = Take the mark back
dose-took-at = taken at { $time }
doses-taken = { $taken } of { $of } marked taken
doses-late = { $count } of them late
doses-partly = { $count } in part
doses-skipped = { $count } skipped{ $why }
doses-not-recorded = { $count } not recorded
doses-as-needed = { $count ->
    [one] { $count } time in { $days } days
   *[other] { $count } times in { $days } days
}
skip-forgot = forgot
skip-side-effects = side effects
skip-ran-out = ran out
skip-felt-better = felt better
skip-chose-not-to = chose not to
skip-cost = cost
skip-other = other
stop-not-enough = not enough help
stop-finished = helped, no longer needed
helped-none = not at all
helped-little = a little
helped-half = half
helped-lot = a lot
helped-fully = fully well
dont-remember = don’t remember
known-memory = memory
known-letter = letter
known-pharmacy = pharmacy
known-journal = journal
trial-add = Add a treatment
trial-print = Print the history
trial-name = Treatment
trial-kind = What kind
trial-kind-medicine = Medicine
trial-kind-course = Course of sessions
trial-kind-therapy = Therapy
trial-kind-other = Other
trial-episode = Episode
trial-from = From
trial-to = To
trial-ongoing = It goes on
trial-about-right = The dates are about right
trial-dose = Highest dose, or sessions
trial-weeks-at = Weeks at that dose
trial-with = Together with
trial-helped = How much it helped
trial-effects = Side effects
trial-why = Why it ended
trial-known = Known from
trial-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
trial-now = now
trial-until = until { $day }
trial-about = about { $dates }
trial-ended = ended: { $why }
trial-edit = Change { $name }
health-allergy = Allergies and intolerances
health-physical = Physical conditions
health-co-occurring = Further mental health conditions and substances
health-episode = Episodes of depression
health-hospital = Hospital stays
health-lab = Laboratory values
health-family = Relatives: illnesses, and what helped
health-pregnancy = Pregnancy or breastfeeding
health-life = Life situation
health-text = What
health-since = Since, or when
health-detail = Who treats it, or more about it
health-add = Add: { $what }
print-medicines = My medicines
print-history = Treatment history
print-lead = As of { $day }
print-footer = Recorded by the patient with Daymark; not verified; not a medical device. Made on { $day }.
print-nothing = nothing recorded
print-name = Medicine
print-plan = How it is taken
print-since = Since
print-about = Form, what for, who
print-stopped = Stopped this year
print-taken = Taken as prescribed? Doses marked, last 28 days
print-trials = Treatment history
print-trial = Treatment
print-when = From – to
print-dose = Highest dose, weeks at it
print-helped = Helped
print-effects = Side effects; why it ended
print-known = Known from
page-medicines = Medicines
save-medicines = Save the list of medicines
save-history = Save the treatment history
file-medicines = My medicines { $day }.pdf
file-history = Treatment history { $day }.pdf
act-medicine-new = a medicine added
act-medicine = a medicine changed
act-dose-change = a dose changed
act-medicine-stop = a medicine stopped
act-unmedicine = a medicine removed
act-doses = doses marked
act-trial = a treatment of the history
act-untrial = a treatment removed from the history
act-health = a health note
act-unhealth = a health note removed
fault-amount = Type an amount in digits, like 50 or 2.5.
fault-whole = Type a whole number from { $min } to { $max }.
fault-weekday = Choose at least one day of the week.
fault-same-time = Two intakes have the same time. Put them together as one amount.
fault-has-doses = { $count ->
    [one] Doses of it are marked on { $count } day.
   *[other] Doses of it are marked on { $count } days.
} Stop it instead: what was marked then stays true.
fault-needs-day = Another dose begins within that time. Type the day, like 14 October 2026.
medicine-from-then = from { $day }: { $plan }
dose-took-sometime = taken
treatment-tab-timeline = Timeline
treatment-tab-sessions = Sessions
treatment-tab-therapy = Therapy
treatment-tab-effects = Side effects
medicine-supply = A supply I picked up
medicine-supply-on = Picked up on
medicine-supply-days = Days it lasts
medicine-supply-left = { $count ->
    [one] { $count } day left of what you picked up
   *[other] { $count } days left of what you picked up
}
medicine-card = Card for the wallet
save-medicines-card = Save the card of medicines
file-medicines-card = My medicines, card { $day }.pdf
card-lead = Cut along the line. Fold the top half back, then the left half back.
card-more = more on my list
trial-scores = Scores before and after
trial-before-after = { $name } { $before } → { $after }
trials-import = Bring in a table
trials-template = Save an empty table
trials-import-lead = A CSV file with one row for each treatment. The empty table shows how.
file-trials = Treatment history.csv
trials-example-1 = Sertraline|medicine|First episode|2019-03|2020|no|yes|150 mg|9||half||nausea|not enough help|letter
trials-example-2 = CBT|therapy|First episode|2019||no|yes|20 sessions|||dont-remember|||finished|memory
trials-imported = { $new ->
    [0] Nothing new: all of it is here.
    [one] { $new } treatment brought in.
   *[other] { $new } treatments brought in.
} { $known ->
    [0] { "" }
    [one] { $known } was here.
   *[other] { $known } were here.
}
trials-line = line { $line }: { $why }
trials-large = The table is too large. Split it into files of at most 2000 rows.
trials-no-column = The column “{ $column }” is missing. Save an empty table to see the columns.
trials-column = The column “{ $column }” is not known. Save an empty table to see the columns.
trials-cells = The row has more cells than the table has columns. A text with a comma needs quotes around it.
trials-word = “{ $found }” doesn’t fit the column “{ $column }”. Leave it empty, or write one of: { $words }.
act-trials = treatments brought in
act-supply = a supply of a medicine
health-until = Until
medicine-changed-mark = { $said } (was { $before })

# Treatments typed in a table.
trials-table = Type several at once
trials-table-lead = A row for each treatment; what you don’t know can stay empty. Dates can be 2019, 2019-03 or a full date. Write “now” if it goes on.
trials-table-episode = Episode, for all rows
trials-table-to = To, or “now”
trials-table-cell = { $what }, row { $row }
trials-kinds = What to show
trials-kind-medicine = Medicines
trials-kind-course = Sessions
trials-kind-therapy = Therapies
trials-kind-other = Other
trials-dates = From – to
trials-dose = Highest dose, how long
trials-effects = Side effects · why it ended
trials-no-episode = No episode given
act-trials-new = treatments added
failure-row = Row { $number }: { $why }

# When a clinician has a medicine paused.
medicine-hold-lead = Doses of these days are neither due nor counted. Leave the last day empty while it lasts.
medicine-hold-from = First day without it
medicine-hold-to = Last day without it
medicine-hold-add = Add another time
medicine-hold-remove = Leave this time out
act-medicine-hold = a paused medicine
fault-stretches = Another time that you wrote down covers some of these days. Change one of them.

# A second medicine of the same name.
fault-is-taken = You already take one of this name. For another dose, change the dose of that one. If you take two, add it as a second one.
medicine-second = Add it as a second one

# How heavy an episode was, by what it took of daily life.
episode-weight = How much it took of daily life
episode-mild = hardly in the way
episode-some-effort = most things took some effort
episode-great-effort = most things took great effort
episode-severe = hardly anything was possible
trials-not-noted = not noted
trial-form-lead = Only the name is needed.
health-none-known = None known
