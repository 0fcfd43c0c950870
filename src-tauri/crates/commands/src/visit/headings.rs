//! Title, headings and footer of the visit page.

use crate::figures::chart_file::band_legend;
use crate::msg;
use crate::session::Session;
use crate::visit::periods::Periods;
use domain::Visit;
use domain::localizer::{DateStyle, Localizer};
use domain::treatment::PartialDate;
use domain::visit::section;
use report::{PaperSize, Picture, VisitHeadings};

/// Returns "Since the visit on 23 October", or "The last 90 days".
pub(super) fn title(session: &Session, visit: &Visit, periods: &Periods) -> String {
    let locale = session.locale();
    if visit.less_identifying {
        return locale.text(msg::PAGE_TITLE_LESS);
    }
    if visit.with_history {
        return locale.text(msg::PAGE_TITLE_FIRST);
    }
    if let Some(last) = periods.last_visit {
        let day = locale.date(last, DateStyle::Day);
        return locale.format(msg::PAGE_TITLE_SINCE, &[("day", day.into())]);
    }
    let days = periods.now.days().to_string();
    locale.format(msg::PAGE_TITLE, &[("days", days.into())])
}

/// Returns the paper size: the chosen one, or that of the country.
pub(super) fn paper(session: &Session, visit: &Visit) -> PaperSize {
    let chosen = visit.paper.as_deref().and_then(PaperSize::named);
    chosen.unwrap_or_else(|| PaperSize::for_country(session.country()))
}

/// Returns the diagnosis as the person was told it; empty if it is not on the page.
pub(super) fn told(session: &Session, visit: &Visit) -> String {
    let diagnosis = visit.diagnosis.trim();
    if diagnosis.is_empty() || visit.less_identifying || !visit.has(section::ABOUT) {
        return String::new();
    }
    let with = [("diagnosis", diagnosis.into())];
    session.locale().format(msg::PAGE_TOLD, &with)
}

/// Returns the date of birth in words; none if it is not on the page. What can't be read as a date
/// stays as it was typed.
fn born(session: &Session, visit: &Visit) -> Option<String> {
    let born = visit.born.trim();
    if born.is_empty() || !visit.has(section::ABOUT) {
        return None;
    }
    let date = PartialDate::parse(born).and_then(|date| date.known_day());
    let date = date.map(|date| session.locale().date(date, DateStyle::Short));
    let day = date.unwrap_or_else(|| born.to_owned());
    Some(
        session
            .locale()
            .format(msg::PAGE_BORN, &[("day", day.into())]),
    )
}

/// Returns "Ada N., born 3 May 1984, for Dr Okafor, 24 Nov 2026"; what was not said is left out.
pub(super) fn whose(session: &Session, visit: &Visit) -> String {
    if visit.less_identifying {
        return String::new();
    }
    let locale = session.locale();
    let with = visit.with.trim();
    let with = (!with.is_empty()).then(|| locale.format(msg::PAGE_FOR, &[("who", with.into())]));
    let name = Some(visit.name.trim().to_owned()).filter(|name| !name.is_empty());
    let date = visit.date.map(|date| locale.date(date, DateStyle::Short));
    let parts = [name, born(session, visit), with, date];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The heading of medicines, and the columns of their table.
const MEDICINES: [&str; 6] = [
    msg::PAGE_MEDICINES,
    msg::PRINT_PLAN,
    msg::PRINT_SINCE,
    msg::PAGE_TAKEN,
    msg::PAGE_SKIPPED,
    msg::PAGE_UNKNOWN,
];

/// Returns the headings of the sections.
pub(super) fn headings(session: &Session, periods: &Periods, picture: &Picture) -> VisitHeadings {
    let text = |id: &str| session.locale().text(id);
    let (last, score_last) = match periods.last_visit {
        Some(_) => (msg::PAGE_LAST_VISIT, msg::PAGE_SCORE_LAST_VISIT),
        None => (msg::PAGE_PERIOD_BEGINS, msg::PAGE_SCORE_BEFORE),
    };
    let scores = [msg::PAGE_SCORE_FIRST, score_last, msg::PAGE_SCORE_NOW];
    VisitHeadings {
        points: text(msg::PAGE_POINTS),
        changes: text(msg::PAGE_CHANGES),
        scores: scores.map(text).to_vec(),
        days: text(msg::PAGE_DAYS),
        before: [
            text(msg::PAGE_BEFORE_WORD),
            periods.text(session, periods.before),
        ],
        now: [text(msg::PAGE_NOW_WORD), periods.text(session, periods.now)],
        life: text(msg::LIFE_TITLE),
        legend: text(msg::PAGE_LEGEND) + &band_legend(session, picture),
        split: text(last),
        numbers: text(msg::PAGE_SUMMARY),
        medicines: MEDICINES.map(text).to_vec(),
        effects: text(msg::TREATMENT_TAB_EFFECTS),
        helped: text(msg::PAGE_HELPED),
        hard: text(msg::PAGE_HARD),
        experiments: text(msg::PAGE_EXPERIMENTS),
        takeaways: text(msg::PAGE_TAKEAWAYS),
        notes: text(msg::PAGE_NOTES),
        entries: text(msg::PAGE_ENTRIES),
        plan: text(msg::PLAN_PRINTED_TITLE),
        agreed: text(msg::PAGE_AGREED),
        gone: text(msg::PAGE_GONE),
    }
}

/// Returns what made the page and when, and that it is not a medical device.
pub(super) fn footer(session: &Session, visit: &Visit, periods: &Periods) -> String {
    let locale = session.locale();
    if visit.less_identifying {
        let with = [("version", env!("CARGO_PKG_VERSION").into())];
        return locale.format(msg::PAGE_FOOTER_LESS, &with);
    }
    let made = session.clock().now().with_timezone(&session.clock().zone());
    let day = locale.date(made.date_naive(), DateStyle::Short);
    let with = [
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("period", periods.text(session, periods.now).into()),
        (
            "made",
            format!("{day}, {}", locale.time(made.time())).into(),
        ),
    ];
    locale.format(msg::PAGE_FOOTER, &with)
}
