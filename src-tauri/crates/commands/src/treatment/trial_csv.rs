//! Import of the treatment history from a table of one's own, and the template for it.

use super::trials::{TrialForm, trial};
use crate::changed::Changed;
use crate::error::{Error, Result};
use crate::failure::message::localize;
use crate::ids;
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use ::exchange::ledger::{self, LedgerError, LedgerRow};
use domain::treatment::{Helped, Known, PartialDate, Trial, TrialKind};
use journal::Change;

/// The columns, the one that has to be there first.
const COLUMNS: [&str; 15] = [
    "name",
    "kind",
    "episode",
    "from",
    "to",
    "ongoing",
    "about",
    "highest_dose",
    "weeks",
    "combined_with",
    "helped",
    "scores",
    "side_effects",
    "why_stopped",
    "known",
];

const KINDS: [(&str, TrialKind); 4] = [
    ("medicine", TrialKind::Medicine),
    ("course", TrialKind::Course),
    ("therapy", TrialKind::Therapy),
    ("other", TrialKind::Other),
];

const HELPED: [(&str, Helped); 6] = [
    ("none", Helped::None),
    ("a-little", Helped::ALittle),
    ("half", Helped::Half),
    ("a-lot", Helped::ALot),
    ("fully", Helped::Fully),
    ("dont-remember", Helped::DontRemember),
];

const KNOWN: [(&str, Known); 4] = [
    ("memory", Known::Memory),
    ("letter", Known::Letter),
    ("pharmacy", Known::Pharmacy),
    ("journal", Known::Journal),
];

const YES_OR_NO: [(&str, bool); 2] = [("yes", true), ("no", false)];

/// Returns the template: the columns, and two rows that show how they are filled.
///
/// # Errors
/// `Internal` if it can't be written.
pub fn trial_template(session: &Session) -> Result<String> {
    let locale = session.locale();
    let example = |id: &str| -> Vec<String> {
        let cells = locale.text(id);
        cells
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    let rows = [
        example(msg::TRIALS_EXAMPLE_1),
        example(msg::TRIALS_EXAMPLE_2),
    ];
    ledger::write(&COLUMNS, &rows).map_err(|e| Error::Internal(e.to_string()))
}

/// Returns the history as a table that can be imported again; none without any treatment.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn history_table(session: &Session) -> Result<Option<String>> {
    let trials = session.journal().trials()?;
    if trials.is_empty() {
        return Ok(None);
    }
    let rows: Vec<Vec<String>> = trials.into_iter().map(|(_, trial)| cells(trial)).collect();
    let table = ledger::write(&COLUMNS, &rows).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(Some(table))
}

/// Returns the cells of a treatment, in the order of `COLUMNS`.
fn cells(trial: Trial) -> Vec<String> {
    let date = |date: Option<PartialDate>| date.map(String::from).unwrap_or_default();
    let helped = trial.helped.map(|helped| word_for(&HELPED, helped));
    vec![
        trial.name,
        word_for(&KINDS, trial.kind),
        trial.episode,
        date(trial.from),
        date(trial.to),
        word_for(&YES_OR_NO, trial.ongoing),
        word_for(&YES_OR_NO, trial.about),
        trial.highest_dose,
        trial.weeks,
        trial.combined_with,
        helped.unwrap_or_default(),
        trial.scores,
        trial.side_effects,
        trial.why_stopped,
        word_for(&KNOWN, trial.known),
    ]
}

/// Returns the word that stands for a value.
fn word_for<T: PartialEq>(words: &[(&str, T)], value: T) -> String {
    let mut found = words.iter().filter(|(_, known)| *known == value);
    found
        .next()
        .map(|(word, _)| (*word).to_owned())
        .unwrap_or_default()
}

/// Imports the treatments of a table. Those that are here already are left alone.
///
/// # Errors
/// Names the file, line and column that can't be read; nothing is changed then.
pub fn import_trials(session: &mut Session, file: String, text: String) -> Result<Changed> {
    let rows = ledger::read(&text, &COLUMNS);
    let rows = rows.map_err(|error| table_error(session, &file, &error))?;
    let changes = new_trials(session, &file, &rows)?;
    let (new, known) = (changes.len(), rows.len() - changes.len());
    let with = [("new", new.into()), ("known", known.into())];
    let message = session.locale().format(msg::TRIALS_IMPORTED, &with);
    if changes.is_empty() {
        return Ok(Changed {
            topics: Vec::new(),
            message,
            uid: None,
            count: 0,
        });
    }
    let changed = session.commit(
        &Operation::ImportTrials,
        &changes,
        &super::medicines::TOPICS,
    )?;
    Ok(Changed { message, ..changed })
}

/// Returns the treatments of the rows that are not here yet.
fn new_trials(session: &Session, file: &str, rows: &[LedgerRow]) -> Result<Vec<Change>> {
    let mut there: Vec<Trial> = session
        .journal()
        .trials()?
        .into_iter()
        .map(|t| t.1)
        .collect();
    let mut changes = Vec::new();
    for row in rows {
        let form = form(session, file, row)?;
        let read = trial(session, &form).map_err(|error| {
            let said = localize(&error, session);
            let why = said.fields.first().map_or(said.message, |field| {
                format!("{}: {}", field.field, field.message)
            });
            at_line(session, file, row.line, &why)
        })?;
        if there.contains(&read) {
            continue;
        }
        there.push(read.clone());
        changes.push(Change::Trial {
            id: ids::uid()?,
            value: Some(read),
        });
    }
    Ok(changes)
}

fn at_line(session: &Session, file: &str, line: u64, why: &str) -> Error {
    let with = [("line", line.to_string().into()), ("why", why.into())];
    Error::Text {
        file: file.to_owned(),
        why: session.locale().format(msg::TRIALS_LINE, &with),
    }
}

fn table_error(session: &Session, file: &str, error: &LedgerError) -> Error {
    let locale = session.locale();
    let column = |id: &str, name: &str| locale.format(id, &[("column", name.into())]);
    let why = match error {
        LedgerError::TooLarge => locale.text(msg::TRIALS_LARGE),
        LedgerError::MissingColumn(name) => column(msg::TRIALS_NO_COLUMN, name),
        LedgerError::UnknownColumn(name) => column(msg::TRIALS_COLUMN, name),
        LedgerError::Row(line) => {
            return at_line(session, file, *line, &locale.text(msg::TRIALS_CELLS));
        }
    };
    Error::Text {
        file: file.to_owned(),
        why,
    }
}

/// Returns the row as if it had been typed.
fn form(session: &Session, file: &str, row: &LedgerRow) -> Result<TrialForm> {
    let text = |column: &str| row.cells.get(column).cloned().unwrap_or_default();
    let word = |column: &'static str| Word {
        session,
        file,
        row,
        column,
    };
    Ok(TrialForm {
        name: text("name"),
        kind: word("kind").read(&KINDS)?.unwrap_or(TrialKind::Medicine),
        episode: text("episode"),
        from: text("from"),
        to: text("to"),
        ongoing: word("ongoing").read(&YES_OR_NO)?.unwrap_or(false),
        about: word("about").read(&YES_OR_NO)?.unwrap_or(false),
        highest_dose: text("highest_dose"),
        weeks: text("weeks"),
        combined_with: text("combined_with"),
        helped: word("helped").read(&HELPED)?,
        scores: text("scores"),
        side_effects: text("side_effects"),
        why_stopped: text("why_stopped"),
        known: word("known").read(&KNOWN)?.unwrap_or(Known::Memory),
    })
}

/// A cell that holds one of a few words.
struct Word<'a> {
    session: &'a Session,
    file: &'a str,
    row: &'a LedgerRow,
    column: &'static str,
}

impl Word<'_> {
    /// Returns what the word stands for; none if the cell is empty.
    fn read<T: Copy>(&self, words: &[(&str, T)]) -> Result<Option<T>> {
        let Some(cell) = self.row.cells.get(self.column) else {
            return Ok(None);
        };
        let said = cell
            .to_lowercase()
            .replace([' ', '_'], "-")
            .replace(['\'', '’'], "");
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == said) {
            return Ok(Some(*value));
        }
        let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let with = [
            ("column", self.column.into()),
            ("found", cell.as_str().into()),
            ("words", allowed.join(", ").into()),
        ];
        let why = self.session.locale().format(msg::TRIALS_WORD, &with);
        Err(at_line(self.session, self.file, self.row.line, &why))
    }
}
