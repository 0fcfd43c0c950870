//! What came of an experiment: expected and actual, and mood on the days with and without it.

use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::measure::load_measure;
use crate::msg;
use crate::session::Session;
use crate::trackers;
use domain::localizer::Localizer;
use domain::pattern::median;
use domain::time::Period;
use domain::treatment::{Activity, ActivityDone, ActivityMark};

/// Returns what came of an experiment: expected and actual, and mood on days with and without it.
pub(super) fn results(session: &Session, activity: &Activity) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let both = |expected: fn(&ActivityMark) -> Option<u8>,
                actual: fn(&ActivityMark) -> Option<u8>| {
        let marks = activity.marks.values();
        let pairs = marks.filter_map(|mark| expected(mark).zip(actual(mark)));
        pairs.collect::<Vec<(u8, u8)>>()
    };
    for (id, pairs) in [
        (
            msg::ACTIVITY_PLEASURE_RESULT,
            both(|m| m.expected_pleasure, |m| m.pleasure),
        ),
        (
            msg::ACTIVITY_MASTERY_RESULT,
            both(|m| m.expected_mastery, |m| m.mastery),
        ),
    ] {
        let expected = median(&pairs.iter().map(|p| f64::from(p.0)).collect::<Vec<f64>>());
        let actual = median(&pairs.iter().map(|p| f64::from(p.1)).collect::<Vec<f64>>());
        if let (Some(expected), Some(actual)) = (expected, actual) {
            let number = |value: f64| session.locale().number(value).into();
            let with = [
                ("expected", number(expected)),
                ("actual", number(actual)),
                ("count", pairs.len().into()),
            ];
            lines.push(session.locale().format(id, &with));
        }
    }
    lines.extend(mood_line(session, activity)?);
    Ok(lines)
}

/// Returns "Mood: typical 5 on 6 days with it, typical 4 on 8 other days"; none if either has no
/// value.
fn mood_line(session: &Session, activity: &Activity) -> Result<Option<String>> {
    let Some(definition) = trackers::first(session)? else {
        return Ok(None);
    };
    let Some(chart) = definition.charts.first() else {
        return Ok(None);
    };
    let today = session.today();
    let to = activity.to.unwrap_or(today).min(today);
    if to < activity.from {
        return Ok(None);
    }
    let period = Period {
        from: activity.from,
        to,
    };
    let context = PeriodContext::new(session, period)?;
    let view = load_measure(session, definition, chart, &context)?;
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for (nth, value) in view.series.values.iter().enumerate() {
        let mark = activity.marks.get(&period.day(nth));
        let done = mark.and_then(|mark| mark.done);
        let on = matches!(done, Some(ActivityDone::Done | ActivityDone::Partly));
        let side = if on { &mut with } else { &mut without };
        side.extend(*value);
    }
    let (n_with, n_without) = (with.len(), without.len());
    let labels = session.locale().labels_of(definition);
    let amount = |value: f64| session.locale().amount(value, &view.unit, &labels).into();
    Ok(median(&with).zip(median(&without)).map(|(with, without)| {
        let said = [
            ("name", labels.get_or_key("title").into()),
            ("with", amount(with)),
            ("without", amount(without)),
            ("n", n_with.into()),
            ("m", n_without.into()),
        ];
        session.locale().format(msg::ACTIVITY_MOOD_RESULT, &said)
    }))
}
