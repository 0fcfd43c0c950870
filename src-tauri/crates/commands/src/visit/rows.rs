//! Rows and lines of the visit page.

use crate::entries::describe;
use crate::error::Result;
use crate::figures::measure::MeasureView;
use crate::figures::text;
use crate::msg;
use crate::session::Session;
use crate::treatment::lanes::dose_changes;
use chrono::Datelike as _;
use domain::definition::ChartMark;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::{Definition, Visit};
use report::{Line, Row};

/// Maximum number of entries that the page lists one by one: a summary of so few would say less.
const MAX_LISTED: usize = 12;

pub(crate) fn row(session: &Session, now: &MeasureView<'_>, before: &MeasureView<'_>) -> Row {
    Row {
        name: text::name(session, now),
        scale: scale(session, now),
        now: cell(session, now),
        before: cell(session, before),
    }
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

/// Most scores of a questionnaire that a cell names; earlier ones are counted.
const MAX_SCORES: usize = 4;

/// Returns the scores of a questionnaire with their days: "15 (29 Oct), 12 (8 Nov)".
fn scores(session: &Session, view: &MeasureView<'_>) -> String {
    let locale = session.locale();
    let labels = locale.labels_of(view.definition);
    let values = view.series.values.iter().enumerate();
    let said = values.filter_map(|(index, value)| {
        let day = locale.date(view.series.period.day(index), DateStyle::Day);
        let total = locale.amount((*value)?, &view.unit, &labels);
        Some(dated(session, total, day))
    });
    listed(session, said.collect())
}

fn dated(session: &Session, said: String, day: String) -> String {
    let with = [("said", said.into()), ("day", day.into())];
    session.locale().format(msg::PAGE_DATED, &with)
}

/// Lists what was said with its days, the last ones in full.
fn listed(session: &Session, mut said: Vec<String>) -> String {
    let locale = session.locale();
    if said.is_empty() {
        return locale.text(msg::PAGE_NO_SCORE);
    }
    let earlier = said.len().saturating_sub(MAX_SCORES);
    let shown = said.split_off(earlier).join(", ");
    if earlier == 0 {
        return shown;
    }
    let with = [("shown", shown.into()), ("count", earlier.into())];
    locale.format(msg::PAGE_EARLIER_SCORES, &with)
}

/// Returns the answers to the item about thoughts of death, in plain words; none if the person left
/// them out or never answered it.
pub(crate) fn support_item_row(
    session: &Session,
    visit: &Visit,
    definition: &Definition,
    [now, before]: [Period; 2],
) -> Result<Option<Row>> {
    let questionnaire = definition.questionnaire.as_ref();
    let item = questionnaire.and_then(|q| q.support_item.as_deref());
    let Some(item) = item.filter(|_| !visit.without_support_item) else {
        return Ok(None);
    };
    let locale = session.locale();
    let labels = locale.labels_of(definition);
    let answers = |period: Period| -> Result<Vec<String>> {
        let entries = session.journal().entries_of(&definition.key, period)?;
        let said = entries.iter().filter_map(|entry| {
            let option = entry.values.get(item)?.first()?.text.as_deref()?;
            let key = format!("{item}.{option}");
            let day = locale.date(entry.day, DateStyle::Day);
            let said = labels.get_or_key(&key).to_lowercase();
            Some(dated(session, said, day))
        });
        Ok(said.collect())
    };
    let (now, before) = (answers(now)?, answers(before)?);
    if now.is_empty() && before.is_empty() {
        return Ok(None);
    }
    let title = labels.get_or_key("title").to_owned();
    Ok(Some(Row {
        name: locale.format(msg::PAGE_SUPPORT_ITEM, &[("title", title.into())]),
        scale: String::new(),
        now: listed(session, now),
        before: listed(session, before),
    }))
}

fn cell(session: &Session, view: &MeasureView<'_>) -> String {
    if view.chart.mark == ChartMark::Scores {
        return scores(session, view);
    }
    let locale = session.locale();
    let (n, of) = text::counted(view);
    let counted = [("n", n.to_string().into()), ("of", of.to_string().into())];
    let counted = locale.format(msg::PAGE_N, &counted);
    if let Some(summary) = text::weekly_amount(session, view).or_else(|| median(session, view)) {
        return locale.format(
            msg::PAGE_FIGURE,
            &[("summary", summary.into()), ("counted", counted.into())],
        );
    }
    if view.summary.n == 0 {
        return locale.format(msg::PAGE_NONE, &[("counted", counted.into())]);
    }
    if view.summary.n > 3 {
        return locale.format(msg::PAGE_TOO_FEW, &[("counted", counted.into())]);
    }
    let labels = locale.labels_of(view.definition);
    let values: Vec<_> = view
        .series
        .values
        .iter()
        .flatten()
        .map(|v| locale.amount(*v, &view.unit, &labels))
        .collect();
    locale.format(
        msg::PAGE_FEW,
        &[
            ("values", values.join(", ").into()),
            ("counted", counted.into()),
        ],
    )
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
    let with = [
        ("median", say(view.summary.median?).into()),
        ("low", say(view.summary.low?).into()),
        ("high", say(view.summary.high?).into()),
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

pub(crate) fn changes(session: &Session, visit: &Visit, period: Period) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for definition in session.definitions().all() {
        if definition.event_field.is_none() || !visit.includes(definition) {
            continue;
        }
        for entry in session.journal().entries_of(&definition.key, period)? {
            let text = describe::line(session, definition, &entry).join(", ");
            lines.push((entry.day, dated_line(session, period, &entry, text)));
        }
    }
    if visit.includes_medicines() {
        for (day, text) in dose_changes(session, period)? {
            let day_text = session.locale().date(day, day_style(period));
            lines.push((
                day,
                Line {
                    day: day_text,
                    text,
                },
            ));
        }
    }
    lines.sort_by_key(|(day, _)| *day);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

pub(crate) fn notes(session: &Session, visit: &Visit, period: Period) -> Result<Vec<Line>> {
    let entries = session.journal().entries(period)?;
    let chosen = entries
        .iter()
        .filter(|e| visit.notes.contains(&e.uid) && !e.note.trim().is_empty());
    Ok(chosen
        .map(|e| dated_line(session, period, e, e.note.trim().to_owned()))
        .collect())
}

pub(crate) fn few_entries(session: &Session, visit: &Visit, period: Period) -> Result<Vec<Line>> {
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
        .collect();
    if shown.len() > MAX_LISTED {
        return Ok(Vec::new());
    }
    Ok(shown
        .into_iter()
        .map(|(e, d)| dated_line(session, period, &e, entry_text(session, d, &e)))
        .collect())
}
