//! Figures, the visit page, and export.

use crate::args::Format;
use crate::output::{print, print_bytes, print_line};
use ::commands::error::RecordKind;
use ::commands::figures::context::PeriodContext;
use ::commands::figures::{measure, text, trends};
use ::commands::transfer::csv_export::{self, PrivateData};
use ::commands::visit::{export as visit_export, page, prepare};
use ::commands::{Error, Result, Session, files, msg};
use domain::time::Period;
use serde_json::json;
use std::path::Path;

pub fn series(
    session: &Session,
    tracker: &str,
    of: Option<&str>,
    period: Period,
    json: bool,
) -> Result<()> {
    let definition = session.definition(tracker)?;
    let chart = match of {
        Some(of) => definition.chart(of),
        None => definition.charts.first(),
    };
    let chart = chart.ok_or_else(|| {
        let id = format!("{tracker} {}", of.unwrap_or_default());
        Error::not_found(RecordKind::Chart, id)
    })?;
    let context = PeriodContext::new(session, period)?;
    let view = measure::load_measure(session, definition, chart, &context)?;
    let unit = unit_name(&view.unit);
    if view.unit == domain::Unit::StandardDrink {
        eprintln!("{}", session.locale().text(msg::SERIES_GRAMS));
    }
    for (index, value) in view.series.values.iter().enumerate() {
        let day = period.day(index);
        // Clock values may be unwrapped past noon: normalise them to 0..1440 minutes after noon.
        let clock = view.unit == domain::Unit::Clock;
        let value = value.map(|v| if clock { v.rem_euclid(1440.0) } else { v });
        match value {
            _ if json => {
                print_line(&json!({"day": day, "value": value, "unit": unit}).to_string())?;
            }
            Some(value) => print_line(&format!("{day}\t{value}"))?,
            None => print_line(&format!("{day}\t"))?,
        }
    }
    Ok(())
}

/// Returns the name of the unit in which a series is written.
fn unit_name(unit: &domain::Unit) -> &str {
    match unit {
        domain::Unit::Clock => "minutes after noon",
        domain::Unit::Minutes => "minutes",
        domain::Unit::Percent => "percent",
        domain::Unit::StandardDrink => "grams of alcohol",
        domain::Unit::Points => "points",
        domain::Unit::Instant => "minutes since 1970",
        domain::Unit::Other(unit) => unit,
    }
}

pub fn summary(session: &Session, period: Period, json: bool) -> Result<()> {
    let context = PeriodContext::new(session, period)?;
    for (definition, chart) in trends::charts(session)? {
        let view = measure::load_measure(session, definition, chart, &context)?;
        if json {
            let line =
                json!({"tracker": definition.key, "measure": chart.of, "summary": view.summary});
            print_line(&line.to_string())?;
        } else {
            let middle = text::typical(session, &view)
                .map(|m| format!(", {m}"))
                .unwrap_or_default();
            print_line(&format!(
                "{}: {}{middle}",
                text::name(session, &view),
                text::n_of_n(session, &view)
            ))?;
        }
    }
    Ok(())
}

pub fn report(
    session: &mut Session,
    days: Option<u32>,
    points: &[String],
    out: Option<&Path>,
    format: Option<Format>,
) -> Result<()> {
    // The options apply to this report only; the stored visit stays unchanged.
    let mut visit = prepare::next(session)?;
    visit.days = days.unwrap_or(visit.days);
    if !points.is_empty() {
        visit.points = points.to_vec();
    }
    visit.since_last = days.is_none() && visit.since_last;
    let page = page::page(session, &visit)?;
    let is_pdf = out.is_some_and(|p| p.extension().is_some_and(|e| e.eq_ignore_ascii_case("pdf")));
    let format = format.unwrap_or(if is_pdf { Format::Pdf } else { Format::Text });
    let bytes = match format {
        Format::Text => visit_export::page_as_text(&page).into_bytes(),
        Format::Pdf => visit_export::page_as_pdf(session, page)?,
    };
    match out {
        Some(path) => files::write(path, &bytes),
        None => print_bytes(&bytes),
    }
}

pub fn export(session: &Session, out: Option<&Path>, private: bool) -> Result<()> {
    let private = if private {
        PrivateData::All
    } else {
        PrivateData::Selected
    };
    match out {
        Some(path) => csv_export::export_csv(session, path, &private),
        None => print(&csv_export::csv_long(session, &private)?),
    }
}
