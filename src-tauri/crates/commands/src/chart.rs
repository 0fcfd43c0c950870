//! Trends: every measure over a period, as figures on one time axis.
//!
//! Selects the charts of a period and formats their summaries. The domain crate builds the figures.

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
    /// The period, as text.
    pub period: String,
    /// The charts, top to bottom.
    pub panels: Vec<Panel>,
    /// Dated changes in the period.
    pub changes: Vec<String>,
    /// What a diamond marks; empty where none is drawn.
    pub marked: String,
}

/// One chart with its summary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Panel {
    /// The tracker's key.
    pub tracker: String,
    /// The field's or measure's key.
    pub of: String,
    /// The tracker's name.
    pub title: String,
    /// The measure's name; empty if it equals the tracker's.
    pub measure: String,
    /// Its summary, in short lines.
    pub lines: Vec<String>,
    /// The chart.
    pub figure: Figure,
}

/// A measure over a period, with its data and summary.
pub struct Told<'a> {
    /// The tracker.
    pub definition: &'a Definition,
    /// Its chart.
    pub chart: &'a Chart,
    /// The unit of its values.
    pub unit: Unit,
    /// The value of each day.
    pub series: Series,
    /// Summary of the series.
    pub summary: Summary,
    /// Root mean square of successive daily differences; `None` with too few adjacent days.
    /// Leaves out entries recorded late unless the patient includes them in patterns.
    pub swing: Option<f64>,
    /// Days with an entry recorded late.
    pub late: Vec<NaiveDate>,
    /// Whether any day holds more than one entry.
    pub several: bool,
    /// For a summed measure, the days known to have some or none.
    pub known: Option<Vec<NaiveDate>>,
    /// Context of the period.
    pub around: &'a Around,
}

/// Returns the trends over `30`, `90` or `365` days or `all`.
///
/// Includes optional charts only if `everything` is set.
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

/// Builds one chart over a period.
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

/// Returns the charts of all active trackers, in tracker order.
pub fn charts(session: &Session) -> Outcome<Vec<(&Definition, &Chart)>> {
    Ok(crate::trackers::asked(session)?
        .into_iter()
        .flat_map(|d| d.charts.iter().map(move |c| (d, c)))
        .collect())
}

/// Loads and summarizes a measure over a period.
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
    // The order within a day matters only where the last value counts.
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

/// Builds the figure of a measure, with its title and description.
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

/// Returns a title like "Night: Asleep", or just "Mood" if measure and tracker share a name.
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

/// Returns text like "78 of 90 nights".
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

/// Returns text like "middle 4, mostly 3 to 5", or `None` with too few days.
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

/// Returns text like "about 85 min a week" for summed amounts, or `None` with too few days.
///
/// Divides only by the days known to have some or none.
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

/// Returns text like "usually ±1.4 from day to day", for scales drawn as dots.
fn swing(session: &Session, told: &Told<'_>) -> Option<String> {
    if told.chart.mark != ChartMark::Dots || told.unit == Unit::Clock {
        return None;
    }
    let tongue = session.tongue();
    let words = tongue.words_of(told.definition);
    let swing = tongue.amount(told.swing?, &told.unit, &words);
    Some(tongue.say_with(word::SWING, &[("swing", swing.into())]))
}

/// Returns text on how several entries of a day form its value.
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

/// Returns text on which direction is better, if either is.
pub fn direction(session: &Session, chart: &Chart) -> Option<String> {
    match chart.better {
        Better::Higher => Some(session.tongue().say(word::HIGHER_BETTER)),
        Better::Lower => Some(session.tongue().say(word::LOWER_BETTER)),
        Better::Neither => None,
    }
}

/// Returns the dated changes of a period, ascending, from the event fields of trackers.
///
/// Only trackers for which `held` returns true are included.
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

/// Formats a period, as in "26 Aug 2026 to 23 Nov 2026".
pub fn period_said(session: &Session, period: Period) -> String {
    let tongue = session.tongue();
    let with = [
        ("from", tongue.date(period.from, Grain::Short).into()),
        ("to", tongue.date(period.to, Grain::Short).into()),
    ];
    tongue.say_with(word::PERIOD, &with)
}
