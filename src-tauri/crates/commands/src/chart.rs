//! Trends: every measure over a period, as figures on one time axis.
//!
//! Owns which charts a period shows and how their summaries are worded. The figures are the kernel's.

use crate::around::Around;
use crate::bridge::{Mishap, Outcome};
use crate::{Session, word};
use care::definition::{Better, Chart, ChartMark, Covers, PerDay};
use care::figure::{Figure, Subject, draw};
use care::period::Period;
use care::speech::{Grain, Speech};
use care::summary;
use care::{Definition, Series, Summary, Unit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Trends over a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrendsPage {
    /// From when to when, in words.
    pub period: String,
    /// The charts, top to bottom.
    pub panels: Vec<Panel>,
    /// Dated changes in the period.
    pub changes: Vec<String>,
    /// What a diamond marks; empty where none is drawn.
    pub marked: String,
}

/// One chart with what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Panel {
    /// The tracker's key.
    pub tracker: String,
    /// The field's or measure's key.
    pub of: String,
    /// The tracker's name.
    pub title: String,
    /// The measure's name; empty where it is the tracker's own.
    pub measure: String,
    /// What it says, in short lines.
    pub lines: Vec<String>,
    /// The chart.
    pub figure: Figure,
}

/// A measure over a period with all that is said of it.
pub struct Told<'a> {
    /// The tracker.
    pub definition: &'a Definition,
    /// How it is drawn.
    pub chart: &'a Chart,
    /// What it counts.
    pub unit: Unit,
    /// The days.
    pub series: Series,
    /// What they say.
    pub summary: Summary,
    /// The usual difference from one day to the next, of the days patterns take in; none where there are too few.
    pub swing: Option<f64>,
    /// The days with an entry that was written later.
    pub late: Vec<NaiveDate>,
    /// Whether a day holds more than one entry.
    pub several: bool,
    /// Where it adds up, the days of which it is known whether there was some.
    pub known: Option<Vec<NaiveDate>>,
    /// What the period holds beside it.
    pub around: &'a Around,
}

/// Trends over `30`, `90` or `365` days or `all`.
pub fn trends(session: &Session, span: &str, everything: bool) -> Outcome<TrendsPage> {
    let today = session.today();
    let period = match span {
        "30" | "90" | "365" => Period::ending(today, span.parse().unwrap_or(90)),
        "all" => {
            let reach = session.journal().reach()?;
            let from = reach
                .map_or(today, |r| r.from)
                .min(today - chrono::Duration::days(6));
            Period { from, to: today }
        }
        other => return Err(Mishap::NoSpan(other.to_owned())),
    };
    let around = Around::of(session, period)?;
    let events = events(session, period, |_| true)?;
    let mut panels = Vec::new();
    for (definition, chart) in charts(session)? {
        if everything || !chart.extra {
            panels.push(panel(session, definition, chart, &around, &events)?);
        }
    }
    let changes = events
        .iter()
        .map(|(day, what)| format!("{}: {what}", session.tongue().date(*day, Grain::Short)));
    Ok(TrendsPage {
        period: period_said(session, period),
        panels,
        changes: changes.collect(),
        marked: around.marked(session),
    })
}

/// One chart over a period.
pub fn panel(
    session: &Session,
    definition: &Definition,
    chart: &Chart,
    around: &Around,
    events: &[(NaiveDate, String)],
) -> Outcome<Panel> {
    let told = tell(session, definition, chart, around)?;
    let words = session.tongue().words_of(definition);
    let measure = words.say(&chart.of).to_owned();
    let title = words.say("title").to_owned();
    Ok(Panel {
        tracker: definition.key.clone(),
        of: chart.of.clone(),
        measure: if measure == title {
            String::new()
        } else {
            measure
        },
        title,
        lines: lines(session, &told),
        figure: figure(session, &told, events),
    })
}

/// The charts there are, in the order of their trackers.
pub fn charts(session: &Session) -> Outcome<Vec<(&Definition, &Chart)>> {
    Ok(crate::trackers::asked(session)?
        .into_iter()
        .flat_map(|d| d.charts.iter().map(move |c| (d, c)))
        .collect())
}

/// A measure over a period, summarized.
pub fn tell<'a>(
    session: &Session,
    definition: &'a Definition,
    chart: &'a Chart,
    around: &'a Around,
) -> Outcome<Told<'a>> {
    let period = around.period;
    let mut numbers = session
        .journal()
        .numbers(&definition.key, &chart.of, period)?;
    let several = numbers
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.day == b.day));
    // Only the last of a day asks which was last.
    if several && chart.day == PerDay::Last {
        session
            .journal()
            .in_time(&definition.key, period, &mut numbers)?;
    }
    let unit = definition.unit(&chart.of).unwrap_or(Unit::Points);
    if unit == Unit::Clock {
        care::series::unroll(numbers.iter_mut().map(|n| &mut n.number));
    }
    let mut late: Vec<NaiveDate> = numbers.iter().filter(|n| n.late).map(|n| n.day).collect();
    late.dedup();
    let taken = numbers.iter().map(|n| (n.day, n.number));
    let series = Series::gather(period, chart.day, taken);
    let summary = Summary::asked(&series, &around.pauses);
    let patterned = crate::pattern::series(session, chart, period, &numbers)?;
    Ok(Told {
        several,
        swing: crate::pattern::swing(&patterned),
        late,
        known: around.known_for(session, definition, chart)?,
        around,
        definition,
        chart,
        unit,
        series,
        summary,
    })
}

/// The figure of a measure, titled and said.
pub fn figure(session: &Session, told: &Told<'_>, events: &[(NaiveDate, String)]) -> Figure {
    let tongue = session.tongue();
    let words = tongue.words_of(told.definition);
    let bands: Vec<_> = told
        .definition
        .bands
        .iter()
        .filter(|b| b.of == told.chart.of)
        .map(|b| (b.from, b.to, words.say(&b.key).to_owned()))
        .collect();
    let subject = Subject {
        series: &told.series,
        chart: told.chart,
        unit: &told.unit,
        words: &words,
        bands: &bands,
        events,
        pauses: &told.around.pauses,
        late: &told.late,
        states: &told.around.states,
        recorded: told.known.as_deref(),
    };
    let title = name(session, told);
    let said = if told.summary.n == 0 {
        tongue.say_with(word::FIGURE_NONE, &[("title", title.as_str().into())])
    } else {
        let middle = middle(session, told)
            .map(|m| format!(", {m}"))
            .unwrap_or_default();
        let with = [
            ("title", title.as_str().into()),
            ("counted", counted(session, told).into()),
            ("middle", middle.into()),
        ];
        tongue.say_with(word::FIGURE_SAID, &with)
    };
    Figure {
        title,
        said,
        ..draw(subject, tongue)
    }
}

/// "Night: Asleep", or just "Mood" where the measure is the tracker's own.
pub fn name(session: &Session, told: &Told<'_>) -> String {
    let words = session.tongue().words_of(told.definition);
    let (tracker, measure) = (words.say("title"), words.say(&told.chart.of));
    if tracker == measure {
        return tracker.to_owned();
    }
    session.tongue().say_with(
        word::FIGURE_TITLE,
        &[("tracker", tracker.into()), ("measure", measure.into())],
    )
}

/// "78 of 90 nights".
pub fn counted(session: &Session, told: &Told<'_>) -> String {
    let covers = if told.definition.covers == Covers::Night {
        "night"
    } else {
        "day"
    };
    let with = [
        ("n", told.summary.n.to_string().into()),
        ("of", told.summary.of.to_string().into()),
        ("covers", covers.into()),
    ];
    session.tongue().say_with(word::COUNT_DAYS, &with)
}

/// "middle 4, mostly 3 to 5", where there are enough days for one.
pub fn middle(session: &Session, told: &Told<'_>) -> Option<String> {
    let tongue = session.tongue();
    let words = tongue.words_of(told.definition);
    let say = |value: f64| tongue.amount(value, &told.unit, &words);
    let (middle, low, high) = (
        say(told.summary.median?),
        say(told.summary.low?),
        say(told.summary.high?),
    );
    Some(if low == high {
        tongue.say_with(word::MIDDLE, &[("middle", middle.into())])
    } else {
        let with = [
            ("middle", middle.into()),
            ("low", low.into()),
            ("high", high.into()),
        ];
        tongue.say_with(word::MIDDLE_MOSTLY, &with)
    })
}

/// "about 85 min a week", for amounts that add up: of the days of which it is known whether there was some.
pub fn a_week(session: &Session, told: &Told<'_>) -> Option<String> {
    let (tongue, summary) = (session.tongue(), &told.summary);
    let asked = told.series.period.days() - told.around.paused();
    let values = &told.series.values;
    let (known, total) = match (&told.known, told.chart.day) {
        (Some(known), _) => {
            let days = known.iter().filter_map(|d| told.series.period.index(*d));
            let total: f64 = days.filter_map(|i| *values.get(i)?).sum();
            (known.len(), total)
        }
        (None, PerDay::Sum) => (summary.n, values.iter().flatten().sum()),
        (None, PerDay::Mean | PerDay::Last | PerDay::Lowest | PerDay::Highest) => return None,
    };
    let enough = summary.n > 3 && known >= 7 && summary::enough(known, asked);
    let amount = total / (known as f64 / 7.0);
    let words = tongue.words_of(told.definition);
    enough.then(|| {
        tongue.say_with(
            word::A_WEEK,
            &[("amount", tongue.amount(amount, &told.unit, &words).into())],
        )
    })
}

fn lines(session: &Session, told: &Told<'_>) -> Vec<String> {
    let tongue = session.tongue();
    let mut lines = Vec::new();
    lines.extend(a_week(session, told).or_else(|| middle(session, told)));
    if lines.is_empty() && told.summary.n > 0 {
        lines.push(tongue.say(word::TOO_FEW));
    }
    lines.push(counted(session, told));
    lines.extend(swing(session, told));
    if told.several {
        lines.push(per_day(session, told.chart));
    }
    lines.extend(direction(session, told.chart));
    lines
}

/// "usually ±1.4 from day to day", of scales drawn as dots.
fn swing(session: &Session, told: &Told<'_>) -> Option<String> {
    if told.chart.mark != ChartMark::Dots || told.unit == Unit::Clock {
        return None;
    }
    let tongue = session.tongue();
    let words = tongue.words_of(told.definition);
    let swing = tongue.amount(told.swing?, &told.unit, &words);
    Some(tongue.say_with(word::SWING, &[("swing", swing.into())]))
}

/// What the day's value is where a day holds several entries.
fn per_day(session: &Session, chart: &Chart) -> String {
    let key = match chart.day {
        PerDay::Sum => word::DAY_SUM,
        PerDay::Mean => word::DAY_MEAN,
        PerDay::Lowest => word::DAY_LOWEST,
        PerDay::Highest => word::DAY_HIGHEST,
        PerDay::Last => word::DAY_LAST,
    };
    session.tongue().say(key)
}

/// Which way is good, where one is.
pub fn direction(session: &Session, chart: &Chart) -> Option<String> {
    match chart.better {
        Better::Higher => Some(session.tongue().say(word::HIGHER_BETTER)),
        Better::Lower => Some(session.tongue().say(word::LOWER_BETTER)),
        Better::Neither => None,
    }
}

/// Dated changes of a period, from the trackers whose words mark dates and that are held.
pub fn events(
    session: &Session,
    period: Period,
    held: impl Fn(&Definition) -> bool,
) -> Outcome<Vec<(NaiveDate, String)>> {
    let mut events = Vec::new();
    for definition in session.shelf().all() {
        let Some(marks) = definition.marks.as_ref().filter(|_| held(definition)) else {
            continue;
        };
        for entry in session.journal().entries_of(&definition.key, period)? {
            let what = entry
                .values
                .get(marks)
                .and_then(|v| v.first())
                .and_then(|v| v.text.clone());
            events.extend(what.map(|what| (entry.day, what)));
        }
    }
    events.sort();
    Ok(events)
}

/// "26 Aug 2026 to 23 Nov 2026".
pub fn period_said(session: &Session, period: Period) -> String {
    let tongue = session.tongue();
    let with = [
        ("from", tongue.date(period.from, Grain::Short).into()),
        ("to", tongue.date(period.to, Grain::Short).into()),
    ];
    tongue.say_with(word::PERIOD, &with)
}
