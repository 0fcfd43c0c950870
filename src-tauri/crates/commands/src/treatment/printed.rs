//! Pages about treatment: the list of medicines for anybody who asks, and the history that answers
//! the questions of a psychiatric evaluation (APA practice guideline, 2016), each under its title.

use super::page::{MedicineRow, TreatmentPage, treatment};
use super::trials::TrialRow;
use crate::error::{Error, Result};
use crate::msg;
use crate::session::Session;
use crate::visit::prepare;
use chrono::Datelike as _;
use domain::localizer::{DateStyle, Localizer};
use domain::treatment::{HealthKind, MedicineKind, Trial};
use report::{PaperSize, TreatmentDocument, TreatmentSection, printable_page};

/// Which page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreatmentPages {
    /// What is taken now.
    Medicines,
    /// What is taken now, as a card for the wallet.
    Card,
    /// Every trial, and what else an evaluation asks.
    History,
}

/// Returns a page about treatment as PDF/UA-1.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn treatment_pdf(session: &Session, which: TreatmentPages) -> Result<Vec<u8>> {
    let (mut page, missing) = printable_page(document(session, which)?);
    if missing > 0 {
        let with = [("count", missing.into())];
        let said = session.locale().format(msg::PAGE_MISSING_GLYPHS, &with);
        page.footer = format!("{} {said}", page.footer);
    }
    let rendered = match which {
        TreatmentPages::Card => report::medicines_card_pdf(&page),
        TreatmentPages::Medicines | TreatmentPages::History => report::treatment_pdf(&page),
    };
    rendered.map_err(|e| Error::Internal(e.to_string()))
}

/// Returns a page about treatment as plain text.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn treatment_text(session: &Session, which: TreatmentPages) -> Result<String> {
    Ok(report::treatment_text(&document(session, which)?))
}

fn document(session: &Session, which: TreatmentPages) -> Result<TreatmentDocument> {
    let locale = session.locale();
    let day = locale.date(session.today(), DateStyle::Short);
    let all = treatment(session)?;
    let words = Words(session);
    let (title, sections) = match which {
        TreatmentPages::Medicines => (msg::PRINT_MEDICINES, medicine_sections(&words, &all)),
        TreatmentPages::Card => (msg::PRINT_MEDICINES, medicine_sections(&words, &all)),
        TreatmentPages::History => (msg::PRINT_HISTORY, history_sections(&words, &all)),
    };
    Ok(TreatmentDocument {
        language: locale.language().to_owned(),
        direction: locale.direction().to_owned(),
        paper: PaperSize::for_country(session.country()).name(),
        title: locale.text(title),
        name: prepare::next(session)?.name,
        lead: locale.format(msg::PRINT_LEAD, &[("day", day.as_str().into())]),
        sections,
        more: locale.text(msg::CARD_MORE),
        card_lead: locale.text(msg::CARD_LEAD),
        footer: locale.format(msg::PRINT_FOOTER, &[("day", day.into())]),
    })
}

/// Returns the treatment history and what else a first visit asks, as part of another page.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn history_part(session: &Session) -> Result<Vec<TreatmentSection>> {
    let words = Words(session);
    let all = treatment(session)?;
    let mut sections = vec![health(&words, &all, HealthKind::Allergy)];
    sections.extend(trials(&words, &all));
    let rest = [
        HealthKind::Physical,
        HealthKind::CoOccurring,
        HealthKind::Episode,
        HealthKind::HospitalStay,
        HealthKind::Lab,
        HealthKind::Family,
        HealthKind::Pregnancy,
        HealthKind::LifeSituation,
    ];
    // Medicines stand on the first side; what nothing was written about has no section here.
    let written = |kind: &HealthKind| {
        let mut rows = all.health.iter();
        rows.any(|row| row.kind == *kind && !row.notes.is_empty())
    };
    let rest = rest.into_iter().filter(written);
    sections.extend(rest.map(|kind| health(&words, &all, kind)));
    Ok(sections)
}

/// What the pages say, in the language of the journal.
struct Words<'a>(&'a Session);

impl Words<'_> {
    fn say(&self, id: &str) -> String {
        self.0.locale().text(id)
    }

    fn columns(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.say(id)).collect()
    }

    /// Returns a section of lines; what nothing was recorded of says so.
    fn lines(&self, title: String, lines: Vec<String>) -> TreatmentSection {
        let lines = if lines.is_empty() {
            vec![self.say(msg::PRINT_NOTHING)]
        } else {
            lines
        };
        TreatmentSection {
            title,
            columns: Vec::new(),
            rows: Vec::new(),
            lines,
        }
    }

    /// Returns a section with a table; without a row it says that nothing was recorded.
    fn table(&self, title: &str, columns: &[&str], rows: Vec<Vec<String>>) -> TreatmentSection {
        if rows.is_empty() {
            return self.lines(self.say(title), Vec::new());
        }
        TreatmentSection {
            title: self.say(title),
            columns: self.columns(columns),
            rows,
            lines: Vec::new(),
        }
    }
}

const MEDICINE_COLUMNS: [&str; 4] = [
    msg::PRINT_NAME,
    msg::PRINT_PLAN,
    msg::PRINT_SINCE,
    msg::PRINT_ABOUT,
];

fn medicines(words: &Words<'_>, all: &TreatmentPage, kind: MedicineKind) -> TreatmentSection {
    let title = match kind {
        MedicineKind::Prescribed => msg::KIND_PRESCRIBED,
        MedicineKind::OverTheCounter => msg::KIND_OTC,
        MedicineKind::Herbal => msg::KIND_HERBAL,
    };
    let of_kind = all.now.iter().filter(|row| row.medicine.kind == kind);
    let row = |row: &MedicineRow| {
        vec![
            row.medicine.name.clone(),
            row.plan.clone(),
            row.since.clone(),
            row.about.clone(),
        ]
    };
    words.table(title, &MEDICINE_COLUMNS, of_kind.map(row).collect())
}

const KINDS: [MedicineKind; 3] = [
    MedicineKind::Prescribed,
    MedicineKind::OverTheCounter,
    MedicineKind::Herbal,
];

fn medicine_sections(words: &Words<'_>, all: &TreatmentPage) -> Vec<TreatmentSection> {
    let mut sections = vec![health(words, all, HealthKind::Allergy)];
    sections.extend(KINDS.map(|kind| medicines(words, all, kind)));
    let year = words.0.today().year();
    let this_year = all.stopped.iter().filter(|row| {
        let stop = row.medicine.stopped.as_ref();
        stop.is_some_and(|stop| stop.on.earliest().year() == year)
    });
    let stopped = this_year.map(|row| format!("{}: {}", row.title, row.since));
    sections.push(words.lines(words.say(msg::PRINT_STOPPED), stopped.collect()));
    sections.push(health(words, all, HealthKind::Physical));
    sections
}

fn health(words: &Words<'_>, all: &TreatmentPage, kind: HealthKind) -> TreatmentSection {
    let row = all.health.iter().find(|row| row.kind == kind);
    let lines = row.map_or_else(Vec::new, |row| {
        let line = |view: &super::health::HealthView| {
            if view.about.is_empty() {
                view.note.text.clone()
            } else {
                format!("{} ({})", view.note.text, view.about)
            }
        };
        row.notes.iter().map(line).collect()
    });
    words.lines(words.say(super::health::heading(kind)), lines)
}

fn history_sections(words: &Words<'_>, all: &TreatmentPage) -> Vec<TreatmentSection> {
    let mut sections = vec![health(words, all, HealthKind::LifeSituation)];
    sections.extend(trials(words, all));
    sections.extend(KINDS.map(|kind| medicines(words, all, kind)));
    let marked = all.now.iter().filter(|row| !row.marks.is_empty());
    let marked = marked.map(|row| format!("{}: {}", row.title, row.marks));
    sections.push(words.lines(words.say(msg::PRINT_TAKEN), marked.collect()));
    let rest = [
        HealthKind::Physical,
        HealthKind::CoOccurring,
        HealthKind::Allergy,
        HealthKind::Episode,
        HealthKind::HospitalStay,
        HealthKind::Lab,
        HealthKind::Family,
    ];
    sections.extend(rest.map(|kind| health(words, all, kind)));
    // Said only if the person wrote something.
    let pregnancy = health(words, all, HealthKind::Pregnancy);
    let written = |row: &&super::health::HealthRow| row.kind == HealthKind::Pregnancy;
    if all
        .health
        .iter()
        .find(written)
        .is_some_and(|row| !row.notes.is_empty())
    {
        sections.push(pregnancy);
    }
    sections
}

const TRIAL_COLUMNS: [&str; 6] = [
    msg::PRINT_TRIAL,
    msg::PRINT_WHEN,
    msg::PRINT_DOSE,
    msg::PRINT_HELPED,
    msg::PRINT_EFFECTS,
    msg::PRINT_KNOWN,
];

/// Returns a table of the trials of each episode, the latest first.
fn trials(words: &Words<'_>, all: &TreatmentPage) -> Vec<TreatmentSection> {
    let title = words.say(msg::PRINT_TRIALS);
    if all.trials.is_empty() {
        return vec![words.lines(title, Vec::new())];
    }
    let same = |a: &TrialRow, b: &TrialRow| a.trial.episode == b.trial.episode;
    let section = |rows: &[TrialRow]| {
        let episode = rows.first().map_or("", |row| row.trial.episode.as_str());
        TreatmentSection {
            title: if episode.is_empty() {
                title.clone()
            } else {
                format!("{title}: {episode}")
            },
            columns: words.columns(&TRIAL_COLUMNS),
            rows: rows.iter().map(|row| trial_row(words, row)).collect(),
            lines: Vec::new(),
        }
    };
    all.trials.chunk_by(same).map(section).collect()
}

/// Returns "ended: not enough help"; of what goes on, what was written instead.
fn ended(words: &Words<'_>, trial: &Trial) -> String {
    if trial.why_stopped.is_empty() || trial.ongoing {
        return trial.why_stopped.clone();
    }
    let with = [("why", trial.why_stopped.as_str().into())];
    words.0.locale().format(msg::TRIAL_ENDED, &with)
}

fn trial_row(words: &Words<'_>, row: &TrialRow) -> Vec<String> {
    let trial = &row.trial;
    let joined = |texts: [&String; 2], between: &str| {
        let said = texts.into_iter().filter(|text| !text.is_empty());
        said.map(String::as_str).collect::<Vec<_>>().join(between)
    };
    vec![
        joined([&trial.name, &trial.combined_with], ", "),
        row.dates.clone(),
        row.dose.clone(),
        joined([&row.helped, &row.before_after], "; "),
        joined([&trial.side_effects, &ended(words, trial)], "; "),
        row.known.clone(),
    ]
}
