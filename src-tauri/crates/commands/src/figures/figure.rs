//! The figure of a measure, with its title and description.

use crate::figures::measure::MeasureView;
use crate::figures::text::{n_of_n, name, typical};
use crate::msg;
use crate::session::Session;
use chrono::NaiveDate;
use domain::figure::build::build;
use domain::figure::{Figure, FigureInput, Tick};
use domain::localizer::{DateStyle, Localizer};

/// Builds the figure of a measure, with its title and description.
pub fn figure(session: &Session, view: &MeasureView<'_>, events: &[(NaiveDate, String)]) -> Figure {
    let locale = session.locale();
    let labels = locale.labels_of(view.definition);
    let bands = view.definition.bands.iter();
    let bands: Vec<_> = bands
        .filter(|b| b.of == view.chart.of)
        .map(|b| (b.from, b.to, labels.get_or_key(&b.key).to_owned()))
        .collect();
    let subject = FigureInput {
        series: &view.series,
        lead: &view.lead,
        chart: view.chart,
        unit: &view.unit,
        labels: &labels,
        bands: &bands,
        events,
        pauses: &view.context.pauses,
        before: view.context.before,
        own: view.summary.low.zip(view.summary.high),
        late: &view.late,
        states: &view.context.states,
        known_days: view.known.as_deref(),
    };
    let title = name(session, view);
    let description = if view.summary.n == 0 {
        locale.format(msg::FIGURE_NONE, &[("title", title.as_str().into())])
    } else {
        let median = typical(session, view)
            .map(|m| format!(", {m}"))
            .unwrap_or_default();
        let with = [
            ("title", title.as_str().into()),
            ("counted", n_of_n(session, view).into()),
            ("middle", median.into()),
        ];
        locale.format(msg::FIGURE_SAID, &with)
    };
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
        ..build(subject, locale)
    }
}
