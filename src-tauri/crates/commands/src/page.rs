//! Content of the visit page.
//!
//! Determines its sections and their order: the patient's words come first. Layout is not done
//! here.

use crate::around::Around;
use crate::bridge::Outcome;
use crate::chart::{self, Told};
use crate::{Session, word};
use care::period::Period;
use care::speech::{Grain, Speech};
use care::{Definition, Figure, Visit};
use chrono::NaiveDate;
use report::{Line, Page, Paper, Row, printable};

/// Maximum number of entries that the page lists one by one: a summary of so few would say less.
const FEW: usize = 12;

/// Returns the page with the patient's choices applied.
pub fn page(session: &Session, visit: &Visit) -> Outcome<Page> {
    let tongue = session.tongue();
    let period = Period::ending(session.today(), i64::from(visit.days));
    let events = chart::events(session, period, |d| visit.holds(d))?;
    let mut around = Around::of(session, period)?;
    let mut taps = session.shelf().all().iter();
    if !taps.all(|d| d.in_place_of_all().is_none() || visit.holds(d)) {
        // A quick-answer tracker left out of the page must leave no mark in its charts.
        around.states.clear();
    }
    let (rows, figures) = measures(session, visit, &around, &events)?;
    Ok(Page {
        language: tongue.language().to_owned(),
        direction: tongue.direction().to_owned(),
        paper: Paper::of(&session.country()),
        title: title(session, visit),
        period: chart::period_said(session, period),
        recorded: recorded(session, visit, &around)?,
        points: visit.said().map(str::to_owned).collect(),
        no_points: tongue.say(word::PAGE_NO_POINTS),
        headings: headings(session, period),
        rows,
        figures,
        changes: changes(session, visit, period)?,
        notes: notes(session, visit, period)?,
        entries: few_entries(session, visit, period)?,
        method: tongue.say(word::PAGE_METHOD),
        missing: String::new(),
        footer: footer(session, period),
    })
}

/// Returns a row for each measure, compared with the period before, and a figure for each that is
/// not `extra`. An `extra` measure without values in either period has no row.
fn measures(
    session: &Session,
    visit: &Visit,
    around: &Around,
    events: &[(NaiveDate, String)],
) -> Outcome<(Vec<Row>, Vec<Figure>)> {
    let earlier = Around::of(session, around.period.before())?;
    let (mut rows, mut figures) = (Vec::new(), Vec::new());
    for (definition, chart) in chart::charts(session)? {
        if !visit.holds(definition) {
            continue;
        }
        let now = chart::tell(session, definition, chart, around)?;
        let before = chart::tell(session, definition, chart, &earlier)?;
        if chart.extra && now.summary.n + before.summary.n == 0 {
            continue;
        }
        if !chart.extra {
            figures.push(chart::figure(session, &now, events));
        }
        rows.push(row(session, &now, &before));
    }
    Ok((rows, figures))
}

/// Replaces characters missing from the typeface with ¤, and adds a sentence with their number.
pub fn for_print(session: &Session, mut page: Page) -> Page {
    let mut missing = 0;
    let mut mend = |text: &mut String| {
        let (printed, count) = printable(text);
        missing += count;
        *text = printed;
    };
    mend(&mut page.title);
    page.points.iter_mut().for_each(&mut mend);
    for line in page
        .changes
        .iter_mut()
        .chain(&mut page.notes)
        .chain(&mut page.entries)
    {
        mend(&mut line.text);
    }
    if missing > 0 {
        page.missing = session
            .tongue()
            .say_with(word::PAGE_MISSING_GLYPHS, &[("count", missing.into())]);
    }
    page
}

/// Returns the line about recorded days: "78 of 83 days recorded · a planned pause of 7 days ·
/// Can’t today: 3 days".
fn recorded(session: &Session, visit: &Visit, around: &Around) -> Outcome<String> {
    let tongue = session.tongue();
    // A tracker left out leaves no trace, not even that something was recorded that day.
    let left_out = session.shelf().all().iter().filter(|d| !visit.holds(d));
    let left_out: Vec<&str> = left_out.map(|d| d.key.as_str()).collect();
    let days = session.journal().days_beyond(around.period, &left_out)?;
    // As with each measure, a day of a pause counts only if something was recorded on it.
    let of = around.period.days() - around.paused()
        + days.iter().filter(|d| around.pause(**d).is_some()).count();
    let with = [
        ("n", days.len().to_string().into()),
        ("of", of.to_string().into()),
    ];
    let mut said = vec![tongue.say_with(word::PAGE_RECORDED, &with)];
    if around.paused() > 0 {
        let with = [("count", (around.paused() as u32).into())];
        said.push(tongue.say_with(word::PAGE_PAUSED, &with));
    }
    let marked = around.marked(session);
    said.extend((!marked.is_empty()).then_some(marked));
    Ok(said.join(" · "))
}

fn title(session: &Session, visit: &Visit) -> String {
    let days = visit.days.to_string();
    let name = visit.name.trim();
    if name.is_empty() {
        session
            .tongue()
            .say_with(word::PAGE_TITLE, &[("days", days.into())])
    } else {
        session.tongue().say_with(
            word::PAGE_TITLE_NAME,
            &[("days", days.into()), ("name", name.into())],
        )
    }
}

fn headings(session: &Session, period: Period) -> Vec<String> {
    let tongue = session.tongue();
    let days = [("days", period.days().to_string().into())];
    vec![
        tongue.say(word::PAGE_POINTS),
        tongue.say(word::PAGE_SUMMARY),
        tongue.say(word::PAGE_THIS),
        tongue.say_with(word::PAGE_BEFORE, &days),
        tongue.say(word::PAGE_CHARTS),
        tongue.say(word::PAGE_CHANGES),
        tongue.say(word::PAGE_NOTES),
        tongue.say(word::PAGE_ENTRIES),
    ]
}

fn footer(session: &Session, period: Period) -> String {
    let made = session.clock().now().with_timezone(&session.clock().zone());
    let day = session.tongue().date(made.date_naive(), Grain::Short);
    let with = [
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("period", chart::period_said(session, period).into()),
        (
            "made",
            format!("{day}, {}", session.tongue().time(made.time())).into(),
        ),
    ];
    session.tongue().say_with(word::PAGE_FOOTER, &with)
}

fn row(session: &Session, now: &Told<'_>, before: &Told<'_>) -> Row {
    Row {
        name: chart::name(session, now),
        scale: scale(session, now),
        now: cell(session, now),
        before: cell(session, before),
    }
}

fn scale(session: &Session, told: &Told<'_>) -> String {
    let (Some(min), Some(max)) = (told.chart.min, told.chart.max) else {
        return String::new();
    };
    let tongue = session.tongue();
    let (low, high) = (tongue.tick(min, &told.unit), tongue.tick(max, &told.unit));
    let ends = tongue.say_with(
        word::PAGE_SCALE,
        &[("low", low.into()), ("high", high.into())],
    );
    std::iter::once(ends)
        .chain(chart::direction(session, told.chart))
        .collect::<Vec<_>>()
        .join(", ")
}

fn cell(session: &Session, told: &Told<'_>) -> String {
    let tongue = session.tongue();
    let counted = chart::counted(session, told);
    if let Some(summary) = chart::a_week(session, told).or_else(|| chart::middle(session, told)) {
        return tongue.say_with(
            word::PAGE_FIGURE,
            &[("summary", summary.into()), ("counted", counted.into())],
        );
    }
    if told.summary.n == 0 {
        return tongue.say_with(word::PAGE_NONE, &[("counted", counted.into())]);
    }
    if told.summary.n > 3 {
        return tongue.say_with(word::PAGE_TOO_FEW, &[("counted", counted.into())]);
    }
    let words = tongue.words_of(told.definition);
    let values: Vec<_> = told
        .series
        .values
        .iter()
        .flatten()
        .map(|v| tongue.amount(*v, &told.unit, &words))
        .collect();
    tongue.say_with(
        word::PAGE_FEW,
        &[
            ("values", values.join(", ").into()),
            ("counted", counted.into()),
        ],
    )
}

fn dated(session: &Session, entry: &care::Entry, text: String) -> Line {
    let tongue = session.tongue();
    let late = crate::today::late(session, entry);
    Line {
        day: tongue.date(entry.day, Grain::Day),
        text: if late.is_empty() {
            text
        } else {
            format!("{text} ({late})")
        },
    }
}

fn said(session: &Session, definition: &Definition, entry: &care::Entry) -> String {
    let title = session
        .tongue()
        .words_of(definition)
        .say("title")
        .to_owned();
    format!(
        "{title}: {}",
        crate::today::said(session, definition, entry).join(", ")
    )
}

fn changes(session: &Session, visit: &Visit, period: Period) -> Outcome<Vec<Line>> {
    let mut lines = Vec::new();
    for definition in session.shelf().all() {
        if definition.marks.is_none() || !visit.holds(definition) {
            continue;
        }
        for entry in session.journal().entries_of(&definition.key, period)? {
            let text = crate::today::line(session, definition, &entry).join(", ");
            lines.push(dated(session, &entry, text));
        }
    }
    Ok(lines)
}

fn notes(session: &Session, visit: &Visit, period: Period) -> Outcome<Vec<Line>> {
    let entries = session.journal().entries(period)?;
    let chosen = entries
        .iter()
        .filter(|e| visit.notes.contains(&e.uid) && !e.note.trim().is_empty());
    Ok(chosen
        .map(|e| dated(session, e, e.note.trim().to_owned()))
        .collect())
}

fn few_entries(session: &Session, visit: &Visit, period: Period) -> Outcome<Vec<Line>> {
    let entries = session.journal().entries(period)?;
    let shown: Vec<_> = entries
        .iter()
        .filter_map(|e| Some((e, session.shelf().find(&e.tracker)?)))
        .filter(|(_, d)| d.marks.is_none() && visit.holds(d))
        // Free text is on the page only where the patient ticked it, however few entries there are.
        .map(|(e, d)| (crate::back::unworded(d, e), d))
        .filter(|(e, d)| !crate::today::said(session, d, e).is_empty())
        .collect();
    if shown.len() > FEW {
        return Ok(Vec::new());
    }
    Ok(shown
        .into_iter()
        .map(|(e, d)| dated(session, &e, said(session, d, &e)))
        .collect())
}
