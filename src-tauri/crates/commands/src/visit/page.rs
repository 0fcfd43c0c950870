//! Content of the visit page.
//!
//! Determines its sections and their order: the patient's words come first. Layout is not done
//! here.

use crate::error::Result;
use crate::figures::context::{PeriodContext, days_recorded};
use crate::figures::{figure, measure, text, trends};
use crate::msg;
use crate::session::Session;
use crate::support::plan::plan_lines;
use crate::treatment::life_events;
use crate::treatment::page::medicine_lines;
use crate::visit::rows::{changes, few_entries, notes, row, support_item_row};
use chrono::NaiveDate;
use domain::localizer::{DateStyle, Localizer};
use domain::time::Period;
use domain::{Figure, Visit};
use report::{Line, PaperSize, Row, VisitDocument, printable_page};

/// Returns the page with the patient's choices applied.
pub fn page(session: &Session, visit: &Visit) -> Result<VisitDocument> {
    let locale = session.locale();
    let period = Period::ending(session.today(), i64::from(visit.days));
    let events = measure::events(session, period, visit.includes_medicines(), |d| {
        visit.includes(d)
    })?;
    let mut context = PeriodContext::new(session, period)?;
    // What the person keeps out of pages leaves no shade either.
    context.life = life_events::as_spans(session, period, false)?;
    let mut quick = session.definitions().all().iter();
    if !quick.all(|d| d.quick_answer_field().is_none() || visit.includes(d)) {
        // A quick-answer tracker left out of the page must leave no mark in its charts.
        context.states.clear();
    }
    let (rows, figures) = measures(session, visit, &context, &events)?;
    Ok(VisitDocument {
        language: locale.language().to_owned(),
        direction: locale.direction().to_owned(),
        paper: PaperSize::for_country(session.country()),
        title: title(session, visit),
        period: text::period_text(session, period),
        recorded: recorded_line(session, visit, &context)?,
        points: visit.non_empty_points().map(str::to_owned).collect(),
        no_points: locale.text(msg::PAGE_NO_POINTS),
        headings: headings(session, period),
        rows,
        figures,
        medicines: shown_if(visit.includes_medicines(), || medicine_lines(session))?,
        plan: shown_if(visit.with_plan, || plan_lines(session))?,
        changes: changes(session, visit, period)?,
        notes: notes(session, visit, period)?,
        entries: few_entries(session, visit, period)?,
        method: locale.text(msg::PAGE_METHOD),
        missing: String::new(),
        footer: footer(session, period),
    })
}

/// Returns the lines of a section, or none if it is not on the page.
fn shown_if(shown: bool, lines: impl FnOnce() -> Result<Vec<Line>>) -> Result<Vec<Line>> {
    if shown { lines() } else { Ok(Vec::new()) }
}

/// Returns a row for each measure, compared with the period before, and a figure for each that is
/// not `extra`. An `extra` measure without values in either period has no row.
fn measures(
    session: &Session,
    visit: &Visit,
    context: &PeriodContext,
    events: &[(NaiveDate, String)],
) -> Result<(Vec<Row>, Vec<Figure>)> {
    let earlier = PeriodContext::new(session, context.period.before())?;
    let (mut rows, mut figures) = (Vec::new(), Vec::new());
    for (definition, chart) in trends::charts(session)? {
        if !visit.includes(definition) {
            continue;
        }
        let now = measure::load_measure(session, definition, chart, context)?;
        let before = measure::load_measure(session, definition, chart, &earlier)?;
        if chart.optional && now.summary.n + before.summary.n == 0 {
            continue;
        }
        if !chart.optional {
            figures.push(figure::figure(session, &now, events));
        }
        rows.push(row(session, &now, &before));
        let periods = [context.period, earlier.period];
        rows.extend(support_item_row(session, visit, definition, periods)?);
    }
    Ok((rows, figures))
}

/// Replaces characters missing from the typeface with ¤, and adds a sentence with their number.
pub fn for_print(session: &Session, page: VisitDocument) -> VisitDocument {
    let (mut page, missing) = printable_page(page);
    if missing > 0 {
        page.missing = session
            .locale()
            .format(msg::PAGE_MISSING_GLYPHS, &[("count", missing.into())]);
    }
    page
}

/// Returns the line about recorded days: "78 of 83 days recorded · a planned pause of 7 days ·
/// Can’t today: 3 days".
fn recorded_line(session: &Session, visit: &Visit, context: &PeriodContext) -> Result<String> {
    let locale = session.locale();
    // A tracker left out leaves no trace, not even that something was recorded that day.
    let excluded = session
        .definitions()
        .all()
        .iter()
        .filter(|d| !visit.includes(d));
    let excluded: Vec<&str> = excluded.map(|d| d.key.as_str()).collect();
    let days = days_recorded(session, context.period, &excluded)?;
    // As with each measure, a day of a pause counts only if something was recorded on it.
    let of = context.period.days() - context.paused()
        + days.iter().filter(|d| context.pause(**d).is_some()).count();
    let with = [
        ("n", days.len().to_string().into()),
        ("of", of.to_string().into()),
    ];
    let mut parts = vec![locale.format(msg::PAGE_RECORDED, &with)];
    if context.paused() > 0 {
        let with = [("count", (context.paused() as u32).into())];
        parts.push(locale.format(msg::PAGE_PAUSED, &with));
    }
    let marked = context.state_legend(session);
    parts.extend((!marked.is_empty()).then_some(marked));
    Ok(parts.join(" · "))
}

fn title(session: &Session, visit: &Visit) -> String {
    let days = visit.days.to_string();
    let name = visit.name.trim();
    if name.is_empty() {
        session
            .locale()
            .format(msg::PAGE_TITLE, &[("days", days.into())])
    } else {
        session.locale().format(
            msg::PAGE_TITLE_NAME,
            &[("days", days.into()), ("name", name.into())],
        )
    }
}

fn headings(session: &Session, period: Period) -> Vec<String> {
    let locale = session.locale();
    let days = [("days", period.days().to_string().into())];
    vec![
        locale.text(msg::PAGE_POINTS),
        locale.text(msg::PAGE_SUMMARY),
        locale.text(msg::PAGE_THIS),
        locale.format(msg::PAGE_BEFORE, &days),
        locale.text(msg::PAGE_CHARTS),
        locale.text(msg::PAGE_CHANGES),
        locale.text(msg::PAGE_NOTES),
        locale.text(msg::PAGE_ENTRIES),
        locale.text(msg::PAGE_MEDICINES),
        locale.text(msg::PLAN_PRINTED_TITLE),
    ]
}

fn footer(session: &Session, period: Period) -> String {
    let made = session.clock().now().with_timezone(&session.clock().zone());
    let day = session.locale().date(made.date_naive(), DateStyle::Short);
    let with = [
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("period", text::period_text(session, period).into()),
        (
            "made",
            format!("{day}, {}", session.locale().time(made.time())).into(),
        ),
    ];
    session.locale().format(msg::PAGE_FOOTER, &with)
}
