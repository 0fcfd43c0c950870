// Written by `cargo x generate`; not by hand.
export type AddedUp = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its amount, worded.
 */
said: string, };
export type Answer = boolean | number | string | Array<string> | Array<number>;
export type Away = { 
/**
 * Their first, YYYY-MM-DD.
 */
from: string, 
/**
 * Their last.
 */
to: string, 
/**
 * Asks whether they were a pause, with their dates.
 */
ask: string, };
export type BackupShown = { 
/**
 * Its folder's name.
 */
name: string, 
/**
 * When it was taken, in words.
 */
said: string, };
export type BackupsPage = { 
/**
 * The copies beside the journal, the newest first.
 */
copies: Array<BackupShown>, 
/**
 * The second place as it was typed; empty where there is none.
 */
place: string, 
/**
 * When a copy was last put there, in words.
 */
place_said: string, };
export type Band = { 
/**
 * Key of its word.
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
export type Better = "higher" | "lower" | "neither";
export type Changed = { 
/**
 * What went stale.
 */
topics: Array<Topic>, 
/**
 * What was done, as a sentence.
 */
said: string, 
/**
 * The entry it was about.
 */
uid: string | null, 
/**
 * How many things are otherwise than before.
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
 * What the day's value is where a day holds several entries.
 */
day: PerDay, 
/**
 * Lower end of the axis, where it is fixed.
 */
min: number | null, 
/**
 * Upper end of the axis, where it is fixed.
 */
max: number | null, 
/**
 * Which way is good, to be printed on the chart.
 */
better: Better, 
/**
 * Whether it is drawn only when asked for.
 */
extra: boolean, };
export type ChartMark = "dots" | "bars" | "strip";
export type Choice = { 
/**
 * Key of the option; its word is `<field>.<key>`.
 */
key: string, 
/**
 * What it counts for in a formula, if it counts.
 */
score: number | null, };
export type Code = "faults" | "not-found" | "not-open" | "damaged" | "locked" | "closed" | "unreadable" | "disk" | "bug" | "fell";
export type Compared = { 
/**
 * How many things differ.
 */
count: number, 
/**
 * In a sentence.
 */
said: string, 
/**
 * The days that differ, in words, the latest first; the first of them where there are many.
 */
days: Array<string>, };
export type Covers = "moment" | "span" | "day" | "night" | "fortnight";
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
 * Shade from 0, lowest, to 4; none without a value.
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
 * Whether it has not come yet.
 */
future: boolean, 
/**
 * What a pause that covers it is for; empty where none does.
 */
paused: string, 
/**
 * The answer of one tap that stands for the day ("can't today"); empty without one.
 */
state: string, 
/**
 * The day's value, short; empty without one.
 */
value: string, 
/**
 * The day in words, for reading aloud.
 */
said: string, };
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
 * The day after; empty where it has not come.
 */
after: string, 
/**
 * The last three days, oldest first, this one marked.
 */
near: Array<NearDay>, 
/**
 * Its entries, by tracker key.
 */
entries: { [key in string]: Array<Shown> }, 
/**
 * What seven days add up to, by tracker key.
 */
weeks: { [key in string]: string }, 
/**
 * What was being typed, by form.
 */
drafts: { [key in string]: Draft }, 
/**
 * The pause that covers the day.
 */
pause: PauseShown | null, 
/**
 * Days to be filled in after coming back.
 */
back: Array<OfferedDay>, 
/**
 * The days away as a pause that can still be said.
 */
away: Away | null, 
/**
 * Days that are over with something typed that could not be recorded.
 */
unfinished: Array<Unfinished>, 
/**
 * "Same as yesterday (4)"; empty where it can't be said.
 */
same: string, 
/**
 * Said past midnight while it is still this patient's day; empty otherwise.
 */
still: string, 
/**
 * The date that has begun meanwhile, which a night that ended just now is of; empty otherwise.
 */
ending: string, 
/**
 * The time it is, HH:MM, for an entry of now.
 */
now: string, 
/**
 * Today and the days to come within a week, for what looks ahead; only on today's page.
 */
coming: Array<NearDay>, 
/**
 * What is planned for days to come, by tracker key; only on today's page.
 */
planned: { [key in string]: Array<Planned> }, 
/**
 * The time zones times can be of, this computer's first; empty where nobody has travelled.
 */
zones: Array<NearZone>, 
/**
 * Whether an answer asks for a shorter page.
 */
low: boolean, 
/**
 * What undo would take back.
 */
undo: string | null, 
/**
 * What redo would do again.
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
 * Where it stands on the page, lowest first.
 */
place: number, 
/**
 * Offered only when the person asks for everything.
 */
extra: boolean, 
/**
 * Ready-made, and not in use until the person switches it on.
 */
off: boolean, 
/**
 * Left out of every page and copy unless ticked.
 */
private: boolean, 
/**
 * How many days ahead an entry may be dated: a plan is of a day to come.
 */
ahead: number, 
/**
 * A choice or yes-no field whose answers are one tap, in place of all others.
 */
taps: string | null, 
/**
 * The quantity a practice with a timer fills with its minutes.
 */
timer: string | null, 
/**
 * The field or measure whose sum of seven days is said beside the entries.
 */
week: string | null, 
/**
 * The field whose words mark a date in every chart (a change of treatment, a move).
 */
marks: string | null, 
/**
 * What is asked.
 */
fields: Array<Field>, 
/**
 * What follows from the answers.
 */
measures: Array<Measure>, 
/**
 * Ranges drawn behind a chart, as context.
 */
bands: Array<Band>, 
/**
 * The charts it offers, the first one being its own.
 */
charts: Array<Chart>, 
/**
 * Codes of public vocabularies, by field or measure key.
 */
codes: { [key in string]: string }, 
/**
 * Under which terms its words may be shown.
 */
licence: string, 
/**
 * The line of credit its words ask for.
 */
credit: string, 
/**
 * Its words, by language.
 */
words: { [key in string]: Words }, };
export type DoorsPage = { 
/**
 * Whoever can use the person's login opens it.
 */
unlocked: boolean, 
/**
 * A recovery sheet was made.
 */
sheet: boolean, 
/**
 * Another one was made for somebody trusted.
 */
trusted: boolean, 
/**
 * This computer opens it without asking.
 */
computer: boolean, };
export type Draft = { 
/**
 * Key of the tracker.
 */
tracker: string, 
/**
 * The patient's day, YYYY-MM-DD; for a night the day of waking.
 */
day: string, 
/**
 * When it happened, HH:MM on that day, where that is known.
 */
at: string | null, 
/**
 * The IANA zone it happened in; the computer's own where nothing is said.
 */
zone: string | null, 
/**
 * The IANA zone a night began in, where that is another: in bed in one and up in another.
 */
began: string | null, 
/**
 * Answers by field. What is absent was not answered.
 */
values: { [key in string]: Answer }, 
/**
 * A note beside the answers.
 */
note: string, 
/**
 * A further entry of a tracker that is asked once a day, beside the one that is there.
 */
another: boolean, };
export type Drawing = "breath" | "steps" | "plain";
export type Failure = { 
/**
 * What kind it is.
 */
code: Code, 
/**
 * What is wrong and how to mend it.
 */
said: string, 
/**
 * Sentences by field, where fields are to blame.
 */
fields: Array<FieldFault>, };
export type Field = { 
/**
 * Lower-case key, never changed once released.
 */
key: string, 
/**
 * How it is asked and what an answer may be.
 */
kind: Kind, 
/**
 * Asked only when the person asks for everything.
 */
extra: boolean, 
/**
 * Asked afterwards: of an entry that is there and whose day has come (what a plan became).
 */
after: boolean, 
/**
 * Another field whose answer the form offers while this one is untouched.
 */
like: string | null, 
/**
 * An answer at or below this makes the page ask less that day.
 */
shortens: number | null, };
export type FieldFault = { 
/**
 * The field's or measure's key; empty for the entry as a whole.
 */
field: string, 
/**
 * The sentence.
 */
said: string, };
export type Figure = { 
/**
 * What is drawn.
 */
title: string, 
/**
 * What the figure shows, in one sentence.
 */
said: string, 
/**
 * How many days the x axis holds.
 */
days: number, 
/**
 * Marks of the x axis.
 */
x: Array<Tick>, 
/**
 * Marks of the y axis.
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
 * What is painted, back to front.
 */
marks: Array<Mark>, 
/**
 * Ranges behind, as context.
 */
bands: Array<Span>, 
/**
 * Runs of days without entries (x), to be hatched.
 */
gaps: Array<Span>, 
/**
 * Planned pauses (x), drawn as what they are.
 */
pauses: Array<Span>, 
/**
 * Days that were written down later, to be marked: [x, y].
 */
late: Array<[number, number]>, 
/**
 * Days answered by one tap in place of all else, to be marked at the foot.
 */
states: Array<Tick>, 
/**
 * Dated changes, drawn as lines across.
 */
events: Array<Tick>, 
/**
 * What each day or column says, for the read-out and the table.
 */
readings: Array<Reading>, };
export type Formula = { "sum": Array<string> } | { "less": Array<string> } | { "between": Array<string> } | { "share": Array<string> } | { "middle": Array<string> } | { "count": Array<string> } | { "product": Array<string> } | { "level": Array<string> };
export type FoundShown = { 
/**
 * The entry.
 */
uid: string, 
/**
 * Its day, YYYY-MM-DD.
 */
day: string, 
/**
 * Its day and tracker in words.
 */
title: string, 
/**
 * The words around, in parts: every second one, from the second, is what was looked for.
 */
parts: Array<string>, };
export type Kind = { "type": "quantity", 
/**
 * What it counts.
 */
unit: Unit, 
/**
 * Lowest amount that can be right.
 */
min: number, 
/**
 * Highest amount that can be right.
 */
max: number, 
/**
 * Smallest difference that can be typed; 1 means whole numbers.
 */
step: number, 
/**
 * How much the form's plus and minus change it; 0 has none.
 */
stride: number, 
/**
 * Whether several amounts may be answered; a formula sees their sum.
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
 * What can be chosen, in the order shown.
 */
options: Array<Choice>, 
/**
 * Whether more than one may be chosen.
 */
several: boolean, } | { "type": "clock" } | { "type": "yes-no" } | { "type": "text", 
/**
 * Longest answer in characters.
 */
max: number, };
export type Launch = { 
/**
 * This program's version.
 */
version: string, 
/**
 * Whether the first page is still to be shown.
 */
first: boolean, 
/**
 * The tracker whose question a day begins with; empty where none is asked.
 */
begins: string, 
/**
 * Language tag, valid for whatever asks for one.
 */
language: string, 
/**
 * `system`, or the tag of the language that was chosen.
 */
language_chosen: string, 
/**
 * The tags of all languages there are.
 */
languages: Array<string>, 
/**
 * `ltr` or `rtl`.
 */
direction: string, 
/**
 * The interface's words as Fluent text.
 */
words: string, 
/**
 * Two letters, or empty.
 */
country: string, 
/**
 * `system`, `light` or `dark`.
 */
theme: string, 
/**
 * `short`, `usual` or `everything`.
 */
length: string, 
/**
 * Size of the text in percent.
 */
text: string, 
/**
 * `24` or `12`: how a time of day is written.
 */
clock: string, 
/**
 * Whether a low answer shortens the page: `yes` or `no`.
 */
shorten: string, 
/**
 * Whether that has been said.
 */
shorten_told: boolean, 
/**
 * Whether patterns take in days written later: `yes` or `no`.
 */
late_in_patterns: string, 
/**
 * Minutes after midnight at which the person's day begins.
 */
day_starts: number, 
/**
 * Minutes without a touch after which the journal is closed, or `never`.
 */
lock_after: string, 
/**
 * The journal's folder.
 */
folder: string, 
/**
 * What is to be known about the journal and its place now, in sentences.
 */
notices: Array<string>, 
/**
 * All trackers in their order, also those that are not asked.
 */
trackers: Array<TrackerShown>, };
export type Line = { 
/**
 * Which day.
 */
day: string, 
/**
 * What it says.
 */
text: string, };
export type Mark = { "is": "line", 
/**
 * The unbroken stretches.
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
points: Array<[number, number, number]>, } | { "is": "strip", 
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
 * What it counts.
 */
unit: Unit, 
/**
 * How it is computed.
 */
formula: Formula, 
/**
 * Below this an entry can't be right (`<key>.fault` says why).
 */
min: number | null, 
/**
 * Above this an entry can't be right.
 */
max: number | null, 
/**
 * Below this it is unusual: `<key>.odd` asks the person to look again, nothing is refused.
 */
odd_below: number | null, 
/**
 * Above this it is unusual.
 */
odd_above: number | null, };
export type MonthChoice = { 
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
export type MonthPage = { 
/**
 * The month, YYYY-MM.
 */
month: string, 
/**
 * In words.
 */
title: string, 
/**
 * The month before, YYYY-MM.
 */
before: string, 
/**
 * The month after; empty where it has not come.
 */
after: string, 
/**
 * Names of the weekdays, Monday first: short and whole.
 */
weekdays: Array<[string, string]>, 
/**
 * Seven cells a week.
 */
weeks: Array<Array<DayCell | null>>, 
/**
 * What the month says, in one sentence.
 */
said: string, 
/**
 * The ranges of the shades, lowest first.
 */
legend: Array<string>, 
/**
 * What else there is to know: the rule of a day with several entries, what a diamond marks.
 */
notes: Array<string>, 
/**
 * The measures a month can show.
 */
choices: Array<MonthChoice>, 
/**
 * The one it shows.
 */
tracker: string, 
/**
 * Its field or measure.
 */
of: string, };
export type NearDay = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * What it is called.
 */
label: string, };
export type NearZone = { 
/**
 * Its name, as `America/New_York`.
 */
zone: string, 
/**
 * Its place, as "New York".
 */
label: string, };
export type Note = { 
/**
 * The entry it stands beside.
 */
uid: string, 
/**
 * Its day.
 */
day: string, 
/**
 * Its words.
 */
text: string, 
/**
 * Whether it is on the page.
 */
shown: boolean, };
export type OfferedDay = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * What it is called.
 */
label: string, };
export type Own = { 
/**
 * Its key once it is kept; empty while it is new.
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
 * Left out of every page and copy unless ticked.
 */
private: boolean, 
/**
 * What it asks.
 */
fields: Array<OwnField>, };
export type OwnField = { 
/**
 * Its key once it is kept; empty while it is new.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What stands below it, if anything.
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
 * The words at the lower end of a scale.
 */
low: string, 
/**
 * The words at the upper end of a scale.
 */
high: string, 
/**
 * The words in the middle of a scale, if any.
 */
middle: string, 
/**
 * What can be chosen.
 */
options: Array<OwnOption>, 
/**
 * Whether more than one may be chosen, or several amounts given that count together.
 */
several: boolean, 
/**
 * Which way is good.
 */
better: Better, 
/**
 * How it is drawn; none where it is not.
 */
chart: ChartMark | null, 
/**
 * What the day's value is where a day holds several entries.
 */
day: PerDay, 
/**
 * Whether it is asked only when the person asks for everything.
 */
extra: boolean, };
export type OwnOption = { 
/**
 * Its key once it is kept; empty while it is new.
 */
key: string, 
/**
 * Its word.
 */
name: string, 
/**
 * What it counts for in charts, if it counts.
 */
score: number | null, };
export type Page = { 
/**
 * Language tag of the words.
 */
language: string, 
/**
 * `ltr` or `rtl`.
 */
direction: string, 
/**
 * Size of the sheet.
 */
paper: Paper, 
/**
 * The title, also of the file.
 */
title: string, 
/**
 * The days it covers.
 */
period: string, 
/**
 * n of N days recorded.
 */
recorded: string, 
/**
 * What the patient wants to talk about.
 */
points: Array<string>, 
/**
 * Said where there are no points.
 */
no_points: string, 
/**
 * Headings by section, in the order: points, numbers, this period, period before, charts, changes, notes, entries.
 */
headings: Array<string>, 
/**
 * Each measure now and before.
 */
rows: Array<Row>, 
/**
 * The charts.
 */
figures: Array<Figure>, 
/**
 * Dated changes.
 */
changes: Array<Line>, 
/**
 * Notes the patient chose.
 */
notes: Array<Line>, 
/**
 * Every entry, where there are only a few.
 */
entries: Array<Line>, 
/**
 * How the numbers are made.
 */
method: string, 
/**
 * Characters that can't be printed, said in a sentence; empty where all can.
 */
missing: string, 
/**
 * Who made it, when, and that it is no medical device.
 */
footer: string, };
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
 * The measure's name; empty where it is the tracker's own.
 */
measure: string, 
/**
 * What it says, in short lines.
 */
lines: Array<string>, 
/**
 * The chart.
 */
figure: Figure, };
export type Paper = "a4" | "us-letter";
export type Past = { 
/**
 * The act that made it so.
 */
revision: number, 
/**
 * When, in words.
 */
when: string, 
/**
 * What it said, in parts.
 */
parts: Array<string>, 
/**
 * Its note.
 */
note: string, 
/**
 * Whether it is what the entry says now.
 */
now: boolean, };
export type Pause = { 
/**
 * What it is for.
 */
why: Why, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none while its end is open.
 */
to: string | null, };
export type PauseShown = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * The pause.
 */
pause: Pause, 
/**
 * "In hospital, 20 Nov 2026 to 2 Dec 2026".
 */
said: string, };
export type PerDay = "sum" | "mean" | "last" | "lowest" | "highest";
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
shown: Shown, };
export type Practice = { 
/**
 * Its key.
 */
key: string, 
/**
 * The option of the tracker's first choice it is recorded as.
 */
option: string, 
/**
 * How it is drawn.
 */
drawing: Drawing, 
/**
 * How many minutes are offered at first.
 */
minutes: number, 
/**
 * Its name.
 */
title: string, 
/**
 * What it is, in a sentence or two.
 */
lead: string, 
/**
 * What one does, step by step.
 */
steps: Array<Step>, };
export type Reading = { 
/**
 * Where on the x axis.
 */
at: number, 
/**
 * Which day or days.
 */
day: string, 
/**
 * What was recorded.
 */
said: string, };
export type RemovedShown = { 
/**
 * The entry.
 */
uid: string, 
/**
 * The act that removed it.
 */
revision: number, 
/**
 * Its tracker and its day, in words.
 */
title: string, 
/**
 * What it said, in parts.
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
export type RepairShown = { 
/**
 * Its sentences.
 */
said: Array<string>, 
/**
 * The days that differ from the copy it stands on, the latest first.
 */
days: Array<string>, };
export type Row = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its scale and which way is good; may be empty.
 */
scale: string, 
/**
 * This period.
 */
now: string, 
/**
 * The period before.
 */
before: string, };
export type SavedTo = { 
/**
 * The file or folder.
 */
path: string, 
/**
 * That it was saved and where, as a sentence.
 */
said: string, };
export type SearchPage = { 
/**
 * How much was found, in a sentence.
 */
said: string, 
/**
 * The places, newest day first.
 */
found: Array<FoundShown>, };
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
export type Shown = { 
/**
 * Its uid.
 */
uid: string, 
/**
 * Its line in parts.
 */
parts: Array<string>, 
/**
 * The answers its line does not say, each with its name.
 */
more: Array<string>, 
/**
 * The time zone its times are of.
 */
zone: string, 
/**
 * The time zone a night began in, where that is another.
 */
began: string | null, 
/**
 * When it happened, HH:MM; empty where only the day is known.
 */
at: string, 
/**
 * The same as the person reads it.
 */
at_said: string, 
/**
 * Said where it was not typed by hand; empty otherwise.
 */
source: string, 
/**
 * Said where it was written on a later day; empty otherwise.
 */
late: string, 
/**
 * Its note.
 */
note: string, 
/**
 * Its answers, as a form takes them.
 */
answers: { [key in string]: Answer }, };
export type Span = { 
/**
 * Beginning.
 */
from: number, 
/**
 * End.
 */
to: number, 
/**
 * What it says; empty where nothing needs saying.
 */
label: string, };
export type Spoken = { 
/**
 * Its tag, valid for whatever asks for one.
 */
language: string, 
/**
 * `ltr` or `rtl`.
 */
direction: string, 
/**
 * The interface's words as Fluent text.
 */
words: string, };
export type Step = { 
/**
 * What one does.
 */
said: string, 
/**
 * How long, in seconds.
 */
seconds: number, };
export type Sum = { 
/**
 * Its measures.
 */
measures: Array<AddedUp>, 
/**
 * From when to when it goes, or the day it belongs to; empty where that is plain.
 */
when: string, 
/**
 * What is unusual about it. Nothing is refused for that.
 */
odd: Array<string>, 
/**
 * Clocks that the autumn change shows twice.
 */
twice: Array<Twice>, };
export type Tick = { 
/**
 * Where.
 */
at: number, 
/**
 * What it says.
 */
label: string, };
export type Topic = "entries" | "visit" | "preferences" | "trackers";
export type TrackerChange = { 
/**
 * Its name; empty for the definition's own.
 */
name: string | null, 
/**
 * Whether it is asked.
 */
using: Using | null, 
/**
 * The fields the usual length asks.
 */
usual: Array<string> | null, 
/**
 * The tracker it is to stand before; empty for the end.
 */
before: string | null, };
export type TrackerShown = { 
/**
 * What it is. Its words are left out: those of the person's language stand beside.
 */
definition: Definition, 
/**
 * Its words, with the person's own name for it.
 */
words: Words, 
/**
 * Whether it is asked.
 */
using: Using, 
/**
 * The fields the usual length asks; an empty list leaves it out.
 */
usual: Array<string>, 
/**
 * Whether the person made it or brought it in.
 */
own: boolean, 
/**
 * Whether the builder can change it.
 */
editable: boolean, };
export type TrendsPage = { 
/**
 * From when to when, in words.
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
 * What a diamond marks; empty where none is drawn.
 */
marked: string, };
export type Twice = { 
/**
 * The field; `at` for the time of the entry.
 */
field: string, 
/**
 * Asks which of the two is meant.
 */
ask: string, 
/**
 * As the first of the two is typed.
 */
first: string, 
/**
 * As the second is.
 */
second: string, 
/**
 * Whether it is taken as the second.
 */
is_second: boolean, };
export type Unfinished = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * Says so, with the day.
 */
said: string, };
export type Unit = string;
export type Using = "asked" | "off" | "retired";
export type Visit = { 
/**
 * What the patient wants to talk about, in their words and order.
 */
points: Array<string>, 
/**
 * How many days back the page goes.
 */
days: number, 
/**
 * Name to print, if any.
 */
name: string, 
/**
 * Trackers left out of the page.
 */
left_out: Array<string>, 
/**
 * Private trackers put into the page and into copies.
 */
put_in: Array<string>, 
/**
 * Entries whose note the patient chose to show.
 */
notes: Array<string>, };
export type VisitPage = { 
/**
 * What the patient chose.
 */
visit: Visit, 
/**
 * What can be left out.
 */
sections: Array<Section>, 
/**
 * Notes of the period that can be shown.
 */
notes: Array<Note>, 
/**
 * The page as it is printed.
 */
page: Page, };
export type Why = "holiday" | "hospital" | "rest";
export type Words = Record<string, string>;
export type YearDay = { 
/**
 * The day, YYYY-MM-DD.
 */
day: string, 
/**
 * Shade from 0, lowest, to 4; none without a value.
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
 * Whether it has not come yet.
 */
future: boolean, 
/**
 * Whether a pause covers it.
 */
paused: boolean, 
/**
 * Whether it was answered by one tap in place of all else.
 */
state: boolean, 
/**
 * The day and its value in words.
 */
said: string, };
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
 * The year before.
 */
before: number, 
/**
 * The year after; none where it has not come.
 */
after: number | null, 
/**
 * The months with their days.
 */
months: Array<YearMonth>, 
/**
 * What the year says, in one sentence.
 */
said: string, 
/**
 * The ranges of the shades, lowest first.
 */
legend: Array<string>, 
/**
 * What else there is to know: the rule of a day with several entries, what a diamond marks.
 */
notes: Array<string>, 
/**
 * The measures a year can show.
 */
choices: Array<MonthChoice>, 
/**
 * The tracker it shows.
 */
tracker: string, 
/**
 * Its field or measure.
 */
of: string, };
export interface Commands {
  launch: { takes: {  }; gives: Launch };
  begin: { takes: { country: string }; gives: Changed };
  prefer: { takes: { key: string; value: string }; gives: Changed };
  day_page: { takes: { day: string | null }; gives: DayPage };
  record_entry: { takes: { draft: Draft; form: string | null }; gives: Changed };
  amend_entry: { takes: { uid: string; draft: Draft; form: string | null }; gives: Changed };
  remove_entry: { takes: { uid: string }; gives: Changed };
  add_up: { takes: { draft: Draft }; gives: Sum };
  keep_draft: { takes: { form: string; draft: Draft }; gives: null };
  drop_draft: { takes: { form: string }; gives: null };
  same_as_before: { takes: { day: string }; gives: Changed };
  recent: { takes: { tracker: string }; gives: { [key in string]: Array<string> } };
  history: { takes: { uid: string }; gives: Array<Past> };
  bring_back: { takes: { uid: string; revision: number }; gives: Changed };
  removed: { takes: {  }; gives: Array<RemovedShown> };
  erase_entry: { takes: { uid: string }; gives: Changed };
  pauses: { takes: {  }; gives: Array<PauseShown> };
  change_pause: { takes: { uid: string | null; pause: Pause | null }; gives: Changed };
  doors: { takes: {  }; gives: DoorsPage };
  set_passphrase: { takes: { passphrase: string }; gives: Changed };
  take_lock_off: { takes: {  }; gives: Changed };
  set_computer: { takes: { on: boolean }; gives: Changed };
  make_sheet: { takes: {  }; gives: SavedTo };
  make_trusted_sheet: { takes: {  }; gives: SavedTo };
  revoke_trusted_sheet: { takes: {  }; gives: Changed };
  backups: { takes: {  }; gives: BackupsPage };
  set_backup_place: { takes: { path: string }; gives: Changed };
  back_up: { takes: {  }; gives: Changed };
  compare_backup: { takes: { name: string }; gives: Compared };
  restore_backup: { takes: { name: string }; gives: Changed };
  drill_backup: { takes: { name: string }; gives: Changed };
  tune_practice: { takes: { practice: string; minutes: number; seconds: Array<number> }; gives: Changed };
  practices: { takes: {  }; gives: Array<Practice> };
  search: { takes: { text: string }; gives: SearchPage };
  change_tracker: { takes: { key: string; change: TrackerChange }; gives: Changed };
  preview_tracker: { takes: { own: Own }; gives: TrackerShown };
  keep_built: { takes: { own: Own }; gives: null };
  drop_built: { takes: { key: string }; gives: null };
  built: { takes: { key: string }; gives: Own | null };
  keep_tracker: { takes: { own: Own }; gives: Changed };
  own_tracker: { takes: { key: string }; gives: Own };
  save_tracker: { takes: { key: string }; gives: SavedTo };
  bring_tracker: { takes: { file: string; text: string }; gives: Changed };
  undo: { takes: {  }; gives: Changed };
  redo: { takes: {  }; gives: Changed };
  month: { takes: { month: string; tracker: string; of: string }; gives: MonthPage };
  year: { takes: { year: number | null; tracker: string; of: string }; gives: YearPage };
  trends: { takes: { span: string; everything: boolean }; gives: TrendsPage };
  visit: { takes: {  }; gives: VisitPage };
  change_visit: { takes: { visit: Visit }; gives: Changed };
  save_pdf: { takes: {  }; gives: SavedTo };
  save_csv: { takes: {  }; gives: SavedTo };
  page_text: { takes: {  }; gives: string };
}
