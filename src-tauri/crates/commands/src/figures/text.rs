//! Summaries of a measure as text.

use crate::figures::measure::MeasureView;
use crate::msg;
use crate::session::Session;
use domain::Unit;
use domain::definition::{Chart, ChartMark, Covers, DayAggregate, Direction};
use domain::figure::summary;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;

/// Returns a title like "Night: Asleep", or just "Mood" if measure and tracker share a name.
pub fn name(session: &Session, view: &MeasureView<'_>) -> String {
    let labels = session.locale().labels_of(view.definition);
    let (tracker, measure) = (
        labels.get_or_key("title"),
        labels.get_or_key(&view.chart.of),
    );
    if tracker == measure {
        return tracker.to_owned();
    }
    session.locale().format(
        msg::FIGURE_TITLE,
        &[("tracker", tracker.into()), ("measure", measure.into())],
    )
}

/// Returns text like "78 of 90 nights".
pub fn n_of_n(session: &Session, view: &MeasureView<'_>) -> String {
    let covers = if view.definition.covers == Covers::Night {
        "night"
    } else {
        "day"
    };
    let with = [
        ("n", view.summary.n.to_string().into()),
        ("of", view.summary.of.to_string().into()),
        ("covers", covers.into()),
    ];
    session.locale().format(msg::COUNT_DAYS, &with)
}

/// Returns text like "middle 4, mostly 3 to 5", or `None` with too few days.
pub fn median_text(session: &Session, view: &MeasureView<'_>) -> Option<String> {
    let locale = session.locale();
    let labels = locale.labels_of(view.definition);
    let say = |value: f64| locale.amount(value, &view.unit, &labels);
    let (median, low, high) = (
        say(view.summary.median?),
        say(view.summary.low?),
        say(view.summary.high?),
    );
    Some(if low == high {
        locale.format(msg::MIDDLE, &[("middle", median.into())])
    } else {
        let with = [
            ("middle", median.into()),
            ("low", low.into()),
            ("high", high.into()),
        ];
        locale.format(msg::MIDDLE_MOSTLY, &with)
    })
}

/// Returns text like "about 85 min a week" for summed amounts, or `None` with too few days.
///
/// Divides only by the days known to have some or none.
pub fn weekly_amount(session: &Session, view: &MeasureView<'_>) -> Option<String> {
    let (locale, summary) = (session.locale(), &view.summary);
    let requested = view.series.period.days() - view.context.paused();
    let values = &view.series.values;
    let (known, total) = match (&view.known, view.chart.aggregate) {
        (Some(known), _) => {
            let days = known.iter().filter_map(|d| view.series.period.index(*d));
            let total: f64 = days.filter_map(|i| *values.get(i)?).sum();
            (known.len(), total)
        }
        (None, DayAggregate::Sum) => (summary.n, values.iter().flatten().sum()),
        (
            None,
            DayAggregate::Mean | DayAggregate::Last | DayAggregate::Lowest | DayAggregate::Highest,
        ) => return None,
    };
    let enough = summary.n > 3 && known >= 7 && summary::has_enough_days(known, requested);
    let amount = total / (known as f64 / 7.0);
    let labels = locale.labels_of(view.definition);
    enough.then(|| {
        locale.format(
            msg::A_WEEK,
            &[("amount", locale.amount(amount, &view.unit, &labels).into())],
        )
    })
}

pub(crate) fn lines(session: &Session, view: &MeasureView<'_>) -> Vec<String> {
    let locale = session.locale();
    let mut lines = Vec::new();
    lines.extend(weekly_amount(session, view).or_else(|| median_text(session, view)));
    if lines.is_empty() && view.summary.n > 0 {
        lines.push(locale.text(msg::TOO_FEW));
    }
    lines.push(n_of_n(session, view));
    lines.extend(variability_text(session, view));
    if view.several {
        lines.push(aggregate_text(session, view.chart));
    }
    lines.extend(direction(session, view.chart));
    lines
}

/// Returns text like "usually ±1.4 from day to day", for scales drawn as dots.
fn variability_text(session: &Session, view: &MeasureView<'_>) -> Option<String> {
    if view.chart.mark != ChartMark::Dots || view.unit == Unit::Clock {
        return None;
    }
    let locale = session.locale();
    let labels = locale.labels_of(view.definition);
    let variability = locale.amount(view.variability?, &view.unit, &labels);
    Some(locale.format(msg::SWING, &[("swing", variability.into())]))
}

/// Returns text on how several entries of a day form its value.
fn aggregate_text(session: &Session, chart: &Chart) -> String {
    let key = match chart.aggregate {
        DayAggregate::Sum => msg::DAY_SUM,
        DayAggregate::Mean => msg::DAY_MEAN,
        DayAggregate::Lowest => msg::DAY_LOWEST,
        DayAggregate::Highest => msg::DAY_HIGHEST,
        DayAggregate::Last => msg::DAY_LAST,
    };
    session.locale().text(key)
}

/// Returns text on which direction is better, if either is.
pub fn direction(session: &Session, chart: &Chart) -> Option<String> {
    match chart.direction {
        Direction::Higher => Some(session.locale().text(msg::HIGHER_BETTER)),
        Direction::Lower => Some(session.locale().text(msg::LOWER_BETTER)),
        Direction::Neither => None,
    }
}

/// Formats a period, as in "26 Aug 2026 to 23 Nov 2026".
pub fn period_text(session: &Session, period: Period) -> String {
    let locale = session.locale();
    let with = [
        ("from", locale.date(period.from, DateStyle::Short).into()),
        ("to", locale.date(period.to, DateStyle::Short).into()),
    ];
    locale.format(msg::PERIOD, &with)
}
