//! Profiles: what a measure was like on each weekday, and at each time of day.
//!
//! They count and summarize. Whether a difference is more than chance is not said here.

use crate::error::Result;
use crate::figures::context::PeriodContext;
use crate::figures::measure::{MeasureView, load_measure};
use crate::figures::text::{covers, name, period_text, spread_text};
use crate::figures::trends::{charts, period_of};
use crate::msg;
use crate::session::Session;
use chrono::Datelike as _;
use domain::definition::{ChartMark, Covers, DayAggregate};
use domain::figure::summary::{has_enough_days, quantile};
use domain::localizer::Localizer;
use domain::{Definition, Unit};
use serde::{Deserialize, Serialize};

/// Profiles over a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProfilesPage {
    /// The period, as text.
    pub period: String,
    /// The measures, in the order of their charts.
    pub profiles: Vec<Profile>,
}

/// One measure by weekday and time of day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Profile {
    /// The tracker's key.
    pub tracker: String,
    /// The field's or measure's key.
    pub of: String,
    /// The measure's name.
    pub title: String,
    /// Monday to Sunday.
    pub weekdays: ProfileTable,
    /// Morning to night; without parts unless it was written down at several times of day.
    pub times: ProfileTable,
}

/// The parts of a week or a day, on one axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProfileTable {
    /// Lower end of the axis, as text.
    pub low: String,
    /// Upper end of the axis, as text.
    pub high: String,
    /// The parts.
    pub parts: Vec<ProfilePart>,
}

/// One weekday, or one part of the day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProfilePart {
    /// Its name.
    pub name: String,
    /// "9 of 13 days", "12 of 40 entries".
    pub counted: String,
    /// "typical 4, most days 3 to 5", or that it is too few.
    pub text: String,
    /// Lower quartile, median and upper quartile as shares of the axis of all parts; none with too few.
    pub spread: Option<[f64; 3]>,
}

/// Returns the profiles over a span of Trends.
///
/// # Errors
/// `NotFound` if there is no such span.
pub fn profiles(session: &Session, span: String, everything: bool) -> Result<ProfilesPage> {
    let period = period_of(session, &span)?;
    let context = PeriodContext::since_first_entry(session, period)?;
    let mut profiles = Vec::new();
    for (definition, chart) in charts(session)? {
        let drawn = matches!(chart.mark, ChartMark::Dots | ChartMark::Bars);
        if !drawn || (chart.optional && !everything) {
            continue;
        }
        let view = load_measure(session, definition, chart, &context)?;
        if view.summary.n > 0 {
            profiles.push(profile(session, definition, &view)?);
        }
    }
    Ok(ProfilesPage {
        period: period_text(session, period),
        profiles,
    })
}

fn profile(session: &Session, definition: &Definition, view: &MeasureView<'_>) -> Result<Profile> {
    let labels = session.locale().labels_of(definition);
    let weekdays = weekdays(session, view);
    let times = times(session, definition, view)?;
    Ok(Profile {
        tracker: definition.key.clone(),
        of: view.chart.of.clone(),
        title: name(session, view),
        weekdays: table(session, view, &labels, weekdays),
        times: table(session, view, &labels, times),
    })
}

/// The values of one part, and what is said of their number.
struct Group {
    name: String,
    /// What its values are of, as messages name it.
    covers: &'static str,
    values: Vec<f64>,
    counted: String,
    enough: bool,
}

/// Groups the days of a measure by weekday. Days of a pause or before the first entry count only if they
/// have a value; a day that is known to have none of a summed measure is zero.
fn weekdays(session: &Session, view: &MeasureView<'_>) -> Vec<Group> {
    let period = view.series.period;
    let excluded = view.context.excluded();
    let known = view.known.as_deref();
    let value = |index: usize| {
        let value = view.series.values.get(index).copied().flatten();
        let none = || {
            known?.binary_search(&period.day(index)).ok()?;
            Some(0.0)
        };
        value.or_else(none)
    };
    let counts = |index: usize| {
        let out = |(from, to, _): &(usize, usize, String)| (*from..=*to).contains(&index);
        value(index).is_some() || !excluded.iter().any(out)
    };
    let group = |weekday: u32| {
        let of = (0..period.days())
            .filter(|i| period.day(*i).weekday().number_from_monday() == weekday && counts(*i));
        let days: Vec<Option<f64>> = of.map(value).collect();
        let values: Vec<f64> = days.iter().flatten().copied().collect();
        let with = [
            ("n", values.len().to_string().into()),
            ("of", days.len().to_string().into()),
            ("count", days.len().into()),
            ("covers", covers(view).into()),
        ];
        Group {
            name: session.locale().text(&format!("weekday-{weekday}")),
            covers: covers(view),
            counted: session.locale().format(msg::COUNT_DAYS, &with),
            enough: values.len() >= LEAST && has_enough_days(values.len(), days.len()),
            values,
        }
    };
    (1..=7).map(group).collect()
}

/// Fewest values behind a typical one.
const LEAST: usize = 4;

/// Parts of the day, by their first hour.
const TIMES: [(u32, &str); 4] = [
    (5, msg::PROFILE_MORNING),
    (12, msg::PROFILE_AFTERNOON),
    (17, msg::PROFILE_EVENING),
    (22, msg::PROFILE_NIGHT),
];

/// Groups single entries by the part of the day at which they occurred. None unless two parts have enough;
/// nights, amounts of a day and times of day have no such profile.
fn times(session: &Session, definition: &Definition, view: &MeasureView<'_>) -> Result<Vec<Group>> {
    let whole_day = view.chart.aggregate == DayAggregate::Sum || view.unit == Unit::Clock;
    if whole_day || definition.covers == Covers::Night {
        return Ok(Vec::new());
    }
    let period = view.series.period;
    let journal = session.journal();
    let hours = journal.hours_of_entries(&definition.key, period)?;
    let numbers = journal.measurements(&definition.key, &view.chart.of, period)?;
    let part = |hour: u32| TIMES.iter().rposition(|(from, _)| *from <= hour);
    let timed: Vec<(usize, f64)> = numbers
        .iter()
        .filter_map(|n| Some((n.number, *hours.get(&n.entry)?)))
        // The hours after midnight belong to the night.
        .map(|(number, hour)| (part(hour).unwrap_or(TIMES.len() - 1), number))
        .collect();
    let group = |(nth, (_, name)): (usize, &(u32, &str))| {
        let of = timed.iter().filter(|(part, _)| *part == nth);
        let values: Vec<f64> = of.map(|(_, number)| *number).collect();
        let with = [
            ("n", values.len().to_string().into()),
            ("count", numbers.len().into()),
        ];
        Group {
            name: session.locale().text(name),
            covers: "entry",
            counted: session.locale().format(msg::PROFILE_ENTRIES, &with),
            enough: values.len() >= LEAST,
            values,
        }
    };
    let groups: Vec<Group> = TIMES.iter().enumerate().map(group).collect();
    let several = groups.iter().filter(|group| group.enough).count() > 1;
    Ok(if several { groups } else { Vec::new() })
}

/// Returns the ends of an axis that holds all values: those of the chart, or from the lowest (of an amount,
/// from zero) to the highest.
fn axis(view: &MeasureView<'_>, groups: &[Group]) -> (f64, f64) {
    if let Some(ends) = view.chart.min.zip(view.chart.max) {
        return ends;
    }
    let all = || groups.iter().flat_map(|group| group.values.iter().copied());
    let low = all().fold(f64::MAX, f64::min);
    let high = all().fold(f64::MIN, f64::max);
    let low = if view.unit == Unit::Clock {
        low
    } else {
        low.min(0.0)
    };
    (low, high)
}

/// Describes the groups, on one axis from the lowest to the highest value of all.
fn table(
    session: &Session,
    view: &MeasureView<'_>,
    labels: &domain::definition::Labels,
    groups: Vec<Group>,
) -> ProfileTable {
    if groups.is_empty() {
        return ProfileTable {
            low: String::new(),
            high: String::new(),
            parts: Vec::new(),
        };
    }
    let (low, high) = axis(view, &groups);
    let share = |value: f64| ((value - low) / (high - low).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
    let say = |value: f64| session.locale().amount(value, &view.unit, labels);
    let part = |mut group: Group| {
        group.values.sort_by(f64::total_cmp);
        let quartile = |q| quantile(&group.values, q).filter(|_| group.enough);
        let spread = quartile(0.25)
            .zip(quartile(0.5))
            .zip(quartile(0.75))
            .map(|((low, middle), high)| [low, middle, high]);
        ProfilePart {
            name: group.name,
            text: match spread {
                Some([low, middle, high]) => {
                    spread_text(session, group.covers, [say(low), say(middle), say(high)])
                }
                None => session.locale().text(msg::PROFILE_FEW),
            },
            counted: group.counted,
            spread: spread.map(|all| all.map(share)),
        }
    };
    ProfileTable {
        low: say(low),
        high: say(high),
        parts: groups.into_iter().map(part).collect(),
    }
}
