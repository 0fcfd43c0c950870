//! Rows and lines of the visit page.

use crate::entries::describe;
use crate::error::Result;
use crate::figures::measure::MeasureView;
use crate::figures::text;
use crate::msg;
use crate::session::Session;
use crate::visit::periods::Periods;
use chrono::Datelike as _;
use domain::definition::{Chart, ChartMark};
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::{Definition, Visit};
use report::{Cell, Line, Row};

/// Maximum number of entries that the page lists one by one: a summary of so few would say less.
const MAX_LISTED: usize = 12;

/// A measure with its figures of both periods.
pub(super) struct Measured<'a> {
    /// The definition it belongs to.
    pub(super) definition: &'a Definition,
    /// The chart.
    pub(super) chart: &'a Chart,
    /// Its row.
    pub(super) row: Row,
}

/// Returns the name of a measure in the picture: the tracker's, or the measure's if it differs.
pub(super) fn short_name(session: &Session, view: &MeasureView<'_>) -> String {
    let labels = session.locale().labels_of(view.definition);
    let measures = view.definition.charts.iter().filter(|c| !c.optional);
    if measures.count() > 1 {
        labels.get_or_key(&view.chart.of).to_owned()
    } else {
        labels.get_or_key("title").to_owned()
    }
}

/// Returns the row of a measure, and whether either period has a figure.
pub(super) fn row(
    session: &Session,
    now: &MeasureView<'_>,
    before: &MeasureView<'_>,
) -> (Row, bool) {
    let (now_cell, before_cell) = (cell(session, now), cell(session, before));
    let has_figure = !(now_cell.value.is_empty() && before_cell.value.is_empty());
    let row = Row {
        name: text::name(session, now),
        scale: scale(session, now),
        now: now_cell,
        before: before_cell,
        drawn: !now.chart.optional,
    };
    (row, has_figure)
}

fn scale(session: &Session, view: &MeasureView<'_>) -> String {
    let (Some(min), Some(max)) = (view.chart.min, view.chart.max) else {
        return String::new();
    };
    let locale = session.locale();
    let (low, high) = (
        locale.axis_label(min, &view.unit),
        locale.axis_label(max, &view.unit),
    );
    let ends = locale.format(
        msg::PAGE_SCALE,
        &[("low", low.into()), ("high", high.into())],
    );
    std::iter::once(ends)
        .chain(text::direction(session, view.chart))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Most answers that a line names; earlier ones are counted.
const MAX_SCORES: usize = 4;

fn dated(session: &Session, said: String, day: String) -> String {
    let with = [("said", said.into()), ("day", day.into())];
    session.locale().format(msg::PAGE_DATED, &with)
}

/// Lists what was said with its days, the last ones in full.
fn listed(session: &Session, mut said: Vec<String>) -> String {
    let locale = session.locale();
    let earlier = said.len().saturating_sub(MAX_SCORES);
    let shown = said.split_off(earlier).join(", ");
    if earlier == 0 {
        return shown;
    }
    let with = [("shown", shown.into()), ("count", earlier.into())];
    locale.format(msg::PAGE_EARLIER_SCORES, &with)
}

/// Returns the answers to the item about thoughts of death of both periods, in plain words; none if
/// the person left them out or did not answer it in these days.
pub(super) fn support_item_line(
    session: &Session,
    visit: &Visit,
    definition: &Definition,
    periods: &Periods,
) -> Result<Option<String>> {
    let questionnaire = definition.questionnaire.as_ref();
    let item = questionnaire.and_then(|q| q.support_item.as_deref());
    let Some(item) = item.filter(|_| !visit.without_support_item) else {
        return Ok(None);
    };
    let locale = session.locale();
    let labels = locale.labels_of(definition);
    let answers = |period: Period| -> Result<String> {
        let entries = session.journal().entries_of(&definition.key, period)?;
        let said = entries.iter().filter_map(|entry| {
            let option = entry.values.get(item)?.first()?.text.as_deref()?;
            let key = format!("{item}.{option}");
            let day = periods.day(session, entry.day, DateStyle::Day);
            let said = labels.get_or_key(&key).to_lowercase();
            Some(dated(session, said, day))
        });
        Ok(listed(session, said.collect()))
    };
    let (now, before) = (answers(periods.now)?, answers(periods.before)?);
    if now.is_empty() && before.is_empty() {
        return Ok(None);
    }
    let none = || locale.text(msg::PAGE_NO_SCORE);
    let or_none = |said: String| if said.is_empty() { none() } else { said };
    let title = labels.get_or_key("title").to_owned();
    let name = locale.format(msg::PAGE_SUPPORT_ITEM, &[("title", title.into())]);
    let with = [
        ("name", name.into()),
        ("now", or_none(now).into()),
        ("before", or_none(before).into()),
    ];
    Ok(Some(locale.format(msg::PAGE_SUPPORT_LINE, &with)))
}

/// Returns the figure of a period with n of N; without a figure only n of N.
fn cell(session: &Session, view: &MeasureView<'_>) -> Cell {
    let locale = session.locale();
    let labels = locale.labels_of(view.definition);
    if view.chart.mark == ChartMark::Scores {
        let values = view.series.values.iter().flatten();
        let values = values.map(|v| locale.amount(*v, &view.unit, &labels));
        return Cell {
            value: values.collect::<Vec<_>>().join(", "),
            counted: String::new(),
        };
    }
    let (n, of) = text::counted(view);
    let counted = [("n", n.to_string().into()), ("of", of.to_string().into())];
    let figure = text::weekly_amount(session, view).or_else(|| median(session, view));
    Cell {
        value: figure.unwrap_or_default(),
        counted: locale.format(msg::PAGE_N, &counted),
    }
}

/// Returns text like "median 4 (IQR 3–5)", or `None` with too few days.
fn median(session: &Session, view: &MeasureView<'_>) -> Option<String> {
    let locale = session.locale();
    let labels = locale.labels_of(view.definition);
    // An amount such as "6 h 15" is not broken between lines.
    let say = |value: f64| {
        let amount = locale.amount(value, &view.unit, &labels);
        amount.replace(' ', "\u{a0}")
    };
    let (low, high) = (say(view.summary.low?), say(view.summary.high?));
    let median = say(view.summary.median?);
    if low == high && low == median {
        return Some(median);
    }
    let with = [
        ("median", median.into()),
        ("low", low.into()),
        ("high", high.into()),
    ];
    Some(locale.format(msg::PAGE_MEDIAN, &with))
}

/// Returns how days are written: a period over more than one year names the year.
fn day_style(period: Period) -> DateStyle {
    if period.from.year() == period.to.year() {
        DateStyle::Day
    } else {
        DateStyle::Short
    }
}

/// Returns a line with its day. A period over more than one year names the year.
fn dated_line(session: &Session, period: Period, entry: &domain::Entry, text: String) -> Line {
    let locale = session.locale();
    let late = describe::late_label(session, entry);
    Line {
        day: locale.date(entry.day, day_style(period)),
        text: if late.is_empty() {
            text
        } else {
            format!("{text} ({late})")
        },
    }
}

fn entry_text(session: &Session, definition: &Definition, entry: &domain::Entry) -> String {
    let title = session
        .locale()
        .labels_of(definition)
        .get_or_key("title")
        .to_owned();
    format!(
        "{title}: {}",
        describe::describe(session, definition, entry).join(", ")
    )
}

/// Returns the notes that the patient chose.
///
/// # Errors
/// Fails if the journal can't be read.
pub(super) fn notes(session: &Session, visit: &Visit, period: Period) -> Result<Vec<Line>> {
    if visit.notes.is_empty() {
        return Ok(Vec::new());
    }
    let entries = session.journal().entries(period)?;
    let chosen = entries
        .iter()
        .filter(|e| visit.notes.contains(&e.uid) && !e.note.trim().is_empty());
    Ok(chosen
        .map(|e| dated_line(session, period, e, e.note.trim().to_owned()))
        .collect())
}

/// Returns every entry, if there are only a few.
///
/// # Errors
/// Fails if the journal can't be read.
pub(super) fn few_entries(session: &Session, visit: &Visit, period: Period) -> Result<Vec<Line>> {
    let entries = session.journal().entries(period)?;
    let shown: Vec<_> = entries
        .iter()
        .filter_map(|e| Some((e, session.definitions().get(&e.tracker)?)))
        // Scores have rows of their own, and single answers to questions are not listed.
        .filter(|(_, d)| d.questionnaire.is_none())
        .filter(|(_, d)| d.event_field.is_none() && visit.includes(d))
        // Free text is on the page only where the patient ticked it, however few entries there are.
        .map(|(e, d)| (e.without_free_text(d), d))
        .filter(|(e, d)| !describe::describe(session, d, e).is_empty())
        // One more tells that there are too many: the others need not be put in words.
        .take(MAX_LISTED + 1)
        .collect();
    if shown.len() > MAX_LISTED {
        return Ok(Vec::new());
    }
    Ok(shown
        .into_iter()
        .map(|(e, d)| dated_line(session, period, &e, entry_text(session, d, &e)))
        .collect())
}
