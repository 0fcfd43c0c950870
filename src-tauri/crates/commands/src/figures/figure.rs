//! The figure of a measure, with its title and description.

use crate::figures::measure::MeasureView;
use crate::figures::text::{n_of_n, name, typical};
use crate::msg;
use crate::session::Session;
use chrono::NaiveDate;
use domain::figure::build::build;
use domain::figure::{Figure, FigureInput, Tick};
use domain::localizer::{DateStyle, Localizer};

/// Builds the figure of a measure, with its title, its description and the text of its days.
pub fn figure(session: &Session, view: &MeasureView<'_>, events: &[(NaiveDate, String)]) -> Figure {
    with_readings(session, view, events, true)
}

/// Builds the figure of a measure for print, where no day is read out.
pub fn printed_figure(
    session: &Session,
    view: &MeasureView<'_>,
    events: &[(NaiveDate, String)],
) -> Figure {
    with_readings(session, view, events, false)
}

fn with_readings(
    session: &Session,
    view: &MeasureView<'_>,
    events: &[(NaiveDate, String)],
    readings: bool,
) -> Figure {
    let locale = session.locale();
    let labels = locale.labels_of(view.definition);
    let bands = view.definition.bands.iter();
    let bands: Vec<_> = bands
        .filter(|b| b.of == view.chart.of)
        .map(|b| (b.from, b.to, labels.get_or_key(&b.key).to_owned()))
        .collect();
    let input = FigureInput {
        series: &view.series,
        lead: &view.lead,
        chart: view.chart,
        unit: &view.unit,
        labels: &labels,
        bands: &bands,
        events,
        pauses: &view.context.pauses,
        life: &view.context.life,
        before: view.context.before,
        own: view.summary.low.zip(view.summary.high),
        late: &view.late,
        states: &view.context.states,
        known_days: view.known.as_deref(),
        readings,
    };
    let title = name(session, view);
    Figure {
        description: description(session, view, &title),
        title,
        began: began(session, view),
        ..build(input, locale)
    }
}

/// Returns the mark of the day of the first entry, if it lies within the figure.
fn began(session: &Session, view: &MeasureView<'_>) -> Option<Tick> {
    let locale = session.locale();
    let day = locale.date(view.context.began()?, DateStyle::Day);
    Some(Tick {
        at: view.context.before as f64,
        label: locale.format(msg::FIRST_ENTRY, &[("day", day.into())]),
    })
}

/// Describes the figure for a screen reader.
fn description(session: &Session, view: &MeasureView<'_>, title: &str) -> String {
    let locale = session.locale();
    if view.summary.n == 0 {
        return locale.format(msg::FIGURE_NONE, &[("title", title.into())]);
    }
    let median = typical(session, view).map(|m| format!(", {m}"));
    let with = [
        ("title", title.into()),
        ("counted", n_of_n(session, view).into()),
        ("middle", median.unwrap_or_default().into()),
    ];
    locale.format(msg::FIGURE_SAID, &with)
}
