//! The figure of a measure, with its title and description.

use crate::figures::measure::MeasureView;
use crate::figures::text::{n_of_n, name, typical};
use crate::msg;
use crate::session::Session;
use chrono::NaiveDate;
use domain::figure::build::build;
use domain::figure::readings::readings;
use domain::figure::{Figure, FigureInput, Tick};
use domain::localizer::{DateStyle, Localizer};

/// Builds the figure of a measure, with its title, its description and the text of its days.
pub fn figure(session: &Session, view: &MeasureView<'_>, events: &[(NaiveDate, String)]) -> Figure {
    with_input(session, view, events, |input| Figure {
        readings: readings(input, session.locale()),
        ..drawn(session, view, input)
    })
}

/// Builds the figure of a measure for print, where no day is read out.
pub fn printed_figure(session: &Session, view: &MeasureView<'_>) -> Figure {
    with_input(session, view, &[], |input| drawn(session, view, input))
}

/// Calls `act` with the input of a measure's figure.
fn with_input(
    session: &Session,
    view: &MeasureView<'_>,
    events: &[(NaiveDate, String)],
    act: impl FnOnce(FigureInput<'_>) -> Figure,
) -> Figure {
    let labels = session.locale().labels_of(view.definition);
    let bands = view.definition.bands.iter();
    let bands: Vec<_> = bands
        .filter(|b| b.of == view.chart.of)
        .map(|b| (b.from, b.to, labels.get_or_key(&b.key).to_owned()))
        .collect();
    act(FigureInput {
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
    })
}

/// Draws a figure, with its title, its description and the day of the first entry.
fn drawn(session: &Session, view: &MeasureView<'_>, input: FigureInput<'_>) -> Figure {
    let locale = session.locale();
    let title = name(session, view);
    let description = description(session, view, &title);
    let began = view.context.began().map(|day| Tick {
        at: view.context.before as f64,
        label: locale.format(
            msg::FIRST_ENTRY,
            &[("day", locale.date(day, DateStyle::Day).into())],
        ),
    });
    Figure {
        title,
        description,
        began,
        ..build(input, locale)
    }
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
