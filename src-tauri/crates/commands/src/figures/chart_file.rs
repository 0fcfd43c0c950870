//! One chart as a file: its picture, or its numbers.

use crate::error::{Error, RecordKind, Result};
use crate::figures::context::PeriodContext;
use crate::figures::figure::printed_figure;
use crate::figures::measure::{MeasureView, events, load_measure};
use crate::figures::text::{lines, name, period_text};
use crate::figures::trends::period_of;
use crate::msg;
use crate::session::Session;
use crate::treatment::life_events;
use ::exchange::ledger;
use domain::Unit;
use domain::figure::Span;
use domain::localizer::{DateStyle, Localizer};
use report::{Cell, ChartDocument, Picture, PictureRow};
use serde::{Deserialize, Serialize};

/// What a chart is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ChartFormat {
    /// A raster picture.
    Png,
    /// A vector picture.
    Svg,
    /// A table: a row for each day, empty where nothing was recorded.
    Csv,
}

impl ChartFormat {
    /// Returns how the file's name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }
}

/// A chart of Trends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChartChoice {
    /// The span, as in Trends.
    pub span: String,
    /// The tracker's key.
    pub tracker: String,
    /// The field's or measure's key.
    pub of: String,
}

/// Returns a chart as a file.
///
/// # Errors
/// `NotFound` if there is no such chart or span.
pub fn chart_file(session: &Session, choice: &ChartChoice, format: ChartFormat) -> Result<Vec<u8>> {
    let period = period_of(session, &choice.span)?;
    let mut context = PeriodContext::since_first_entry(session, period)?;
    // What is private stays in the window.
    context.life = life_events::as_spans(session, period, false)?;
    let definition = session.definition(&choice.tracker)?;
    let mut charts = definition.charts.iter();
    let chart = charts.find(|chart| chart.of == choice.of);
    let chart = chart.ok_or_else(|| Error::not_found(RecordKind::Chart, &choice.of))?;
    let view = load_measure(session, definition, chart, &context)?;
    let drawn = || Ok::<_, Error>(report::printable_page(document(session, &view)?).0);
    let failed = |error: report::PdfError| Error::Internal(error.to_string());
    Ok(match format {
        ChartFormat::Png => report::chart_png(&drawn()?).map_err(failed)?,
        ChartFormat::Svg => report::chart_svg(&drawn()?).map_err(failed)?.into_bytes(),
        ChartFormat::Csv => table(session, &view)?.into_bytes(),
    })
}

/// Returns the numbers of each day. Nothing stands beside a day without an entry.
fn table(session: &Session, view: &MeasureView<'_>) -> Result<String> {
    let labels = session.locale().labels_of(view.definition);
    let period = view.series.period;
    let row = |(index, value): (usize, &Option<f64>)| {
        let text = value.map(|value| session.locale().amount(value, &view.unit, &labels));
        // Minutes since noon mean nothing to anybody else.
        let number = value.filter(|_| view.unit != Unit::Clock);
        vec![
            period.day(index).to_string(),
            number.map(|number| number.to_string()).unwrap_or_default(),
            text.unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = view.series.values.iter().enumerate().map(row).collect();
    let table = ledger::write(&["day", "value", "as shown"], &rows);
    table.map_err(|e| Error::Internal(e.to_string()))
}

/// Returns a cell that stays blank: one without any text is drawn as a dash.
fn blank() -> Cell {
    Cell {
        counted: " ".into(),
        ..Cell::default()
    }
}

fn document(session: &Session, view: &MeasureView<'_>) -> Result<ChartDocument> {
    let locale = session.locale();
    let made = session.clock().now().with_timezone(&session.clock().zone());
    let day = locale.date(made.date_naive(), DateStyle::Short);
    let with = [
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("day", day.into()),
    ];
    let period = period_text(session, view.series.period);
    let lines = std::iter::once(period).chain(lines(session, view));
    let picture = picture(session, view)?;
    Ok(ChartDocument {
        language: locale.language().to_owned(),
        direction: locale.direction().to_owned(),
        title: name(session, view),
        lines: lines.collect(),
        life: locale.text(msg::TRENDS_EVENTS),
        legend: locale.text(msg::CHART_LEGEND) + &band_legend(session, &picture),
        footer: locale.format(msg::CHART_FOOTER, &with),
        picture,
    })
}

/// Returns the picture of one measure, with what is not private of life and treatment.
fn picture(session: &Session, view: &MeasureView<'_>) -> Result<Picture> {
    let period = view.series.period;
    let events = events(session, period, true, |d| !d.private)?;
    let figure = printed_figure(session, view, &events);
    let life = figure.life.iter().cloned();
    let changes = figure.events.iter().map(|event| Span {
        from: event.at,
        to: event.at,
        label: event.label.clone(),
    });
    let mut marks: Vec<Span> = life.chain(changes).collect();
    marks.sort_by(|a, b| a.from.total_cmp(&b.from));
    let day = |mark: &Span| {
        let day = period.day(mark.from as usize);
        session.locale().date(day, DateStyle::Day)
    };
    Ok(Picture {
        days: period.days(),
        split: 0,
        x: figure.x.clone(),
        life_days: marks.iter().map(day).collect(),
        life: marks,
        lanes: Vec::new(),
        rows: vec![PictureRow {
            name: name(session, view),
            note: String::new(),
            figure,
            before: blank(),
            now: blank(),
        }],
    })
}

/// Returns what the grey areas of a picture are: "Grey behind Sleep: 7 to 9 hours, common for adults."
/// The bands of a questionnaire are named beside them.
pub(crate) fn band_legend(session: &Session, picture: &Picture) -> String {
    let named = picture.rows.iter().filter_map(|row| {
        let [band] = row.figure.bands.as_slice() else {
            return None;
        };
        let with = [
            ("name", row.name.as_str().into()),
            ("label", band.label.as_str().into()),
        ];
        let said = session.locale().format(msg::PAGE_BAND, &with);
        (!band.label.is_empty()).then(|| format!(" {said}"))
    });
    named.collect()
}
