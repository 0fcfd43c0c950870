//! Questionnaires on the page: first recorded, last visit, now; and what is larger than chance.

use crate::error::Result;
use crate::figures::measure::MeasureView;
use crate::figures::text::weekly_amount;
use crate::msg;
use crate::session::Session;
use crate::visit::periods::Periods;
use chrono::{Duration, NaiveDate};
use domain::Definition;
use domain::definition::{Chart, ChartMark};
use domain::localizer::{DateStyle, Localizer};
use domain::pattern::{DRAWS, median_difference};
use domain::questionnaire::change;
use domain::time::Period;
use report::{Cell, ScaleRow};

/// Days that a questionnaire goes back for its first score.
const REACH: i64 = 3650;

/// Where the drawing of intervals begins.
const SEED: u64 = 20_261_128;

/// A score with its day.
type Score = (NaiveDate, f64);

/// Returns the scores of a questionnaire: first recorded, at the last visit, now. None without one.
///
/// # Errors
/// Fails if the journal can't be read.
pub(super) fn scale_row(
    session: &Session,
    definition: &Definition,
    chart: &Chart,
    periods: &Periods,
) -> Result<Option<(ScaleRow, Option<String>)>> {
    if chart.mark != ChartMark::Scores {
        return Ok(None);
    }
    let reach = Period::ending(periods.now.to, REACH);
    let scores = session
        .journal()
        .measurements(&definition.key, &chart.of, reach)?;
    let scores: Vec<Score> = scores.iter().map(|m| (m.day, m.number)).collect();
    let (Some(first), Some(now)) = (scores.first(), scores.last()) else {
        return Ok(None);
    };
    // The score that was known at the last visit, or when this period began.
    let at = periods.now.from - Duration::days(1);
    let last = scores.iter().rev().find(|(day, _)| *day <= at);
    let labels = session.locale().labels_of(definition);
    let unit = definition.unit(&chart.of).unwrap_or(domain::Unit::Points);
    let number = |score: f64| session.locale().amount(score, &unit, &labels);
    let cell = |score: Option<&Score>| {
        score.map_or_else(Cell::default, |(day, score)| Cell {
            value: number(*score),
            counted: periods.day(session, *day, DateStyle::Day),
        })
    };
    let other = |score: &&Score| score.0 < now.0;
    let first = Some(first).filter(other);
    let last = last.filter(other);
    let title = labels.get_or_key("title").to_owned();
    let range = [chart.min, chart.max].map(|end| end.map(number).unwrap_or_default());
    let with = [
        ("low", range[0].clone().into()),
        ("high", range[1].clone().into()),
    ];
    let row = ScaleRow {
        range: session.locale().format(msg::PAGE_SCALE, &with),
        values: vec![cell(first), cell(last), cell(Some(now))],
        name: title.clone(),
    };
    let said = comparisons(session, definition, &title, [first, last], now.1);
    Ok(Some((row, said)))
}

/// Returns both comparisons or none, so that none is picked for its direction: "PHQ-9: 4 lower than
/// at the last visit (less than two forms can differ by chance, 6); 7 lower than first recorded
/// (more)".
fn comparisons(
    session: &Session,
    definition: &Definition,
    title: &str,
    [first, last]: [Option<&Score>; 2],
    now: f64,
) -> Option<String> {
    let questionnaire = definition.questionnaire.as_ref()?;
    let noise = questionnaire.reliable_change?;
    let locale = session.locale();
    let compare = |id: &str, earlier: &Score| {
        let change = change(questionnaire, earlier.1, now);
        let direction = match change.delta.partial_cmp(&0.0) {
            Some(std::cmp::Ordering::Less) => "lower",
            Some(std::cmp::Ordering::Greater) => "higher",
            Some(std::cmp::Ordering::Equal) | None => "same",
        };
        let size = if change.reliable == Some(true) {
            "more"
        } else {
            "less"
        };
        let with = [
            ("by", locale.number(change.delta.abs()).into()),
            ("direction", direction.into()),
            ("size", size.into()),
            ("noise", locale.number(noise).into()),
        ];
        locale.format(id, &with)
    };
    let (first, last) = (first?, last?);
    let parts = if first.0 == last.0 {
        compare(msg::PAGE_THAN_FIRST, first)
    } else {
        let parts = [
            compare(msg::PAGE_THAN_LAST, last),
            compare(msg::PAGE_THAN_FIRST, first),
        ];
        parts.join("; ")
    };
    let with = [("title", title.into()), ("parts", parts.into())];
    Some(locale.format(msg::PAGE_COMPARED, &with))
}

/// Returns a change of a daily measure in words: only where both periods are at least half recorded
/// and the 90 % interval of the difference of medians, by moving blocks, leaves out 0.
pub(super) fn daily_change(
    session: &Session,
    now: &MeasureView<'_>,
    before: &MeasureView<'_>,
    name: &str,
) -> Option<String> {
    let is_amount = weekly_amount(session, now).is_some();
    if now.chart.mark == ChartMark::Scores || now.chart.optional || is_amount {
        return None;
    }
    // Times of day have no middle that a difference could be taken of.
    if now.unit == domain::Unit::Clock {
        return None;
    }
    now.summary.median.and(before.summary.median)?;
    let values = |view: &MeasureView<'_>| -> Vec<f64> {
        view.series.values.iter().copied().flatten().collect()
    };
    let (difference, (low, high)) = median_difference(&values(before), &values(now), SEED, DRAWS)?;
    if low <= 0.0 && high >= 0.0 || difference == 0.0 {
        return None;
    }
    let locale = session.locale();
    let labels = locale.labels_of(now.definition);
    let with = [
        ("name", name.into()),
        (
            "by",
            locale.amount(difference.abs(), &now.unit, &labels).into(),
        ),
        (
            "direction",
            if difference > 0.0 { "higher" } else { "lower" }.into(),
        ),
    ];
    Some(locale.format(msg::PAGE_DAILY_CHANGE, &with))
}
