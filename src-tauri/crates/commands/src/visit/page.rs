//! Content of the visit page.
//!
//! Determines its sections and their order: the patient's words come first. Layout is not done
//! here.

use crate::error::Result;
use crate::figures::context::{PeriodContext, days_recorded};
use crate::figures::{measure, trends};
use crate::msg;
use crate::session::Session;
use crate::support::plan::plan_lines;
use crate::treatment::activities::experiment_lines;
use crate::treatment::effect_lines::effect_lines;
use crate::treatment::printed::history_part;
use crate::treatment::sessions::takeaway_lines;
use crate::visit::changes::changes;
use crate::visit::headings::{footer, headings, paper, title, told, whose};
use crate::visit::medicines::medicine_lines;
use crate::visit::periods::Periods;
use crate::visit::picture::picture;
use crate::visit::rows::{Measured, few_entries, notes, row, support_item_line};
use crate::visit::scales::{daily_change, scale_row};
use crate::visit::years::life_chart;
use domain::Visit;
use domain::visit::section;
use report::{LifeChart, Row, ScaleRow, VisitDocument, printable_page};

/// Returns the page with the patient's choices applied.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn page(session: &Session, visit: &Visit) -> Result<VisitDocument> {
    let locale = session.locale();
    let periods = Periods::new(session, visit)?;
    let mut context = PeriodContext::new(session, periods.now)?;
    if periods.without_states {
        context.states.clear();
    }
    let figures = Figures::load(session, visit, &periods, &context)?;
    let picture = picture(session, visit, &periods, &figures.measured)?;
    let page = VisitDocument {
        language: locale.language().to_owned(),
        direction: locale.direction().to_owned(),
        paper: paper(session, visit),
        title: title(session, visit, &periods),
        whose: whose(session, visit),
        told: told(session, visit),
        period: periods.text(session, periods.now),
        recorded: recorded_line(session, visit, &periods, &context)?,
        headings: headings(session, &periods, &picture),
        changes: changes(session, visit, &periods)?,
        picture,
        scales: figures.scales,
        said: figures.said,
        nine: figures.nine,
        seldom: figures.seldom,
        rows: figures.measured.into_iter().map(|one| one.row).collect(),
        medicines: medicine_lines(session, visit, &periods)?,
        effects: lines_if(visit.has(section::EFFECTS), || {
            effect_lines(session, periods.now, visit.less_identifying)
        })?,
        method: locale.text(msg::PAGE_METHOD),
        footer: footer(session, visit, &periods),
        ..VisitDocument::default()
    };
    if visit.less_identifying {
        return Ok(VisitDocument {
            no_points: locale.text(msg::PAGE_LESS_IDENTIFYING),
            ..page
        });
    }
    with_words(session, visit, &periods, page)
}

/// Adds what is in the patient's own words, or names somebody or something.
fn with_words(
    session: &Session,
    visit: &Visit,
    periods: &Periods,
    page: VisitDocument,
) -> Result<VisitDocument> {
    let now = periods.now;
    let (history, years) = if visit.with_history {
        (history_part(session)?, life_chart(session)?)
    } else {
        (Vec::new(), LifeChart::default())
    };
    Ok(VisitDocument {
        points: visit.non_empty_points().map(str::to_owned).collect(),
        no_points: session.locale().text(msg::PAGE_NO_POINTS),
        helped: visit.helped.trim().to_owned(),
        hard: visit.hard.trim().to_owned(),
        experiments: lines_if(visit.has(section::EXPERIMENTS), || {
            experiment_lines(session, now)
        })?,
        takeaways: lines_if(visit.has(section::COURSES), || takeaway_lines(session, now))?,
        notes: notes(session, visit, now)?,
        entries: few_entries(session, visit, now)?,
        plan: lines_if(visit.with_plan, || plan_lines(session))?,
        history,
        years,
        ..page
    })
}

/// Returns the lines of a section, or none if it is not on the page.
fn lines_if(
    on: bool,
    lines: impl FnOnce() -> Result<Vec<report::Line>>,
) -> Result<Vec<report::Line>> {
    if on { lines() } else { Ok(Vec::new()) }
}

/// Most measures that the picture draws; further ones are in the table.
const MAX_DRAWN: usize = 9;

/// The measures of a page: rows with figures, scores, changes in words, and what has no figure.
#[derive(Default)]
struct Figures<'a> {
    measured: Vec<Measured<'a>>,
    scales: Vec<ScaleRow>,
    said: Vec<String>,
    nine: Vec<String>,
    seldom: String,
}

impl<'a> Figures<'a> {
    fn load(
        session: &'a Session,
        visit: &Visit,
        periods: &Periods,
        context: &PeriodContext,
    ) -> Result<Self> {
        let earlier = PeriodContext::new(session, periods.before)?;
        let (mut found, mut few) = (Self::default(), Vec::new());
        let built_in = |d: &domain::Definition| !visit.less_identifying || session.is_built_in(d);
        for (definition, chart) in trends::charts(session)? {
            if !visit.includes(definition) || !built_in(definition) {
                continue;
            }
            let now = measure::load_measure(session, definition, chart, context)?;
            let before = measure::load_measure(session, definition, chart, &earlier)?;
            if let Some((scale, said)) = scale_row(session, definition, chart, periods)? {
                found.scales.push(scale);
                found.said.extend(said);
                let nine = support_item_line(session, visit, definition, periods)?;
                found.nine.extend(nine);
            }
            if now.summary.n + before.summary.n == 0 {
                continue;
            }
            let (mut row, has_figure) = row(session, &now, &before);
            let drawn = found.measured.iter().filter(|one| one.row.drawn);
            row.drawn &= drawn.count() < MAX_DRAWN;
            if has_figure || row.drawn {
                let name = row.name.clone();
                found
                    .said
                    .extend(daily_change(session, &now, &before, &name));
                found.measured.push(Measured {
                    definition,
                    chart,
                    row,
                });
            } else {
                few.push(row);
            }
        }
        found.seldom = seldom(session, &few);
        // A page for somebody new says that it was not answered: silence would read as "none".
        if visit.with_history && found.nine.is_empty() && !visit.without_support_item {
            found.nine.push(session.locale().text(msg::PAGE_NINE_NONE));
        }
        Ok(found)
    }
}

/// Returns "Recorded too seldom for a figure: Food 3 of 31 days, Pain 2 of 31 days."
fn seldom(session: &Session, rows: &[Row]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let said = rows.iter();
    let said = said.map(|row| format!("{} {}", row.name, row.now.counted));
    let list = said.collect::<Vec<_>>().join(", ");
    session
        .locale()
        .format(msg::PAGE_SELDOM, &[("list", list.into())])
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
fn recorded_line(
    session: &Session,
    visit: &Visit,
    periods: &Periods,
    context: &PeriodContext,
) -> Result<String> {
    let locale = session.locale();
    // A tracker left out leaves no trace, not even that something was recorded that day.
    let excluded = session
        .definitions()
        .all()
        .iter()
        .filter(|d| !visit.includes(d));
    let excluded: Vec<&str> = excluded.map(|d| d.key.as_str()).collect();
    let days = days_recorded(session, periods.now, &excluded)?;
    // As with each measure, a day of a pause counts only if something was recorded on it.
    if days.is_empty() && visit.with_history {
        return Ok(String::new());
    }
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
