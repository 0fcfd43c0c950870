//! Summaries of a measure as text.

use crate::figures::measure::MeasureView;
use crate::msg;
use crate::session::Session;
use domain::Unit;
use domain::definition::{Chart, ChartMark, Covers, DayAggregate, Direction};
use domain::figure::summary;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;

/// Returns a title like "Sleep: Asleep", or just "Mood" if measure and tracker share a name.
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

/// Returns how many days are behind the figure beside it, and of how many.
pub fn counted(view: &MeasureView<'_>) -> (usize, usize) {
    let weekly = per_week(view).filter(|weekly| weekly.amount.is_some());
    weekly.map_or((view.summary.n, view.summary.of), |w| (w.known, w.of))
}

/// Returns text like "78 of 90 nights": the days behind the figure beside it.
pub fn n_of_n(session: &Session, view: &MeasureView<'_>) -> String {
    if view.chart.mark == ChartMark::Scores {
        let with = [("count", view.summary.n.into())];
        return session.locale().format(msg::SCALE_COUNT, &with);
    }
    let (n, of) = counted(view);
    let with = [
        ("n", n.to_string().into()),
        ("of", of.to_string().into()),
        ("count", of.into()),
        ("covers", covers(view).into()),
    ];
    let counted = session.locale().format(msg::COUNT_DAYS, &with);
    match view.context.began() {
        Some(day) => {
            let day = session.locale().date(day, DateStyle::Day);
            let with = [("day", day.into()), ("counted", counted.into())];
            session.locale().format(msg::COUNT_SINCE, &with)
        }
        None => counted,
    }
}

/// Returns whether a measure's days are days or nights, as messages name them.
pub(super) fn covers(view: &MeasureView<'_>) -> &'static str {
    if view.definition.covers == Covers::Night {
        "night"
    } else {
        "day"
    }
}

/// Returns text like "typical 4, most days 3 to 5", or `None` with too few days.
pub fn median_text(session: &Session, view: &MeasureView<'_>) -> Option<String> {
    let locale = session.locale();
    let labels = locale.labels_of(view.definition);
    let say = |value: f64| locale.amount(value, &view.unit, &labels);
    let (middle, low, high) = (
        say(view.summary.median?),
        say(view.summary.low?),
        say(view.summary.high?),
    );
    Some(spread_text(session, covers(view), [low, middle, high]))
}

/// Returns "typical 4, most days 3 to 5" of a lower quartile, median and upper quartile as text.
pub(super) fn spread_text(
    session: &Session,
    covers: &'static str,
    [low, middle, high]: [String; 3],
) -> String {
    let locale = session.locale();
    if low == high {
        return locale.format(msg::MIDDLE, &[("middle", middle.into())]);
    }
    let with = [
        ("middle", middle.into()),
        ("low", low.into()),
        ("high", high.into()),
        ("covers", covers.into()),
    ];
    locale.format(msg::MIDDLE_MOSTLY, &with)
}

/// A summed amount per week and the days it rests on.
struct WeeklyAmount {
    /// Days known to have some or none.
    known: usize,
    /// Days considered: all but those of a pause without a record.
    of: usize,
    /// Amount per week, in the unit of the measure; `None` with too few days.
    amount: Option<f64>,
}

/// Returns the amount per week of a summed measure; `None` for other measures.
///
/// Divides only by the days known to have some or none.
fn per_week(view: &MeasureView<'_>) -> Option<WeeklyAmount> {
    // A week of nights is no amount anybody asks for; their median says more.
    if view.chart.aggregate != DayAggregate::Sum || view.definition.covers == Covers::Night {
        return None;
    }
    let (period, values) = (view.series.period, &view.series.values);
    let known: Vec<usize> = match &view.known {
        Some(days) => days.iter().filter_map(|day| period.index(*day)).collect(),
        None => (0..values.len())
            .filter(|i| values.get(*i).is_some_and(Option::is_some))
            .collect(),
    };
    let total = known.iter().filter_map(|i| *values.get(*i)?);
    let total = total.fold(0.0, |sum, value| sum + value);
    // As with every figure, a day of a pause counts only if it is known.
    let paused = |day: &&usize| view.context.pause(period.day(**day)).is_some();
    let of = period.days() - view.context.paused() + known.iter().filter(paused).count();
    let enough =
        view.summary.n > 3 && known.len() >= 7 && summary::has_enough_days(known.len(), of);
    Some(WeeklyAmount {
        known: known.len(),
        of,
        amount: enough.then(|| total / (known.len() as f64 / 7.0)),
    })
}

/// Returns text like "about 85 min a week" for summed amounts, or `None` with too few days.
pub fn weekly_amount(session: &Session, view: &MeasureView<'_>) -> Option<String> {
    let locale = session.locale();
    let amount = per_week(view)?.amount?;
    let labels = locale.labels_of(view.definition);
    let amount = locale.amount(amount, &view.unit, &labels);
    Some(locale.format(msg::A_WEEK, &[("amount", amount.into())]))
}

/// Returns the amount per week or the median as text, if there are enough days.
pub fn typical(session: &Session, view: &MeasureView<'_>) -> Option<String> {
    if view.chart.mark == ChartMark::Scores {
        return None;
    }
    weekly_amount(session, view).or_else(|| median_text(session, view))
}

/// Returns the last score and how many there are, of a questionnaire: "11 on 22 Nov", "7
/// questionnaires". A typical day says nothing about answers for two weeks.
fn score_lines(session: &Session, view: &MeasureView<'_>) -> Vec<String> {
    let locale = session.locale();
    let values = view.series.values.iter().enumerate();
    let last = values.filter_map(|(i, v)| Some((i, (*v)?))).next_back();
    let last = last.map(|(index, value)| {
        let day = locale.date(view.series.period.day(index), DateStyle::Day);
        let total = locale.amount(value, &view.unit, &locale.labels_of(view.definition));
        locale.format(
            msg::SCORE_ON,
            &[("total", total.into()), ("day", day.into())],
        )
    });
    last.into_iter()
        .chain([n_of_n(session, view)])
        .chain(direction(session, view.chart))
        .collect()
}

pub(crate) fn lines(session: &Session, view: &MeasureView<'_>) -> Vec<String> {
    if view.chart.mark == ChartMark::Scores {
        return score_lines(session, view);
    }
    let locale = session.locale();
    let mut lines = Vec::new();
    lines.extend(typical(session, view));
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
        DayAggregate::Main => msg::DAY_MAIN,
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
