//! The week card: a week on paper, for a week without the computer.

use super::rows::{WeekCellKind, week};
use crate::error::{Error, Result};
use crate::msg;
use crate::session::Session;
use report::{PaperSize, WeekCard, WeekCardRow, printable_page};

/// Most rows that one side holds.
const MAX_ROWS: usize = 20;

/// Returns the week card as PDF/UA-1.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn week_card_pdf(session: &Session) -> Result<Vec<u8>> {
    let locale = session.locale();
    let text = |id: &str| locale.text(id);
    let page = week(session, None)?;
    let rows = page.rows.into_iter().take(MAX_ROWS);
    let rows = rows.map(|row| WeekCardRow {
        tick: matches!(row.kind, WeekCellKind::Tick | WeekCellKind::Dose),
        name: row.name,
        note: row.note,
    });
    let weekday = |nth: u32| {
        let name = text(&format!("weekday-{nth}"));
        name.chars().take(3).collect::<String>()
    };
    let (card, _) = printable_page(WeekCard {
        language: locale.language().to_owned(),
        direction: locale.direction().to_owned(),
        paper: PaperSize::for_country(session.country()).name(),
        title: text(msg::WEEK_CARD),
        monday: text("weekday-1"),
        days: (1..=7).map(weekday).collect(),
        rows: rows.collect(),
        words: text(msg::WEEK_WORDS),
        visit: text(msg::WEEK_VISIT),
        footer: text(msg::WEEK_FOOTER),
    });
    report::week_card_pdf(&card).map_err(|e| Error::Internal(e.to_string()))
}
