// Written by `cargo x generate`; not by hand.
export type Activity = { 
/**
 * What, in the person's words.
 */
what: string, 
/**
 * Uid of the therapy it is homework of; empty for an experiment of one's own.
 */
course: string, 
/**
 * With whom it was agreed.
 */
agreed_with: string, 
/**
 * Days of the week, 1 for Monday; empty for any day.
 */
weekdays: Array<number>, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none while it goes on.
 */
to: string | null, 
/**
 * Whether it asks what the person expects, and how it was: a small experiment.
 */
experiment: boolean, 
/**
 * What became of it, by day.
 */
marks: Record<string, ActivityMark>, };
export type ActivityDone = "done" | "partly" | "not-this-time";
export type ActivityForm = { 
/**
 * What.
 */
what: string, 
/**
 * Uid of the therapy it is homework of; empty for none.
 */
course: string, 
/**
 * With whom it was agreed.
 */
agreed_with: string, 
/**
 * Days of the week, 1 for Monday; empty for any day.
 */
weekdays: Array<number>, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; empty while it goes on.
 */
to: string, 
/**
 * Whether it asks what is expected and how it was.
 */
experiment: boolean, };
export type ActivityMark = { 
/**
 * Whether it was done.
 */
done: ActivityDone | null, 
/**
 * Pleasure that was expected, 0 to 10.
 */
expected_pleasure: number | null, 
/**
 * Sense of achievement that was expected, 0 to 10.
 */
expected_mastery: number | null, 
/**
 * Pleasure, 0 to 10.
 */
pleasure: number | null, 
/**
 * Sense of achievement, 0 to 10.
 */
mastery: number | null, };
export type ActivityRow = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
activity: Activity, 
/**
 * "Monday, Friday · since 12 Nov 2026 · agreed with my therapist".
 */
about: string, 
/**
 * "2 done, 1 partly"; empty if nothing was marked.
 */
counts: string, 
/**
 * What came of it, for an experiment.
 */
results: Array<string>, 
/**
 * Its mark on the day that was asked for.
 */
mark: ActivityMark | null, 
/**
 * Whether it goes on.
 */
current: boolean, };
export type AmbiguousTime = { 
/**
 * The field; `at` for the time of the entry.
 */
field: string, 
/**
 * The question which of the two is meant.
 */
ask: string, 
/**
 * How the first of the two is typed.
 */
first: string, 
/**
 * How the second of the two is typed.
 */
second: string, 
/**
 * Whether it is read as the second.
 */
is_second: boolean, };
export type Answer = boolean | number | string | Array<string> | Array<number>;
export type BackupComparison = { 
/**
 * Number of records that differ.
 */
count: number, 
/**
 * Summary of the differences, in one sentence.
 */
message: string, 
/**
 * Days that differ, as text, latest first; at most `MAX_LISTED_DAYS`.
 */
days: Array<string>, };
export type BackupView = { 
/**
 * Its folder's name.
 */
folder_name: string, 
/**
 * When it was taken, in words.
 */
text: string, };
export type BackupsPage = { 
/**
 * Backups beside the journal, newest first.
 */
backups: Array<BackupView>, 
/**
 * Path of the second location; empty if none is set.
 */
location: string, 
/**
 * When a backup was last written there, as text.
 */
location_text: string, };
export type Band = { 
/**
 * Key of its label.
 */
key: string, 
/**
 * The field or measure it belongs to.
 */
of: string, 
/**
 * Lowest value in the band.
 */
from: number, 
/**
 * Highest value in the band.
 */
to: number, };
export type BandView = { 
/**
 * Its lowest total.
 */
from: number, 
/**
 * Its highest total.
 */
to: number, 
/**
 * "moderate 10–14".
 */
label: string, };
export type BeforeAfterPage = { 
/**
 * Dates that can be chosen, the latest first.
 */
dates: Array<KnownDate>, 
/**
 * The chosen day; empty if there is none.
 */
day: string, 
/**
 * "28 days before" and "28 days since".
 */
headings: [string, string], 
/**
 * The measures.
 */
rows: Array<BeforeAfterRow>, };
export type BeforeAfterRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * Typical value before, with n of N.
 */
before: string, 
/**
 * Typical value since, with n of N.
 */
since: string, 
/**
 * "higher in 67 of 100 pairs of days"; why it is not compared otherwise.
 */
said: string, 
/**
 * Middle halves: before from and to, since from and to, on the scale of the measure; none if it is
 * not compared.
 */
ranges: [number, number, number, number] | null, 
/**
 * The scale of the picture.
 */
scale: [number, number], };
export type CalendarHead = { 
/**
 * Month and year, or the year, as text.
 */
title: string, 
/**
 * Summary of the period, in one sentence.
 */
description: string, 
/**
 * Boundaries of the shades, lowest first; empty without values.
 */
legend: Array<string>, 
/**
 * Notes: how several entries of one day combine, and what a diamond marks.
 */
legend_notes: Array<string>, 
/**
 * The measures that can be shown.
 */
choices: Array<MeasureOption>, 
/**
 * Tracker of the shown measure.
 */
tracker: string, 
/**
 * Key of the shown field or measure.
 */
of: string, };
export type CatchUpDay = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * Its date, as text.
 */
label: string, };
export type Changed = { 
/**
 * Topics to invalidate.
 */
topics: Array<Topic>, 
/**
 * Message that says what was done.
 */
message: string, 
/**
 * The uid of the changed entry, if it concerns one.
 */
uid: string | null, 
/**
 * Number of changed records.
 */
count: number, };
export type Chart = { 
/**
 * The field or measure drawn.
 */
of: string, 
/**
 * How it is drawn.
 */
mark: ChartMark, 
/**
 * How several entries on one day are combined into one value.
 */
aggregate: DayAggregate, 
/**
 * Lower end of the axis, if fixed.
 */
min: number | null, 
/**
 * Upper end of the axis, if fixed.
 */
max: number | null, 
/**
 * Which direction is better; printed on the chart.
 */
direction: Direction, 
/**
 * Whether it is drawn only on request.
 */
optional: boolean, };
export type ChartChoice = { 
/**
 * The span, as in Trends.
 */
span: string, 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * The field's or measure's key.
 */
of: string, };
export type ChartFormat = "png" | "svg" | "csv";
export type ChartMark = "dots" | "bars" | "strip" | "scores";
export type ChoiceOption = { 
/**
 * Key of the option; its label is `<field>.<key>`.
 */
key: string, 
/**
 * Its number in formulas, if it has one.
 */
score: number | null, };
export type ClockStyle = "24" | "12";
export type ClockView = { 
/**
 * The patient's today, YYYY-MM-DD.
 */
today: string, 
/**
 * The calendar date, YYYY-MM-DD. After midnight it is a day ahead until the patient's day ends.
 */
date: string, 
/**
 * The current time, HH:MM.
 */
now: string, 
/**
 * Milliseconds until the page of a day changes by itself: at midnight, or when the patient's
 * day ends.
 */
until_next_change: number, };
export type CommandError = { 
/**
 * Kind of error.
 */
code: ErrorCode, 
/**
 * What is wrong and how to fix it.
 */
message: string, 
/**
 * Messages by field, if fields are invalid.
 */
fields: Array<FieldError>, };
export type Comparison = { 
/**
 * "last time", "last visit" or "your start".
 */
label: string, 
/**
 * Its day.
 */
day: string, 
/**
 * Its total, as text.
 */
total: string, 
/**
 * "3 lower: smaller than the scale can tell apart".
 */
words: string, };
export type ContradictionView = { 
/**
 * The entry.
 */
uid: string, 
/**
 * Its day.
 */
day: string, 
/**
 * Its day, tracker and questions, in one sentence.
 */
text: string, };
export type Course = { 
/**
 * What it is.
 */
kind: CourseKind, 
/**
 * Its name in the person's words; empty if the kind says enough.
 */
name: string, 
/**
 * With whom, or at which clinic.
 */
who: string, 
/**
 * Side, protocol or dose, as told.
 */
details: string, 
/**
 * How often: "weekly, Thursdays 16:00".
 */
rhythm: string, 
/**
 * Since when.
 */
from: PartialDate | null, 
/**
 * Until when; none while it goes on.
 */
to: PartialDate | null, 
/**
 * Sessions held before the first one that is written down here.
 */
sessions_before: number, 
/**
 * Who takes the person home after a session.
 */
takes_home: string, 
/**
 * What to bring to the next session, in order.
 */
agenda: Array<string>, 
/**
 * What the person wants to remember, to be asked about after the next session.
 */
remember: Array<string>, 
/**
 * Whether each session is a mark on the charts.
 */
on_charts: boolean, 
/**
 * Whether take-aways are on the page of a visit.
 */
on_pages: boolean, };
export type CourseChart = { 
/**
 * "ECT, 12 sessions, 3 Sep 2024 to 11 Oct 2024".
 */
title: string, 
/**
 * Session numbers.
 */
sessions: Array<Tick>, 
/**
 * Mood, then the questionnaires with scores in it.
 */
panels: Array<Panel>, 
/**
 * Before, during and after.
 */
stretches: Array<Stretch>, };
export type CourseForm = { 
/**
 * What it is.
 */
kind: CourseKind, 
/**
 * Its name; empty if the kind says enough.
 */
name: string, 
/**
 * With whom, or where.
 */
who: string, 
/**
 * Side, protocol or dose, as told.
 */
details: string, 
/**
 * How often.
 */
rhythm: string, 
/**
 * Since when; empty if not known.
 */
from: string, 
/**
 * Until when; empty while it goes on.
 */
to: string, 
/**
 * Sessions held before; empty for none.
 */
sessions_before: string, 
/**
 * Who takes the person home.
 */
takes_home: string, 
/**
 * What to bring next time.
 */
agenda: Array<string>, 
/**
 * What to remember.
 */
remember: Array<string>, 
/**
 * Whether each session is a mark on the charts.
 */
on_charts: boolean, 
/**
 * Whether take-aways are on the page of a visit.
 */
on_pages: boolean, };
export type CourseKind = "ect" | "rtms" | "ketamine" | "esketamine" | "stimulation" | "light" | "infusion" | "other-course" | "cbt" | "dbt" | "ipt" | "act" | "cbasp" | "mbct" | "psychodynamic" | "group" | "family" | "other-therapy";
export type CourseKindView = { 
/**
 * The kind.
 */
kind: CourseKind, 
/**
 * Its name.
 */
title: string, 
/**
 * Whether it is a psychotherapy.
 */
therapy: boolean, };
export type CourseRow = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
course: Course, 
/**
 * "CBT, with my therapist".
 */
title: string, 
/**
 * "weekly · since 3 Jun 2026 · 22 sessions".
 */
about: string, 
/**
 * Its sessions, the latest first.
 */
sessions: Array<SessionRow>, };
export type CoursesPage = { 
/**
 * Courses of sessions, the latest first.
 */
courses: Array<CourseRow>, 
/**
 * Therapies, the latest first.
 */
therapies: Array<CourseRow>, 
/**
 * What a course can be.
 */
kinds: Array<CourseKindView>, 
/**
 * Today, YYYY-MM-DD.
 */
today: string, };
export type Covers = "moment" | "span" | "day" | "night" | "fortnight";
export type DayAggregate = "sum" | "mean" | "last" | "lowest" | "highest" | "main";
export type DayCell = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * Day of the month.
 */
number: number, 
/**
 * Shade from 0 (lowest) to 4 (highest); `None` without a value.
 */
shade: number | null, 
/**
 * Whether the day holds any entry.
 */
entries: boolean, 
/**
 * Whether it is the patient's today.
 */
today: boolean, 
/**
 * Whether it is in the future.
 */
future: boolean, 
/**
 * Reason of the pause that covers it; empty without one.
 */
paused: string, 
/**
 * Label of the quick answer that stands for the day ("can't today"); empty without one.
 */
state: string, 
/**
 * The day's value, short; empty without one.
 */
value: string, 
/**
 * Description of the day for screen readers.
 */
text: string, };
export type DayPage = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * The day in words.
 */
title: string, 
/**
 * Whether it is the patient's today.
 */
today: boolean, 
/**
 * The day before, YYYY-MM-DD.
 */
before: string, 
/**
 * The day after, YYYY-MM-DD; empty if it is in the future.
 */
after: string, 
/**
 * Today and the three days before it, oldest first.
 */
nearby_days: Array<NearbyDay>, 
/**
 * Its entries, by tracker key.
 */
entries: { [key in string]: Array<EntryView> }, 
/**
 * Totals of seven days as text, by tracker key.
 */
weekly_totals: { [key in string]: string }, 
/**
 * Its drafts, by form.
 */
drafts: { [key in string]: Draft }, 
/**
 * The pause that covers the day.
 */
pause: PauseView | null, 
/**
 * Days offered for catching up after days away.
 */
catch_up: Array<CatchUpDay>, 
/**
 * The days away as a suggested pause.
 */
suggested_pause: SuggestedPause | null, 
/**
 * Past days with drafts that could not be recorded.
 */
leftover_drafts: Array<LeftoverDraft>, 
/**
 * "Same as yesterday (4)"; empty if there is nothing to copy.
 */
copy_previous_label: string, 
/**
 * Notice shown after midnight while the patient's day still lasts; empty otherwise.
 */
after_midnight_notice: string, 
/**
 * The calendar date that started after midnight, to which a night that just ended belongs;
 * empty otherwise.
 */
next_date: string, 
/**
 * The current time, HH:MM.
 */
now: string, 
/**
 * Today and the next six days, for trackers that plan ahead; only on today's page.
 */
next_days: Array<NearbyDay>, 
/**
 * Entries planned for future days, by tracker key; only on today's page.
 */
planned: { [key in string]: Array<Planned> }, 
/**
 * The time zones to choose from, this computer's first; empty if there is no other.
 */
time_zones: Array<NearbyZone>, 
/**
 * The last fourteen days of the first question.
 */
fourteen_days: FourteenDays | null, 
/**
 * Earlier entries that can be recorded again, by tracker key.
 */
suggestions: { [key in string]: Array<Suggestion> }, 
/**
 * "Two of your signs this week"; empty if none holds. Only on today's page.
 */
signs: string, 
/**
 * Whether figures are kept for the page of a visit alone.
 */
numbers_hidden: boolean, 
/**
 * What leads on a hard day; only on today's page, after a low answer or a run of low days.
 */
hard_day: HardDay | null, 
/**
 * Doses of the day.
 */
doses: Array<DoseRow>, 
/**
 * What is said about the visit the day before, on its day and after it; empty otherwise.
 */
visit: string, 
/**
 * Homework and small experiments of the day.
 */
activities: Array<ActivityRow>, 
/**
 * Questionnaires that are due; only on today's page.
 */
due_scales: Array<DueScale>, 
/**
 * Questionnaires of the day, as text.
 */
scales: Array<ScaleLine>, 
/**
 * Whether nothing has ever been recorded.
 */
first_day: boolean, 
/**
 * Whether an answer asks for a shorter page.
 */
low: boolean, 
/**
 * Name of the change that undo would revert.
 */
undo: string | null, 
/**
 * Name of the change that redo would apply again.
 */
redo: string | null, };
export type Definition = { 
/**
 * Lower-case key, never changed once released.
 */
key: string, 
/**
 * What one entry covers.
 */
covers: Covers, 
/**
 * Sort order on the page, lowest first.
 */
order: number, 
/**
 * The icon beside its name.
 */
icon: Icon, 
/**
 * Whether it is asked only when the user asks for everything.
 */
optional: boolean, 
/**
 * Whether this built-in tracker is disabled until the user switches it on.
 */
disabled_by_default: boolean, 
/**
 * Whether it is a tool for a hard day, begun from Support instead of asked.
 */
tool: boolean, 
/**
 * Whether it is left out of visit pages and exports unless the user includes it.
 */
private: boolean, 
/**
 * How many days ahead an entry may be dated; above 0 for plans.
 */
max_days_ahead: number, 
/**
 * A choice or yes-no field answered with one tap, in place of all other fields.
 */
quick_answer: string | null, 
/**
 * The quantity field that a practice with a timer fills with its minutes.
 */
timer_field: string | null, 
/**
 * The field or measure whose seven-day total is shown with the entries.
 */
weekly_total: string | null, 
/**
 * The number by which the largest entry of a day is its main one: a night, not a nap.
 */
main_measure: string | null, 
/**
 * The text field that marks its date as an event in every chart (a change of treatment, a
 * move).
 */
event_field: string | null, 
/**
 * The questions.
 */
fields: Array<Field>, 
/**
 * Numbers computed from the answers.
 */
measures: Array<Measure>, 
/**
 * Ranges drawn behind a chart, as context.
 */
bands: Array<Band>, 
/**
 * The charts it offers, in display order.
 */
charts: Array<Chart>, 
/**
 * What makes it a questionnaire, if it is one.
 */
questionnaire: Questionnaire | null, 
/**
 * Codes from public vocabularies, by tracker, field or measure key, and `<field>.<option>`.
 */
codes: { [key in string]: string }, 
/**
 * Licence of its texts.
 */
licence: string, 
/**
 * Credit line that the licence of its texts requires.
 */
credit: string, 
/**
 * Its labels, by language.
 */
labels: { [key in string]: Labels }, };
export type Direction = "higher" | "lower" | "neither";
export type DoseForm = { 
/**
 * Since when.
 */
from: string, 
/**
 * Unit of the amounts.
 */
unit: string, 
/**
 * Why the dose was changed.
 */
why: string, 
/**
 * Which plan.
 */
plan: PlanKind, 
/**
 * Intakes of a day.
 */
times: Array<IntakeForm>, 
/**
 * Days from one to the next, for every few days.
 */
days: string, 
/**
 * Days of the week, 1 for Monday.
 */
weekdays: Array<number>, 
/**
 * Day of the month.
 */
month_day: string, 
/**
 * Steps of a taper.
 */
steps: Array<StepForm>, 
/**
 * The most a day as told, for as needed.
 */
most: string, };
export type DoseMark = { 
/**
 * Uid of the medicine.
 */
medicine: string, 
/**
 * The planned time, HH:MM.
 */
time: string, 
/**
 * The mark; none takes it back.
 */
status: DoseStatus | null, 
/**
 * Why.
 */
reason: SkipReason | null, };
export type DoseRow = { 
/**
 * Uid of the medicine.
 */
medicine: string, 
/**
 * The planned time, HH:MM; empty for as needed.
 */
time: string, 
/**
 * The time as shown, or "as needed".
 */
when: string, 
/**
 * "Sertraline 50 mg".
 */
text: string, 
/**
 * "you noted: at most 4 a day"; empty otherwise.
 */
note: string, 
/**
 * Its mark.
 */
status: DoseStatus | null, 
/**
 * Why it was skipped or taken in part.
 */
reason: SkipReason | null, 
/**
 * For as needed: when it was taken on that day.
 */
taken: Array<TakenDose>, };
export type DoseStatus = "taken" | "late" | "partly" | "skipped";
export type Draft = { 
/**
 * Key of the tracker.
 */
tracker: string, 
/**
 * The patient's day, YYYY-MM-DD; for a night, the day of waking.
 */
day: string, 
/**
 * When it happened, HH:MM on that day, if known.
 */
at: string | null, 
/**
 * IANA zone it happened in; the computer's zone if absent.
 */
zone: string | null, 
/**
 * IANA zone a night began in, if it differs from the zone it ended in.
 */
start_zone: string | null, 
/**
 * Answers by field. An absent field was not answered.
 */
values: { [key in string]: Answer }, 
/**
 * A note on the entry.
 */
note: string, 
/**
 * Whether to add a further entry of a once-a-day tracker, next to the existing one.
 */
another: boolean, };
export type Drawing = "breath" | "steps" | "plain";
export type DueScale = { 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * "PHQ-9 is due today.".
 */
text: string, 
/**
 * The day of one that was begun yesterday and not finished, YYYY-MM-DD; empty for a new one.
 */
day: string, };
export type EarlierPlan = { 
/**
 * When it was changed to this, as text.
 */
when: string, 
/**
 * Its written parts.
 */
parts: Array<Line>, };
export type EarlySign = { 
/**
 * Key of the tracker.
 */
tracker: string, 
/**
 * Key of the field or measure.
 */
of: string, 
/**
 * Whether it counts when it is higher than usual; otherwise lower.
 */
higher: boolean, 
/**
 * Weeks before that say what is usual.
 */
weeks: number, 
/**
 * Days in a row on which it has to hold.
 */
days: number, };
export type EffectForm = { 
/**
 * Its key in the checklist; empty for own words.
 */
item: string, 
/**
 * Own words.
 */
words: string, 
/**
 * Since when; empty if not known.
 */
since: string, 
/**
 * What the person thinks it comes from.
 */
guess: string, 
/**
 * More about it.
 */
note: string, 
/**
 * Whether it is on pages; none for what is usual for the item.
 */
on_pages: boolean | null, };
export type EffectGroup = { 
/**
 * Its title.
 */
title: string, 
/**
 * Whether it is folded until it is asked for.
 */
intimate: boolean, 
/**
 * Its items.
 */
items: Array<EffectItem>, };
export type EffectItem = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its words.
 */
title: string, };
export type EffectRating = { 
/**
 * How strong: 0 gone to 3 strong.
 */
strong: number | null, 
/**
 * How much in the way: 0 not at all to 3 a lot.
 */
in_the_way: number | null, };
export type EffectRow = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
effect: SideEffect, 
/**
 * Its name.
 */
title: string, 
/**
 * "since 19 Oct 2026 · you suspect sertraline".
 */
about: string, 
/**
 * This week.
 */
rating: EffectRating, 
/**
 * How strong in the last six weeks, oldest first.
 */
weeks: Array<number | null>, 
/**
 * The same in words.
 */
said: string, 
/**
 * Whether an answer of 1 or more opens the support page.
 */
opens_support: boolean, };
export type EffectWeek = { 
/**
 * Its Monday.
 */
monday: string, 
/**
 * How often, all of them together: 0 not at all to 6 all the time.
 */
often: number | null, 
/**
 * How strong, all of them together: 0 to 6.
 */
strong: number | null, 
/**
 * How much in the way, all of them together: 0 to 6.
 */
in_the_way: number | null, 
/**
 * Each one, by the uid of the effect.
 */
ratings: { [key in string]: EffectRating }, };
export type EntryPreview = { 
/**
 * Its measures.
 */
measures: Array<MeasurePreview>, 
/**
 * Its time range, or the day it belongs to; empty where that is obvious.
 */
time_span: string, 
/**
 * Warnings about unusual values. They do not prevent saving.
 */
warnings: Array<string>, 
/**
 * Clock times that occur twice when daylight saving time ends.
 */
ambiguous_times: Array<AmbiguousTime>, };
export type EntryVersion = { 
/**
 * ID of the revision that created it.
 */
revision: number, 
/**
 * When it was created, as text.
 */
when: string, 
/**
 * Its answers as text, in parts.
 */
parts: Array<string>, 
/**
 * Its note.
 */
note: string, 
/**
 * Whether it is the current version.
 */
current: boolean, };
export type EntryView = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The parts of its line.
 */
parts: Array<string>, 
/**
 * The answers that its line omits, each with its name.
 */
remaining_answers: Array<string>, 
/**
 * The time zone of its times.
 */
zone: string, 
/**
 * The time zone in which a night started, if different.
 */
start_zone: string | null, 
/**
 * The time of the event, HH:MM; empty if only the day is known.
 */
at: string, 
/**
 * The same time, formatted for the user.
 */
at_text: string, 
/**
 * Its source, if it was not typed by hand; empty otherwise.
 */
source: string, 
/**
 * Label of an entry written on a later day; empty otherwise.
 */
late_label: string, 
/**
 * Its note.
 */
note: string, 
/**
 * Its answers in the format of a form.
 */
answers: { [key in string]: Answer }, };
export type EpisodeWeight = "mild" | "some-effort" | "great-effort" | "severe";
export type ErrorCode = "validation" | "not-found" | "not-open" | "damaged" | "locked" | "closed" | "import" | "disk" | "internal" | "crashed";
export type Field = { 
/**
 * Lower-case key, never changed once released.
 */
key: string, 
/**
 * Kind of question, with the limits of a valid answer.
 */
kind: FieldKind, 
/**
 * Whether it is asked only when the user asks for everything.
 */
optional: boolean, 
/**
 * Whether it is a follow-up: asked only for an existing entry whose day has come (what became
 * of a plan).
 */
follow_up: boolean, 
/**
 * Another field whose answer the form suggests until this one is edited.
 */
default_from: string | null, 
/**
 * An answer at or below this number makes the page ask fewer questions that day.
 */
low_day_threshold: number | null, };
export type FieldError = { 
/**
 * The field's or measure's key; empty for the entry as a whole.
 */
field: string, 
/**
 * The message.
 */
message: string, };
export type FieldForm = { 
/**
 * Its key once saved; empty for a new field.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The hint below it; empty if there is none.
 */
hint: string, 
/**
 * How it is answered: `scale`, `quantity`, `choice`, `clock`, `yes-no` or `text`.
 */
kind: string, 
/**
 * The unit of an amount.
 */
unit: string, 
/**
 * Lowest answer of a scale or amount.
 */
min: number, 
/**
 * Highest answer of a scale or amount.
 */
max: number, 
/**
 * Label of the lower end of a scale.
 */
low: string, 
/**
 * Label of the upper end of a scale.
 */
high: string, 
/**
 * Label of the middle of a scale, if any.
 */
middle: string, 
/**
 * The options of a choice.
 */
options: Array<OptionForm>, 
/**
 * Whether several options can be chosen, or several amounts entered and summed.
 */
several: boolean, 
/**
 * Which direction is better.
 */
direction: Direction, 
/**
 * How it is charted; none if it is not.
 */
chart: ChartMark | null, 
/**
 * How several entries of one day combine into the value of the day.
 */
aggregate: DayAggregate, 
/**
 * Whether by default only the page length `everything` asks it.
 */
optional: boolean, };
export type FieldKind = { "type": "quantity", 
/**
 * Unit of the amount.
 */
unit: Unit, 
/**
 * Lowest valid amount.
 */
min: number, 
/**
 * Highest valid amount.
 */
max: number, 
/**
 * Step between valid amounts; 1 means whole numbers.
 */
step: number, 
/**
 * Amount the plus and minus buttons add or subtract; 0 for no buttons.
 */
button_step: number, 
/**
 * Whether several amounts may be given; formulas use their sum.
 */
several: boolean, } | { "type": "scale", 
/**
 * Lowest point.
 */
min: number, 
/**
 * Highest point.
 */
max: number, } | { "type": "choice", 
/**
 * The options, in display order.
 */
options: Array<ChoiceOption>, 
/**
 * Whether more than one may be chosen.
 */
several: boolean, } | { "type": "clock" } | { "type": "yes-no" } | { "type": "text", 
/**
 * Maximum length, in characters.
 */
max: number, };
export type Figure = { 
/**
 * Title.
 */
title: string, 
/**
 * Description of the figure in one sentence.
 */
description: string, 
/**
 * Number of days on the x axis.
 */
days: number, 
/**
 * Ticks of the x axis.
 */
x: Array<Tick>, 
/**
 * Ticks of the y axis.
 */
y: Array<Tick>, 
/**
 * Lower end of the y axis.
 */
low: number, 
/**
 * Upper end of the y axis.
 */
high: number, 
/**
 * The marks, back to front.
 */
marks: Array<Mark>, 
/**
 * Labelled y ranges drawn in the background.
 */
bands: Array<Span>, 
/**
 * The middle half of the days (y), drawn pale behind dots.
 */
own: Span | null, 
/**
 * The day of the first entry, if it lies within the figure (x).
 */
began: Tick | null, 
/**
 * Runs of days without entries (x), drawn hatched.
 */
gaps: Array<Span>, 
/**
 * Planned pauses (x).
 */
pauses: Array<Span>, 
/**
 * Life events (x).
 */
life: Array<Span>, 
/**
 * Days recorded late: [x, y].
 */
late: Array<[number, number]>, 
/**
 * Days answered with one tap in place of all other fields, marked below the chart.
 */
states: Array<Tick>, 
/**
 * Dated changes, drawn as vertical lines.
 */
events: Array<Tick>, 
/**
 * Text of each day or column, for the readout and the table.
 */
readings: Array<Reading>, };
export type Fill = { 
/**
 * The day.
 */
on: string, 
/**
 * Days it lasts.
 */
days: number, };
export type Formula = { "sum": Array<string> } | { "difference": Array<string> } | { "elapsed": Array<string> } | { "percentage": Array<string> } | { "midpoint": Array<string> } | { "count": Array<string> } | { "product": Array<string> } | { "band-index": Array<string> };
export type FourteenDays = { 
/**
 * The days behind it and where most of them lie, in one line.
 */
caption: string, 
/**
 * Lower end of the scale.
 */
low: number, 
/**
 * Upper end of the scale.
 */
high: number, 
/**
 * The middle half of the days, if there are enough.
 */
band: [number, number] | null, 
/**
 * The days, oldest first.
 */
days: Array<StripDay>, };
export type GroupForm = { 
/**
 * Its name.
 */
name: string, 
/**
 * Where it meets, or its address on the web.
 */
place: string, 
/**
 * The next date; empty if none is known.
 */
next: string, };
export type GroupView = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
group: SupportGroup, 
/**
 * "Library on the corner · next on 3 Dec 2026".
 */
about: string, };
export type HardDay = { 
/**
 * "Walk: on 9 of 14 of your better days", most frequent first.
 */
helped: Array<string>, 
/**
 * Things the person can do alone, from the plan.
 */
plan: Array<string>, };
export type HealthForm = { 
/**
 * What it is about.
 */
kind: HealthKind, 
/**
 * The fact.
 */
text: string, 
/**
 * Since when; empty if not known.
 */
since: string, 
/**
 * Until when, for an episode or a hospital stay; empty if it goes on or is not known.
 */
until: string, 
/**
 * Who treats it, or more about it.
 */
detail: string, 
/**
 * How heavy an episode was.
 */
weight: EpisodeWeight | null, };
export type HealthKind = "allergy" | "physical" | "co-occurring" | "episode" | "hospital-stay" | "lab" | "family" | "pregnancy" | "life-situation";
export type HealthNote = { 
/**
 * What it is about.
 */
kind: HealthKind, 
/**
 * The fact, in the person's words.
 */
text: string, 
/**
 * Since when, or when.
 */
since: PartialDate | null, 
/**
 * Until when, for an episode or a hospital stay.
 */
until: PartialDate | null, 
/**
 * Who treats it, or more about it.
 */
detail: string, 
/**
 * How heavy an episode was.
 */
weight: EpisodeWeight | null, };
export type HealthRow = { 
/**
 * The kind.
 */
kind: HealthKind, 
/**
 * Its heading.
 */
title: string, 
/**
 * The notes.
 */
notes: Array<HealthView>, };
export type HealthView = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
note: HealthNote, 
/**
 * "since Mar 2019 · Dr Brandt".
 */
about: string, };
export type Helped = "none" | "a-little" | "half" | "a-lot" | "fully" | "dont-remember";
export type HelplineView = { 
/**
 * Its name.
 */
name: string, 
/**
 * The number.
 */
number: string, 
/**
 * Whether one writes to it instead of calling.
 */
text: boolean, 
/**
 * When and how, and when it was checked: "day and night · free · checked Nov 2026".
 */
about: string, };
export type Hold = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none while it lasts.
 */
to: string | null, };
export type HoldForm = { 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day; empty while it lasts.
 */
to: string, };
export type Icon = "dot" | "moon" | "footprints" | "utensils" | "wind" | "users" | "glass" | "list" | "flag" | "sun" | "screen" | "scales" | "drop" | "bandage" | "heart" | "speech" | "card";
export type Intake = { 
/**
 * The time of day, HH:MM.
 */
time: string, 
/**
 * The amount, in the unit of the segment.
 */
amount: number, };
export type IntakeForm = { 
/**
 * The time of day.
 */
time: string, 
/**
 * The amount.
 */
amount: string, };
export type ItemOption = { 
/**
 * The option's key.
 */
key: string, 
/**
 * Its words.
 */
label: string, };
export type ItemView = { 
/**
 * The field's key.
 */
key: string, 
/**
 * Its words.
 */
text: string, 
/**
 * Whether the total needs it.
 */
scored: boolean, 
/**
 * Whether an answer of 1 or more shows help at once.
 */
support: boolean, 
/**
 * The answers to choose from, without the one that declines.
 */
options: Array<ItemOption>, 
/**
 * The answer that declines, if there is one.
 */
declined: ItemOption | null, 
/**
 * The key of the answer given.
 */
answer: string | null, };
export type Known = "memory" | "letter" | "pharmacy" | "journal";
export type KnownDate = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * "24 Oct 2026: Sertraline 100 mg".
 */
title: string, };
export type Labels = Record<string, string>;
export type LaneGroup = "medicines" | "courses" | "therapies";
export type LanePart = { 
/**
 * Its first day on the x axis, counted from the first day of the lane.
 */
from: number, 
/**
 * The day after its last.
 */
to: number, 
/**
 * Height from 0 to 1: the dose compared with the highest.
 */
height: number, 
/**
 * "50 mg".
 */
label: string, 
/**
 * Whether it is taken as needed.
 */
as_needed: boolean, };
export type LeftoverDraft = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * A sentence about it, with the day.
 */
text: string, };
export type LifeEvent = { 
/**
 * What happened, in the person's words.
 */
what: string, 
/**
 * What it is about.
 */
kind: LifeEventKind, 
/**
 * Since when, or when.
 */
from: PartialDate, 
/**
 * Until when; none for a day, or while it goes on.
 */
to: PartialDate | null, 
/**
 * Whether it goes on.
 */
ongoing: boolean, 
/**
 * How it weighed: −3 very hard to +3 very good; none if not said.
 */
impact: number | null, 
/**
 * Whether it stays out of pages and exports.
 */
private: boolean, };
export type LifeEventForm = { 
/**
 * What happened.
 */
what: string, 
/**
 * What it is about.
 */
kind: LifeEventKind, 
/**
 * Since when, or when.
 */
from: string, 
/**
 * Until when; empty for a day.
 */
to: string, 
/**
 * Whether it goes on.
 */
ongoing: boolean, 
/**
 * How it weighed, −3 to 3; none if not said.
 */
impact: number | null, 
/**
 * Whether it stays out of pages.
 */
private: boolean, };
export type LifeEventKind = "loss" | "relationships" | "work" | "home" | "health" | "other";
export type LifeEventRow = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
event: LifeEvent, 
/**
 * "Mar 2024 – May 2024 · loss · −2 of 3".
 */
about: string, };
export type Line = { 
/**
 * The day, as text.
 */
day: string, 
/**
 * Text of the line.
 */
text: string, };
export type LocaleBundle = { 
/**
 * Its language tag.
 */
language: string, 
/**
 * `ltr` or `rtl`.
 */
direction: string, 
/**
 * The Fluent pattern of each message, by id: the window parses only what it shows.
 */
messages: { [key in string]: string }, };
export type LockAfter = "1" | "5" | "10" | "30" | "never";
export type Mark = { "is": "line", 
/**
 * Segments without gaps.
 */
runs: Array<Array<[number, number]>>, } | { "is": "dots", 
/**
 * Where.
 */
points: Array<[number, number]>, } | { "is": "bars", 
/**
 * Where.
 */
points: Array<[number, number]>, } | { "is": "range", 
/**
 * Where.
 */
points: Array<[number, number, number]>, 
/**
 * Width of a column, in days; some are wider or narrower by a part of a day.
 */
column: number, } | { "is": "strip", 
/**
 * Where.
 */
points: Array<number>, };
export type Measure = { 
/**
 * Lower-case key, never changed once released.
 */
key: string, 
/**
 * Its unit.
 */
unit: Unit, 
/**
 * Its formula.
 */
formula: Formula, 
/**
 * Below this, the entry is invalid (`<key>.error` says why).
 */
min: number | null, 
/**
 * Above this, the entry is invalid.
 */
max: number | null, 
/**
 * Below this, the number is unusual: `<key>.warning` asks the user to check it, but the entry is
 * valid.
 */
warn_below: number | null, 
/**
 * Above this, the number is unusual.
 */
warn_above: number | null, };
export type MeasureOption = { 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * The field's or measure's key.
 */
of: string, 
/**
 * Its name.
 */
label: string, };
export type MeasurePreview = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its formatted value.
 */
text: string, };
export type Medicine = { 
/**
 * Its name, as the person says it.
 */
name: string, 
/**
 * How it is got.
 */
kind: MedicineKind, 
/**
 * Tablet, capsule, drops and so on, as typed.
 */
form: string, 
/**
 * What for.
 */
reason: string, 
/**
 * Who prescribed it.
 */
prescriber: string, 
/**
 * Its doses over time, oldest first; at least one.
 */
segments: Array<Segment>, 
/**
 * Stretches in which a clinician had it paused.
 */
holds: Array<Hold>, 
/**
 * Supplies that were picked up, oldest first.
 */
fills: Array<Fill>, 
/**
 * When and why it was stopped.
 */
stopped: Stop | null, };
export type MedicineForm = { 
/**
 * Its name.
 */
name: string, 
/**
 * How it is got.
 */
kind: MedicineKind, 
/**
 * Tablet, capsule, drops and so on.
 */
form: string, 
/**
 * What for.
 */
reason: string, 
/**
 * Who prescribed it.
 */
prescriber: string, 
/**
 * Its dose and plan.
 */
dose: DoseForm, 
/**
 * Whether it is taken beside another one of the same name.
 */
second: boolean, };
export type MedicineKind = "prescribed" | "over-the-counter" | "herbal";
export type MedicineLane = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its doses.
 */
parts: Array<LanePart>, 
/**
 * For a course: the days of its sessions.
 */
sessions: Array<number>, };
export type MedicineName = { 
/**
 * The generic name in the user's language.
 */
name: string, 
/**
 * Brand names.
 */
brands: string, 
/**
 * Usual unit.
 */
unit: string, };
export type MedicineRow = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
medicine: Medicine, 
/**
 * "Sertraline 100 mg".
 */
title: string, 
/**
 * "tablet · depression · my GP".
 */
about: string, 
/**
 * "100 mg at 08:00, every day".
 */
plan: string, 
/**
 * "since 14 Oct 2026"; for a stopped one "3 Jun 2026 – 14 Oct 2026 · side effects".
 */
since: string, 
/**
 * "24 of 28 marked taken, 4 not recorded"; empty if nothing was scheduled.
 */
marks: string, 
/**
 * "8 days left of what you picked up"; empty if no supply was noted.
 */
supply: string, 
/**
 * Whether it is taken as needed.
 */
as_needed: boolean, 
/**
 * Whether a clinician has it paused.
 */
on_hold: boolean, 
/**
 * Its doses over time, as parts of a lane.
 */
lane: Array<LanePart>, };
export type MonthPage = { 
/**
 * The month, YYYY-MM.
 */
month: string, 
/**
 * What it shows and how to read it.
 */
head: CalendarHead, 
/**
 * The month before, YYYY-MM.
 */
before: string, 
/**
 * The month after; empty if it is in the future.
 */
after: string, 
/**
 * Names of the weekdays, Monday first: short and full.
 */
weekdays: Array<[string, string]>, 
/**
 * Weeks of seven cells; `None` outside the month.
 */
weeks: Array<Array<DayCell | null>>, };
export type NearbyDay = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * Its name, such as "Yesterday".
 */
label: string, };
export type NearbyZone = { 
/**
 * Its IANA name, such as `America/New_York`.
 */
zone: string, 
/**
 * Its place name, such as "New York".
 */
label: string, };
export type Note = { 
/**
 * The entry it belongs to.
 */
uid: string, 
/**
 * Its day.
 */
day: string, 
/**
 * Its text.
 */
text: string, 
/**
 * Whether it is on the page.
 */
shown: boolean, };
export type OptionForm = { 
/**
 * Its key once saved; empty for a new option.
 */
key: string, 
/**
 * Its label.
 */
name: string, 
/**
 * Its value in charts, if it has one.
 */
score: number | null, };
export type OwnLine = { 
/**
 * Its name.
 */
name: string, 
/**
 * The number.
 */
number: string, 
/**
 * When it can be reached, and what for.
 */
about: string, };
export type OwnLineView = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
line: OwnLine, };
export type PageLength = "short" | "usual" | "everything";
export type Panel = { 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * The field's or measure's key.
 */
of: string, 
/**
 * The tracker's name.
 */
title: string, 
/**
 * The measure's name; empty if it equals the tracker's.
 */
measure: string, 
/**
 * Its summary, in short lines.
 */
lines: Array<string>, 
/**
 * How many days it has, in words.
 */
counted: string, 
/**
 * Whether there is little or nothing to draw.
 */
few: boolean, 
/**
 * The chart.
 */
figure: Figure, };
export type PartialDate = string;
export type PastVisit = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * "24 Nov 2026, Dr Okafor".
 */
title: string, 
/**
 * What the patient wanted to talk about.
 */
points: Array<string>, 
/**
 * What was agreed.
 */
agreed: string, 
/**
 * The page as it was, as text.
 */
page: string, };
export type PatternCard = { 
/**
 * Its key.
 */
key: string, 
/**
 * "On days after more sleep, your mood tended to be higher (63 days)."
 */
said: string, 
/**
 * One sentence of doubt.
 */
doubt: string, 
/**
 * The figures behind it, for a clinician.
 */
figures: string, 
/**
 * What comes first, for an experiment.
 */
first: string, 
/**
 * Number of days.
 */
n: number, 
/**
 * Spearman's rank correlation, its interval, and p by circular shifts.
 */
rho: number, 
/**
 * Lower end of the interval.
 */
low: number, 
/**
 * Upper end of the interval.
 */
high: number, 
/**
 * By circular shifts.
 */
p: number, 
/**
 * The seed of the interval.
 */
seed: number, };
export type PatternRow = { 
/**
 * Which pair.
 */
title: string, 
/**
 * "Not enough yet (17 of 30 days)", "No clear pattern in your data yet (63 days)".
 */
said: string, };
export type PatternsPage = { 
/**
 * Patterns that hold.
 */
cards: Array<PatternCard>, 
/**
 * Patterns that hold and were hidden.
 */
hidden: Array<PatternCard>, 
/**
 * Pairs without a clear pattern or without enough days, with the reason.
 */
rest: Array<PatternRow>, 
/**
 * "17 pairs looked at, in the last 730 days"
 */
looked_at: string, };
export type Pause = { 
/**
 * Reason.
 */
reason: PauseReason, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; `None` while the end is open.
 */
to: string | null, };
export type PauseReason = "holiday" | "hospital" | "rest";
export type PauseView = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The pause.
 */
pause: Pause, 
/**
 * Its description: "In hospital, 20 Nov 2026 to 2 Dec 2026".
 */
text: string, };
export type Person = { 
/**
 * Name.
 */
name: string, 
/**
 * Phone number; empty if they are reached otherwise.
 */
phone: string, 
/**
 * What they are good for, or how to reach them.
 */
note: string, 
/**
 * Whether they may be called at night.
 */
at_night: boolean, 
/**
 * A message written on a good day, to be sent on a bad one.
 */
message: string, 
/**
 * Place in the list, from 0.
 */
position: number, };
export type PersonView = { 
/**
 * Their uid.
 */
uid: string, 
/**
 * Who they are.
 */
person: Person, 
/**
 * What they are good for, and whether they may be called at night.
 */
about: string, };
export type Plan = { "kind": "daily", 
/**
 * Intakes of a day.
 */
times: Array<Intake>, } | { "kind": "every-days", 
/**
 * Days from one to the next.
 */
days: number, 
/**
 * Intakes of such a day.
 */
times: Array<Intake>, } | { "kind": "weekdays", 
/**
 * Days of the week, 1 for Monday to 7 for Sunday.
 */
weekdays: Array<number>, 
/**
 * Intakes of such a day.
 */
times: Array<Intake>, } | { "kind": "monthly", 
/**
 * Day of the month; the last day of a month that is shorter.
 */
day: number, 
/**
 * Intakes of such a day.
 */
times: Array<Intake>, } | { "kind": "taper", 
/**
 * The steps, in order.
 */
steps: Array<TaperStep>, 
/**
 * The time of day, HH:MM.
 */
time: string, } | { "kind": "as-needed", 
/**
 * The amount of one intake.
 */
amount: number, 
/**
 * The most a day as the person was told, as typed; never checked.
 */
most: string, };
export type PlanKind = "daily" | "weekdays" | "every-days" | "monthly" | "taper" | "as-needed";
export type PlanPart = "signs" | "alone" | "distraction" | "help" | "professionals" | "surroundings" | "matters";
export type PlanPartView = { 
/**
 * Which part.
 */
part: PlanPart, 
/**
 * Its heading.
 */
title: string, 
/**
 * An example of a line.
 */
example: string, 
/**
 * Its lines, in order.
 */
lines: Array<string>, };
export type PlanView = { 
/**
 * Its seven parts, in order.
 */
parts: Array<PlanPartView>, 
/**
 * "of 2 November 2026"; empty if nothing is written.
 */
changed: string, };
export type Planned = { 
/**
 * Its day, YYYY-MM-DD.
 */
day: string, 
/**
 * The day in words.
 */
label: string, 
/**
 * The entry.
 */
entry: EntryView, };
export type Practice = { 
/**
 * Its key.
 */
key: string, 
/**
 * The option of the tracker's first choice field that records it.
 */
option: string, 
/**
 * How it is drawn.
 */
drawing: Drawing, 
/**
 * Duration offered, in minutes.
 */
minutes: number, 
/**
 * Its name.
 */
title: string, 
/**
 * Its description, in a sentence or two.
 */
lead: string, 
/**
 * Its steps, in order.
 */
steps: Array<Step>, };
export type PreferencesView = { 
/**
 * This program's version.
 */
version: string, 
/**
 * Whether onboarding is still to be shown.
 */
onboarding: boolean, 
/**
 * `system`, or the tag of the language that was chosen.
 */
language_chosen: string, 
/**
 * The tags of all available languages.
 */
languages: Array<string>, 
/**
 * Country code of two letters, or empty.
 */
country: string, 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Page length.
 */
length: PageLength, 
/**
 * Text size.
 */
text: TextSize, 
/**
 * How a time of day is written.
 */
clock: ClockStyle, 
/**
 * The decimal mark of numbers.
 */
decimal_mark: string, 
/**
 * Whether a low answer shortens the page.
 */
shorten: boolean, 
/**
 * Whether the user has been informed of that.
 */
shorten_announced: boolean, 
/**
 * Whether patterns include entries recorded late.
 */
late_in_patterns: boolean, 
/**
 * When the patient's day starts, in minutes after midnight.
 */
day_start: number, 
/**
 * Whether figures and charts are kept for the page of a visit alone.
 */
hide_numbers: boolean, 
/**
 * What Support now shows while the journal is locked.
 */
support_while_locked: SupportWhileLocked, 
/**
 * When an idle journal is closed.
 */
lock_after: LockAfter, 
/**
 * The journal's folder.
 */
folder: string, 
/**
 * Current warnings about the journal and its location.
 */
notices: Array<string>, };
export type Profile = { 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * The field's or measure's key.
 */
of: string, 
/**
 * The measure's name.
 */
title: string, 
/**
 * Monday to Sunday.
 */
weekdays: ProfileTable, 
/**
 * Morning to night; without parts unless it was written down at several times of day.
 */
times: ProfileTable, };
export type ProfilePart = { 
/**
 * Its name.
 */
name: string, 
/**
 * "9 of 13 days", "12 of 40 entries".
 */
counted: string, 
/**
 * "typical 4, most days 3 to 5", or that it is too few.
 */
text: string, 
/**
 * Lower quartile, median and upper quartile as shares of the axis of all parts; none with too few.
 */
spread: [number, number, number] | null, };
export type ProfileTable = { 
/**
 * Lower end of the axis, as text.
 */
low: string, 
/**
 * Upper end of the axis, as text.
 */
high: string, 
/**
 * The parts.
 */
parts: Array<ProfilePart>, };
export type ProfilesPage = { 
/**
 * The period, as text.
 */
period: string, 
/**
 * The measures, in the order of their charts.
 */
profiles: Array<Profile>, };
export type Questionnaire = { 
/**
 * The field or measure with the total. Its chart says the range.
 */
total: string, 
/**
 * Smallest change of the total that is more than measurement error; none if not settled.
 */
reliable_change: number | null, 
/**
 * A total below it counts as remission.
 */
remission_below: number | null, 
/**
 * Lowest earlier total against which half of it (a response) says anything.
 */
response_from: number | null, 
/**
 * The item about thoughts of death. A score of 1 or more shows help at once.
 */
support_item: string | null, 
/**
 * How long it takes, in minutes; 0 for a score only.
 */
minutes: number, 
/**
 * Whether it is offered before any score was given.
 */
offered: boolean, };
export type Reading = { 
/**
 * Position on the x axis.
 */
at: number, 
/**
 * The day or days, as text.
 */
day: string, 
/**
 * The recorded values, as text.
 */
text: string, };
export type Remembered = { 
/**
 * In the person's words, written before the session.
 */
text: string, 
/**
 * Whether it was there afterwards; none if not asked.
 */
there: boolean | null, };
export type RemovedEntryView = { 
/**
 * The entry.
 */
uid: string, 
/**
 * The revision that removed it.
 */
revision: number, 
/**
 * Its tracker and its day, in words.
 */
title: string, 
/**
 * The parts of its line.
 */
parts: Array<string>, 
/**
 * Its note.
 */
note: string, 
/**
 * When it was removed, in words.
 */
when: string, };
export type RepairView = { 
/**
 * Sentences that describe it.
 */
messages: Array<string>, 
/**
 * The days that differ from the backup it is based on, latest first.
 */
days: Array<string>, };
export type SaveRequest = { "what": "visit-pdf" } | { "what": "protected-pdf", 
/**
 * The passphrase.
 */
passphrase: string, } | { "what": "plan" } | { "what": "plan-card" } | { "what": "medicines" } | { "what": "medicines-card" } | { "what": "treatment-history" } | { "what": "week-card" } | { "what": "trial-template" } | { "what": "csv" } | { "what": "chart", 
/**
 * Which one.
 */
chart: ChartChoice, 
/**
 * What it is saved as.
 */
format: ChartFormat, } | { "what": "tracker", 
/**
 * Its key.
 */
key: string, } | { "what": "sheet", 
/**
 * Who holds it.
 */
holder: SheetHolder, };
export type SavedFile = { 
/**
 * Path of the file or folder.
 */
path: string, 
/**
 * Message that says where it was saved.
 */
message: string, };
export type ScaleLine = { 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * Its name.
 */
title: string, 
/**
 * "12 of 27 · moderate", or how many questions were answered.
 */
text: string, };
export type ScalePage = { 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * Its name.
 */
title: string, 
/**
 * The day it belongs to, YYYY-MM-DD.
 */
day: string, 
/**
 * "the last 2 weeks: since 8 November".
 */
period: string, 
/**
 * What all questions begin with.
 */
stem: string, 
/**
 * The credit line that its licence asks for.
 */
credit: string, 
/**
 * What it is and who made it.
 */
about: string, 
/**
 * The language of its questions, if it is not the language of the window.
 */
language: string, 
/**
 * The uid of the entry, once there is one.
 */
uid: string | null, 
/**
 * Its questions.
 */
items: Array<ItemView>, 
/**
 * Whether its scores are kept for the page of a visit alone.
 */
hidden: boolean, 
/**
 * "7 of 9 answered – no total"; empty if there is a total.
 */
without_total: string, 
/**
 * The result, if every question that it needs is answered.
 */
result: ScaleResult | null, 
/**
 * What is said about the item about thoughts of death, if it was answered with 1 or more.
 */
support: SupportItemView | null, 
/**
 * What the person set.
 */
settings: ScaleSettings, 
/**
 * The day of the next visit, YYYY-MM-DD; empty if none is set.
 */
visit: string, 
/**
 * "due Sun 6 Dec, every 2 weeks".
 */
due: string, };
export type ScaleResult = { 
/**
 * The total.
 */
total: number, 
/**
 * The total, as text.
 */
total_text: string, 
/**
 * "of 27 on 22 Nov 2026".
 */
of: string, 
/**
 * "The questionnaire calls 10 to 14 moderate."; empty without bands.
 */
band: string, 
/**
 * The lowest total.
 */
min: number, 
/**
 * The highest total.
 */
max: number, 
/**
 * The questionnaire's bands.
 */
bands: Array<BandView>, 
/**
 * The total before, if there is one.
 */
last: number | null, 
/**
 * Comparisons with earlier totals.
 */
earlier: Array<Comparison>, 
/**
 * The marks that clinicians use.
 */
marks: Array<string>, 
/**
 * All scores, if there are two or more.
 */
figure: Figure | null, 
/**
 * "7 questionnaires".
 */
count: string, 
/**
 * Whether it is the score that the person chose as their start.
 */
is_start: boolean, };
export type ScaleRow = { 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * Its name.
 */
title: string, 
/**
 * What it asks, in a few words.
 */
short: string, 
/**
 * What it is and who made it.
 */
about: string, 
/**
 * Whether its questions are answered here; otherwise only its score is kept.
 */
has_items: boolean, 
/**
 * How long it takes, in minutes.
 */
minutes: number, 
/**
 * Whether its scores are kept for the page of a visit alone.
 */
hidden: boolean, 
/**
 * The last total, as text; empty if there is none.
 */
total: string, 
/**
 * "of 27 · moderate".
 */
of: string, 
/**
 * The day of the last total, in words.
 */
day: string, 
/**
 * The same day, YYYY-MM-DD.
 */
last_day: string, 
/**
 * "3 lower than last time: smaller than the scale can tell apart".
 */
change: string, 
/**
 * The scores of the last months, if there are two or more.
 */
figure: Figure | null, 
/**
 * One begun today or yesterday and not finished: its day, YYYY-MM-DD.
 */
unfinished: string | null, 
/**
 * "5 of 9 answered – no total"; empty if none is unfinished.
 */
unfinished_text: string, 
/**
 * "due today, every two weeks".
 */
due: string, 
/**
 * What the person set.
 */
settings: ScaleSettings, 
/**
 * The lowest total.
 */
min: number, 
/**
 * The highest total.
 */
max: number, 
/**
 * Its bands, as "0–7 · 8–14".
 */
bands: string, };
export type ScaleSettings = { 
/**
 * Not asked before this day, YYYY-MM-DD.
 */
next: string | null, 
/**
 * Put off until this day, YYYY-MM-DD, whatever makes it due.
 */
not_before: string | null, 
/**
 * Days from one to the next; none for no rhythm.
 */
every_days: number | null, 
/**
 * Whether it is also due on the day before the next visit.
 */
before_visit: boolean, 
/**
 * The day of the score that later ones are compared with as the person's start.
 */
baseline: string | null, };
export type ScalesPage = { 
/**
 * Those with entries, and those offered from the start.
 */
rows: Array<ScaleRow>, 
/**
 * All others.
 */
others: Array<ScaleRow>, 
/**
 * Today, YYYY-MM-DD.
 */
today: string, 
/**
 * The day of the next visit, YYYY-MM-DD; empty if none is set.
 */
visit: string, };
export type SearchHitView = { 
/**
 * The entry.
 */
uid: string, 
/**
 * Its day, YYYY-MM-DD.
 */
day: string, 
/**
 * Its day and tracker as text.
 */
title: string, 
/**
 * The text around it in parts. Every second part, starting with the second, matches the query.
 */
parts: Array<string>, };
export type SearchPage = { 
/**
 * How many entries were found, as a sentence.
 */
message: string, 
/**
 * The matches, newest day first.
 */
hits: Array<SearchHitView>, };
export type Section = { 
/**
 * The tracker's key.
 */
tracker: string, 
/**
 * Its name.
 */
title: string, 
/**
 * Whether it is on the page.
 */
shown: boolean, 
/**
 * Whether it is left out unless ticked.
 */
private: boolean, };
export type Segment = { 
/**
 * Since when.
 */
from: PartialDate, 
/**
 * Unit of the amounts: mg, ml, drops.
 */
unit: string, 
/**
 * When it is taken, and how much.
 */
plan: Plan, 
/**
 * Why the dose was changed.
 */
why: string, };
export type SessionForm = { 
/**
 * Uid of the course.
 */
course: string, 
/**
 * The day.
 */
on: string, 
/**
 * Side, protocol or dose, as told.
 */
details: string, 
/**
 * Mood before, 0 to 10.
 */
before: number | null, 
/**
 * Mood after, 0 to 10.
 */
after: number | null, 
/**
 * When the mood after was asked.
 */
after_when: string, 
/**
 * Memory, dissociation, or what else was noticed.
 */
note: string, 
/**
 * What was brought.
 */
agenda: Array<string>, 
/**
 * What the person takes from it.
 */
takeaways: string, 
/**
 * How it was, 0 to 10.
 */
how_was: number | null, 
/**
 * What was to be remembered, and whether it was.
 */
remembered: Array<Remembered>, };
export type SessionRow = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
session: TherapySession, 
/**
 * Its number in the course.
 */
number: number, 
/**
 * Its day as text.
 */
day: string, 
/**
 * "4 → 5, next day"; a dash stands for what was not said. Empty if neither was.
 */
mood: string, 
/**
 * "3 of 5 of what you wrote down"; empty if nothing was asked.
 */
memory: string, };
export type SheetHolder = "patient" | "trusted";
export type SideEffect = { 
/**
 * Its key in the checklist; empty for one in the person's own words.
 */
item: string, 
/**
 * The person's own words; empty for one of the checklist.
 */
words: string, 
/**
 * Since when.
 */
since: PartialDate | null, 
/**
 * What the person thinks it comes from. A guess.
 */
guess: string, 
/**
 * More about it.
 */
note: string, 
/**
 * Whether it is on pages and in exports. Intimate and sensitive ones are not unless ticked.
 */
on_pages: boolean, };
export type SideEffectsPage = { 
/**
 * "This week, 16 to 22 November".
 */
title: string, 
/**
 * The answers of this week.
 */
week: EffectWeek, 
/**
 * Effects that are there, or were in the last two weeks.
 */
now: Array<EffectRow>, 
/**
 * Effects that are gone.
 */
gone: Array<EffectRow>, 
/**
 * Items offered first that are not kept yet.
 */
first: Array<EffectItem>, 
/**
 * All items by group.
 */
groups: Array<EffectGroup>, 
/**
 * When to call the emergency number.
 */
urgent: Array<string>, 
/**
 * When to call the clinic.
 */
soon: Array<string>, 
/**
 * The emergency number; empty if the country is not known.
 */
emergency: string, };
export type SignMeasure = { 
/**
 * Key of the tracker.
 */
tracker: string, 
/**
 * Key of the field or measure.
 */
of: string, 
/**
 * Its name.
 */
name: string, };
export type SignView = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
sign: EarlySign, 
/**
 * "Mood lower than in the 4 weeks before, 3 days in a row".
 */
text: string, };
export type SignsPage = { 
/**
 * The person's signs.
 */
signs: Array<SignView>, 
/**
 * Measures that can be watched.
 */
measures: Array<SignMeasure>, };
export type SkipReason = "forgot" | "side-effects" | "ran-out" | "felt-better" | "chose-not-to" | "cost" | "other";
export type Span = { 
/**
 * Start.
 */
from: number, 
/**
 * End.
 */
to: number, 
/**
 * Label; may be empty.
 */
label: string, };
export type Step = { 
/**
 * The instruction.
 */
text: string, 
/**
 * Its duration, in seconds.
 */
seconds: number, };
export type StepForm = { 
/**
 * How many days.
 */
days: string, 
/**
 * The amount of a day.
 */
amount: string, };
export type Stop = { 
/**
 * The first day without it, as far as known.
 */
on: PartialDate, 
/**
 * Why.
 */
reason: StopReason, 
/**
 * More about it, in the person's words.
 */
note: string, };
export type StopReason = "not-enough-help" | "side-effects" | "finished" | "cost" | "other";
export type Stretch = { 
/**
 * "28 days before".
 */
title: string, 
/**
 * "mood typical 1, most days 1 to 2, 25 of 28 days"; scores with their number.
 */
lines: Array<string>, };
export type StripDay = { 
/**
 * First letter of its weekday.
 */
letter: string, 
/**
 * The day and its value, in words.
 */
text: string, 
/**
 * Its value; none if it is unknown.
 */
value: number | null, 
/**
 * Whether it has no value though the journal had begun.
 */
missing: boolean, };
export type SuggestedPause = { 
/**
 * First day, YYYY-MM-DD.
 */
from: string, 
/**
 * Last day, YYYY-MM-DD.
 */
to: string, 
/**
 * Question whether these days were a pause, with their dates.
 */
ask: string, };
export type Suggestion = { 
/**
 * Its answers as text.
 */
label: string, 
/**
 * The draft that records it on the day.
 */
draft: Draft, };
export type SupportGroup = { 
/**
 * Its name.
 */
name: string, 
/**
 * Where it meets, or its address on the web.
 */
place: string, 
/**
 * The next date.
 */
next: string | null, };
export type SupportItemView = { 
/**
 * What was noted, in the words of the answer.
 */
noted: string, 
/**
 * "That is more often than last time."; empty if it is not, or nothing is known of last time.
 */
more: string, 
/**
 * Whether to suggest telling a clinician before the next visit.
 */
sooner: boolean, 
/**
 * "Mark this to talk about on Thursday, 26 November 2026".
 */
mark: string, 
/**
 * What then stands on the page.
 */
on_page: string, 
/**
 * Whether it is marked.
 */
marked: boolean, };
export type SupportNow = { 
/**
 * Country code of the numbers; empty if none was chosen.
 */
country: string, 
/**
 * The emergency number; empty if the country has none here.
 */
emergency: string, 
/**
 * Helplines of the country.
 */
lines: Array<HelplineView>, 
/**
 * Helplines that the person added; shown before those of the country.
 */
own_lines: Array<OwnLineView>, 
/**
 * Support groups.
 */
groups: Array<GroupView>, 
/**
 * The person's own plan.
 */
plan: PlanView, 
/**
 * The person's own people.
 */
people: Array<PersonView>, };
export type SupportWhileLocked = { 
/**
 * The safety plan.
 */
plan: boolean, 
/**
 * The people to turn to.
 */
contacts: boolean, 
/**
 * The emergency number and the helplines of the country.
 */
lines: boolean, };
export type TakenDose = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * "taken at 9:10".
 */
time: string, };
export type TaperStep = { 
/**
 * How many days it lasts.
 */
days: number, 
/**
 * The amount of a day, in the unit of the segment.
 */
amount: number, };
export type TextSize = "100" | "125" | "150" | "200";
export type Theme = "system" | "light" | "dark";
export type TherapySession = { 
/**
 * Uid of the course.
 */
course: string, 
/**
 * The day.
 */
on: string, 
/**
 * Side, protocol or dose of this session, as told.
 */
details: string, 
/**
 * Mood before, 0 to 10.
 */
before: number | null, 
/**
 * Mood after, 0 to 10.
 */
after: number | null, 
/**
 * When the mood after was asked: "next day", "after 4 hours".
 */
after_when: string, 
/**
 * Memory, dissociation, or what else was noticed.
 */
note: string, 
/**
 * What was brought.
 */
agenda: Array<string>, 
/**
 * What the person takes from it.
 */
takeaways: string, 
/**
 * How it was, 0 to 10.
 */
how_was: number | null, 
/**
 * What was to be remembered, and whether it was.
 */
remembered: Array<Remembered>, };
export type Tick = { 
/**
 * Position.
 */
at: number, 
/**
 * Label.
 */
label: string, };
export type Timeline = { 
/**
 * First day, YYYY-MM-DD.
 */
from: string, 
/**
 * Number of days.
 */
days: number, 
/**
 * Episodes, drawn behind all lanes.
 */
episodes: Array<TimelineSpan>, 
/**
 * Hospital stays.
 */
stays: Array<TimelineSpan>, 
/**
 * Life events.
 */
events: Array<TimelineSpan>, 
/**
 * Lanes: medicines, courses, therapies.
 */
lanes: Array<TimelineLane>, 
/**
 * Names of the groups of lanes, in order.
 */
groups: Array<[LaneGroup, string]>, 
/**
 * Scores of questionnaires.
 */
scores: Array<TimelineScores>, 
/**
 * Short names of the months, January first.
 */
months: Array<string>, 
/**
 * Everything in words, a sentence a lane.
 */
said: Array<string>, };
export type TimelineLane = { 
/**
 * Which group it belongs to.
 */
group: LaneGroup, 
/**
 * Its name.
 */
name: string, 
/**
 * Its stretches, by time.
 */
parts: Array<TimelinePart>, 
/**
 * Whether it goes on.
 */
current: boolean, };
export type TimelinePart = { 
/**
 * Its first day.
 */
from: number, 
/**
 * The day after its last.
 */
to: number, 
/**
 * Thickness from 0 to 1: the dose compared with the highest of this lane.
 */
height: number, 
/**
 * "40 mg", "12 sessions"; stands beside the last stretch.
 */
label: string, 
/**
 * Whether dates or dose are from memory, or only known to the year.
 */
fuzzy: boolean, 
/**
 * Days on which a session was held.
 */
sessions: Array<number>, 
/**
 * The stretch in words.
 */
said: string, };
export type TimelineScores = { 
/**
 * Its name.
 */
title: string, 
/**
 * "19 scores".
 */
counted: string, 
/**
 * The highest score.
 */
high: number, 
/**
 * Day and score.
 */
points: Array<[number, number]>, };
export type TimelineSpan = { 
/**
 * Its first day.
 */
from: number, 
/**
 * The day after its last.
 */
to: number, 
/**
 * What it is.
 */
label: string, 
/**
 * Whether its dates are only known to the month or year.
 */
fuzzy: boolean, 
/**
 * How it weighed, −3 to 3; 0 if not said.
 */
impact: number, 
/**
 * How heavy an episode was, 1 to 4; 0 if not said.
 */
weight: number, };
export type Topic = "entries" | "visit" | "support" | "treatment" | "preferences" | "trackers";
export type TrackerChange = { 
/**
 * Its name; empty for the name in the definition.
 */
name: string | null, 
/**
 * Its status.
 */
status: TrackerStatus | null, 
/**
 * The fields asked at the usual page length.
 */
usual: Array<string> | null, 
/**
 * The tracker to place it before; empty for the end.
 */
before: string | null, };
export type TrackerForm = { 
/**
 * Its key once saved; empty for a new tracker.
 */
key: string, 
/**
 * Its name.
 */
title: string, 
/**
 * What one entry covers.
 */
covers: Covers, 
/**
 * Whether it is left out of every page and export unless ticked.
 */
private: boolean, 
/**
 * Its fields.
 */
fields: Array<FieldForm>, };
export type TrackerStatus = "active" | "disabled" | "archived";
export type TrackerView = { 
/**
 * Its definition without labels: those of the user's language are in `labels`.
 */
definition: Definition, 
/**
 * Its labels, with the user's name for it.
 */
labels: Labels, 
/**
 * Its status.
 */
status: TrackerStatus, 
/**
 * The fields asked at the usual page length; empty if it is left out.
 */
usual: Array<string>, 
/**
 * Whether the user built or imported it.
 */
custom: boolean, 
/**
 * Whether the builder can change it.
 */
editable: boolean, };
export type TrackersView = { 
/**
 * Key of the tracker that a day begins with; empty if no tracker is active.
 */
first: string, 
/**
 * All trackers in order, including inactive ones.
 */
trackers: Array<TrackerView>, };
export type TreatmentPage = { 
/**
 * Medicines that are taken, grouped by kind.
 */
now: Array<MedicineRow>, 
/**
 * Medicines that were stopped, latest first.
 */
stopped: Array<MedicineRow>, 
/**
 * Every trial.
 */
trials: Array<TrialRow>, 
/**
 * Health notes, by kind.
 */
health: Array<HealthRow>, 
/**
 * Today, YYYY-MM-DD.
 */
today: string, };
export type TrendView = { 
/**
 * Its name.
 */
name: string, 
/**
 * The span.
 */
span: string, 
/**
 * Whether optional measures are among those to choose from.
 */
everything: boolean, 
/**
 * The measures that are drawn, as "tracker measure".
 */
measures: Array<string>, };
export type TrendsPage = { 
/**
 * The period, as text.
 */
period: string, 
/**
 * The charts, top to bottom.
 */
panels: Array<Panel>, 
/**
 * Dated changes in the period.
 */
changes: Array<string>, 
/**
 * Dated changes, as marks on the time axis.
 */
events: Array<Tick>, 
/**
 * Whether there was a run of low days: the charts wait for a press then.
 */
low_run: boolean, 
/**
 * Whether figures are kept for the page of a visit alone.
 */
numbers_hidden: boolean, 
/**
 * Medicines of the period, with their doses.
 */
lanes: Array<MedicineLane>, 
/**
 * What a diamond marks; empty where none is drawn.
 */
marked: string, 
/**
 * First day of the period, YYYY-MM-DD.
 */
from: string, 
/**
 * Each day in words, for the read-out; empty for a period drawn in columns.
 */
days: Array<string>, 
/**
 * Saved views.
 */
views: Array<TrendView>, 
/**
 * Says when the entries begin, if most of the period lies before them; empty otherwise.
 */
begins: string, };
export type Trial = { 
/**
 * The medicine, therapy or procedure.
 */
name: string, 
/**
 * What it was.
 */
kind: TrialKind, 
/**
 * The episode it belongs to, in the person's words.
 */
episode: string, 
/**
 * Since when.
 */
from: PartialDate | null, 
/**
 * Until when.
 */
to: PartialDate | null, 
/**
 * Whether it goes on.
 */
ongoing: boolean, 
/**
 * Whether the dates are only about right.
 */
about: boolean, 
/**
 * The highest dose, or how many sessions.
 */
highest_dose: string, 
/**
 * How many weeks at that dose.
 */
weeks: string, 
/**
 * What it was combined with or added to.
 */
combined_with: string, 
/**
 * How much it helped.
 */
helped: Helped | null, 
/**
 * Scores before and after, as told: "PHQ-9 22 to 15".
 */
scores: string, 
/**
 * Side effects.
 */
side_effects: string, 
/**
 * Why it ended.
 */
why_stopped: string, 
/**
 * How this is known.
 */
known: Known, };
export type TrialForm = { 
/**
 * The medicine, therapy or procedure.
 */
name: string, 
/**
 * What it was.
 */
kind: TrialKind, 
/**
 * The episode it belongs to.
 */
episode: string, 
/**
 * Since when; empty if not remembered.
 */
from: string, 
/**
 * Until when.
 */
to: string, 
/**
 * Whether it goes on.
 */
ongoing: boolean, 
/**
 * Whether the dates are only about right.
 */
about: boolean, 
/**
 * The highest dose, or how many sessions.
 */
highest_dose: string, 
/**
 * How many weeks at that dose.
 */
weeks: string, 
/**
 * What it was combined with.
 */
combined_with: string, 
/**
 * How much it helped.
 */
helped: Helped | null, 
/**
 * Scores before and after, as told.
 */
scores: string, 
/**
 * Side effects.
 */
side_effects: string, 
/**
 * Why it ended.
 */
why_stopped: string, 
/**
 * How this is known.
 */
known: Known, };
export type TrialKind = "medicine" | "course" | "therapy" | "other";
export type TrialRow = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The record.
 */
trial: Trial, 
/**
 * "Mar 2019 – May 2020", "about 2019", or empty.
 */
dates: string, 
/**
 * "150 mg, 9 weeks".
 */
dose: string, 
/**
 * How much it helped, in words.
 */
helped: string, 
/**
 * How it is known, in words.
 */
known: string, 
/**
 * Scores and mood before and at the end: as told, or from the journal with their days.
 */
before_after: string, };
export type TypedDate = { 
/**
 * The date, YYYY-MM-DD.
 */
day: string, 
/**
 * The date in words.
 */
text: string, };
export type Unit = string;
export type UnlockMethods = { 
/**
 * There is no lock: the user's login is enough to open the journal.
 */
unlocked: boolean, 
/**
 * A recovery sheet exists.
 */
recovery: boolean, 
/**
 * A recovery sheet for a trusted person exists.
 */
trusted_recovery: boolean, 
/**
 * The system keyring opens the journal without a passphrase.
 */
keyring: boolean, };
export type Visit = { 
/**
 * What the patient wants to talk about, in their words and order.
 */
points: Array<string>, 
/**
 * Number of days the page covers.
 */
days: number, 
/**
 * Name to print, if any.
 */
name: string, 
/**
 * Keys of trackers excluded from the page.
 */
excluded: Array<string>, 
/**
 * Keys of private trackers included in the page and in exports.
 */
included_private: Array<string>, 
/**
 * Uids of entries whose note the patient chose to show.
 */
notes: Array<string>, 
/**
 * The day of the appointment, YYYY-MM-DD, if the patient set one.
 */
date: string | null, 
/**
 * Whether the page has the safety plan on it.
 */
with_plan: boolean, 
/**
 * Whether the page leaves out the answers about thoughts of death (question 9).
 */
without_support_item: boolean, 
/**
 * With whom the visit is.
 */
with: string, 
/**
 * Whether the page covers the days since the last visit, if there was one.
 */
since_last: boolean, 
/**
 * What helped, in the patient's words.
 */
helped: string, 
/**
 * What was hard, in the patient's words.
 */
hard: string, 
/**
 * Whether the page has the treatment history and what else a first visit asks.
 */
with_history: boolean, 
/**
 * Whether the page leaves out dates, names and free text.
 */
less_identifying: boolean, 
/**
 * Language of the page; none for that of the interface.
 */
language: string | null, 
/**
 * Paper size, `a4` or `us-letter`; none for that of the country.
 */
paper: string | null, 
/**
 * Date of birth to print, as typed; may be empty.
 */
born: string, 
/**
 * The diagnosis as the person was told it, and by whom; may be empty.
 */
diagnosis: string, 
/**
 * For a visit that has been: what was agreed.
 */
agreed: string, 
/**
 * For a visit that has been: the page as it was, as text.
 */
page: string, };
export type VisitPage = { 
/**
 * What the patient chose.
 */
visit: Visit, 
/**
 * Trackers that can be shown or left out.
 */
sections: Array<Section>, 
/**
 * Notes of the period that can be shown.
 */
notes: Array<Note>, 
/**
 * Whether the item about thoughts of death was ever answered.
 */
support_item: boolean, 
/**
 * The days it covers, in words.
 */
period: string, 
/**
 * The last visit, in words; empty if there was none.
 */
last_visit: string, 
/**
 * The preset whose ticks it has; none if they were changed.
 */
preset: string | null, 
/**
 * Languages that the page can have.
 */
languages: Array<string>, };
export type VisitPreview = { 
/**
 * Each sheet as an SVG picture, from the same layout as the file.
 */
sheets: Array<string>, 
/**
 * The page as text.
 */
text: string, };
export type WeekCell = { 
/**
 * Key of the tracker.
 */
of: string, 
/**
 * Key of the field.
 */
field: string, 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * What goes into it.
 */
kind: WeekCellKind, 
/**
 * What was typed.
 */
text: string, };
export type WeekCellKind = "number" | "clock" | "tick" | "dose";
export type WeekDay = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * "Mon 16".
 */
label: string, 
/**
 * Whether it has not come yet.
 */
ahead: boolean, };
export type WeekPage = { 
/**
 * Its Monday, YYYY-MM-DD.
 */
monday: string, 
/**
 * The Monday before.
 */
before: string, 
/**
 * The Monday after; empty for this week.
 */
after: string, 
/**
 * "16 Nov – 22 Nov".
 */
title: string, 
/**
 * The days, Monday first.
 */
days: Array<WeekDay>, 
/**
 * The rows.
 */
rows: Array<WeekRow>, };
export type WeekRow = { 
/**
 * Key of the tracker, or uid of the medicine.
 */
of: string, 
/**
 * Key of the field, or the time of the dose, HH:MM.
 */
field: string, 
/**
 * Its name.
 */
name: string, 
/**
 * "0 to 10", "minutes", "08:00".
 */
note: string, 
/**
 * What goes into its cells.
 */
kind: WeekCellKind, 
/**
 * What is there already, by day; that is not changed here.
 */
there: Array<string>, };
export type YearDay = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * Shade from 0 (lowest) to 4; none without a value.
 */
shade: number | null, 
/**
 * Whether the day holds any entry.
 */
entries: boolean, 
/**
 * Whether it is the patient's today.
 */
today: boolean, 
/**
 * Whether it is in the future.
 */
future: boolean, 
/**
 * Whether a pause covers it.
 */
paused: boolean, 
/**
 * Whether a quick answer stands in place of all other answers.
 */
state: boolean, 
/**
 * The day and its value as text.
 */
text: string, };
export type YearMonth = { 
/**
 * The month, YYYY-MM.
 */
month: string, 
/**
 * Its name, short.
 */
name: string, 
/**
 * Its days.
 */
days: Array<YearDay>, };
export type YearPage = { 
/**
 * The year.
 */
year: number, 
/**
 * What it shows and how to read it.
 */
head: CalendarHead, 
/**
 * The year before.
 */
before: number, 
/**
 * The year after; none if it is in the future.
 */
after: number | null, 
/**
 * The months with their days.
 */
months: Array<YearMonth>, };
export interface Commands {
  preferences: { args: {  }; result: PreferencesView };
  complete_onboarding: { args: { country: string }; result: Changed };
  set_preference: { args: { key: string; value: string }; result: Changed };
  announce_shortening: { args: {  }; result: Changed };
  undo: { args: {  }; result: Changed };
  redo: { args: {  }; result: Changed };
  clock: { args: {  }; result: ClockView };
  read_date: { args: { text: string }; result: TypedDate };
  day_page: { args: { day: string | null }; result: DayPage };
  record_entry: { args: { draft: Draft; form: string | null }; result: Changed };
  amend_entry: { args: { uid: string; draft: Draft; form: string | null }; result: Changed };
  remove_entry: { args: { uid: string }; result: Changed };
  preview_entry: { args: { draft: Draft }; result: EntryPreview };
  save_draft: { args: { form: string; draft: Draft }; result: null };
  discard_draft: { args: { form: string }; result: null };
  copy_previous_day: { args: { day: string }; result: Changed };
  entry_history: { args: { uid: string }; result: Array<EntryVersion> };
  restore_version: { args: { uid: string; revision: number }; result: Changed };
  list_trash: { args: {  }; result: Array<RemovedEntryView> };
  erase_entry: { args: { uid: string }; result: Changed };
  contradictions: { args: {  }; result: Array<ContradictionView> };
  mend_contradictions: { args: {  }; result: Changed };
  search: { args: { text: string }; result: SearchPage };
  trackers: { args: {  }; result: TrackersView };
  recent_answers: { args: { tracker: string }; result: { [key in string]: Array<string> } };
  change_tracker: { args: { key: string; change: TrackerChange }; result: Changed };
  preview_tracker: { args: { form: TrackerForm }; result: TrackerView };
  save_tracker: { args: { form: TrackerForm }; result: Changed };
  tracker_form: { args: { key: string }; result: TrackerForm };
  save_tracker_draft: { args: { form: TrackerForm }; result: null };
  discard_tracker_draft: { args: { key: string }; result: null };
  tracker_draft: { args: { key: string }; result: TrackerForm | null };
  import_tracker: { args: { file: string; text: string }; result: Changed };
  pauses: { args: {  }; result: Array<PauseView> };
  save_pause: { args: { uid: string | null; pause: Pause | null }; result: Changed };
  support_now: { args: {  }; result: SupportNow };
  earlier_plans: { args: {  }; result: Array<EarlierPlan> };
  save_plan_part: { args: { part: PlanPart; lines: Array<string> }; result: Changed };
  early_signs: { args: {  }; result: SignsPage };
  save_sign: { args: { uid: string | null; sign: EarlySign | null }; result: Changed };
  save_own_line: { args: { uid: string | null; line: OwnLine | null }; result: Changed };
  save_group: { args: { uid: string | null; group: GroupForm | null }; result: Changed };
  save_person: { args: { uid: string | null; person: Person | null }; result: Changed };
  scales: { args: {  }; result: ScalesPage };
  scale: { args: { tracker: string; day: string | null }; result: ScalePage };
  set_scale: { args: { tracker: string; settings: ScaleSettings }; result: Changed };
  put_off_scale: { args: { tracker: string }; result: Changed };
  add_own_scale: { args: { name: string; min: number | null; max: number | null }; result: Changed };
  mark_support_item: { args: { on: boolean }; result: Changed };
  treatment: { args: {  }; result: TreatmentPage };
  find_medicines: { args: { text: string }; result: Array<MedicineName> };
  save_medicine: { args: { uid: string | null; form: MedicineForm }; result: Changed };
  change_dose: { args: { uid: string; dose: DoseForm }; result: Changed };
  stop_medicine: { args: { uid: string; on: string; reason: StopReason; note: string }; result: Changed };
  save_holds: { args: { uid: string; holds: Array<HoldForm> }; result: Changed };
  remove_medicine: { args: { uid: string }; result: Changed };
  mark_doses: { args: { day: string; marks: Array<DoseMark> }; result: Changed };
  take_as_needed: { args: { medicine: string; day: string; time: string | null }; result: Changed };
  untake: { args: { uid: string }; result: Changed };
  save_trial: { args: { uid: string | null; form: TrialForm | null }; result: Changed };
  add_trials: { args: { forms: Array<TrialForm> }; result: Changed };
  save_health_note: { args: { uid: string | null; form: HealthForm | null }; result: Changed };
  note_supply: { args: { uid: string; on: string; days: string }; result: Changed };
  import_trials: { args: { file: string; text: string }; result: Changed };
  side_effects: { args: {  }; result: SideEffectsPage };
  save_side_effect: { args: { uid: string | null; form: EffectForm | null }; result: Changed };
  rate_side_effects: { args: { week: EffectWeek }; result: Changed };
  courses: { args: {  }; result: CoursesPage };
  course_chart: { args: { uid: string }; result: CourseChart | null };
  save_course: { args: { uid: string | null; form: CourseForm | null }; result: Changed };
  save_session: { args: { uid: string | null; form: SessionForm | null }; result: Changed };
  life_events: { args: {  }; result: Array<LifeEventRow> };
  save_life_event: { args: { uid: string | null; form: LifeEventForm | null }; result: Changed };
  activities: { args: {  }; result: Array<ActivityRow> };
  save_activity: { args: { uid: string | null; form: ActivityForm | null }; result: Changed };
  mark_activity: { args: { uid: string; day: string; mark: ActivityMark }; result: Changed };
  timeline: { args: {  }; result: Timeline };
  practices: { args: {  }; result: Array<Practice> };
  set_practice_timing: { args: { practice: string; minutes: number; seconds: Array<number> }; result: Changed };
  month: { args: { month: string; tracker: string; of: string }; result: MonthPage };
  year: { args: { year: number | null; tracker: string; of: string }; result: YearPage };
  week: { args: { day: string | null }; result: WeekPage };
  save_week: { args: { cells: Array<WeekCell> }; result: Changed };
  trends: { args: { span: string; everything: boolean }; result: TrendsPage };
  save_view: { args: { view: TrendView }; result: Changed };
  remove_view: { args: { name: string }; result: Changed };
  profiles: { args: { span: string; everything: boolean }; result: ProfilesPage };
  patterns: { args: {  }; result: PatternsPage };
  hide_pattern: { args: { key: string; on: boolean }; result: Changed };
  before_after: { args: { day: string | null }; result: BeforeAfterPage };
  visit: { args: {  }; result: VisitPage };
  change_visit: { args: { visit: Visit }; result: Changed };
  visit_text: { args: {  }; result: string };
  visit_preview: { args: {  }; result: VisitPreview };
  choose_preset: { args: { preset: string }; result: Changed };
  past_visits: { args: {  }; result: Array<PastVisit> };
  record_visit: { args: { on: string; agreed: string }; result: Changed };
  change_past_visit: { args: { uid: string; agreed: string | null }; result: Changed };
  add_entry_point: { args: { uid: string }; result: Changed };
  add_point: { args: { text: string }; result: Changed };
  unlock_methods: { args: {  }; result: UnlockMethods };
  set_passphrase: { args: { passphrase: string }; result: Changed };
  remove_lock: { args: {  }; result: Changed };
  set_keyring_unlock: { args: { on: boolean }; result: Changed };
  revoke_trusted_sheet: { args: {  }; result: Changed };
  backups: { args: {  }; result: BackupsPage };
  set_backup_location: { args: { path: string }; result: Changed };
  create_backup: { args: {  }; result: Changed };
  compare_backup: { args: { name: string }; result: BackupComparison };
  restore_backup: { args: { name: string }; result: Changed };
  verify_backup: { args: { name: string }; result: Changed };
  ready: { args: {  }; result: null };
  locale: { args: {  }; result: LocaleBundle };
  lock: { args: {  }; result: null };
  unlock: { args: { kind: string; secret: string }; result: null };
  repair: { args: { kind: string; secret: string }; result: RepairView };
  support_while_locked: { args: {  }; result: SupportNow | null };
  activity_log: { args: {  }; result: string };
  save_file: { args: { request: SaveRequest }; result: SavedFile | null };
  open_saved: { args: { way: string }; result: null };
  choose_backup_location: { args: {  }; result: Changed | null };
  restore_elsewhere: { args: { secret: string }; result: boolean };
  restart: { args: {  }; result: null };
  quit: { args: {  }; result: null };
}
