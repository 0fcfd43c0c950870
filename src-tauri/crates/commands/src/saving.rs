//! Files that the user saves where they choose. The window asks for the place; the page never names
//! one.

use crate::error::Result;
use crate::figures::chart_file::{ChartChoice, ChartFormat, chart_file};
use crate::files::{SavedFile, documents, saved_file, write};
use crate::lock::recovery_sheet::{self, SheetHolder};
use crate::msg;
use crate::session::Session;
use crate::support::printed;
use crate::trackers::transfer;
use crate::transfer::csv_export;
use crate::treatment::printed::{TreatmentPages, treatment_pdf};
use crate::treatment::trial_csv;
use crate::visit::export;
use crate::week::card::week_card_pdf;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What the user saves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SaveRequest {
    /// The page for the visit, as PDF.
    VisitPdf,
    /// The page for the visit, as a PDF that opens only with a passphrase.
    ProtectedPdf {
        /// The passphrase.
        passphrase: String,
    },
    /// The safety plan, as PDF.
    Plan,
    /// The safety plan as two cards, as PDF.
    PlanCard,
    /// The list of medicines, as PDF.
    Medicines,
    /// The current medicines as a card for the wallet, as PDF.
    MedicinesCard,
    /// The treatment history, as PDF.
    TreatmentHistory,
    /// The week card, as PDF.
    WeekCard,
    /// A table to fill in with the treatment history, as CSV.
    TrialTemplate,
    /// Everything as CSV, in a folder of its own.
    Csv,
    /// A chart of Trends: its picture or its numbers.
    Chart {
        /// Which one.
        chart: ChartChoice,
        /// What it is saved as.
        format: ChartFormat,
    },
    /// A tracker's definition.
    Tracker {
        /// Its key.
        key: String,
    },
    /// A new recovery sheet, which opens the journal.
    Sheet {
        /// Who holds it.
        holder: SheetHolder,
    },
}

/// What a save dialog suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedFile {
    /// Title of the dialog.
    pub title: String,
    /// The folder it opens in: the last one chosen, if it is still there.
    pub folder: PathBuf,
    /// The file or folder name.
    pub name: String,
}

/// App state: the folder chosen last.
const LAST_FOLDER: &str = "last-folder";

/// Returns what a save dialog suggests.
///
/// # Errors
/// Returns an error if the journal can't be read.
pub fn suggest(session: &Session, request: &SaveRequest) -> Result<SuggestedFile> {
    let locale = session.locale();
    let day = session.today().to_string();
    let dated = |id: &str| locale.format(id, &[("day", day.as_str().into())]);
    let (title, name) = match request {
        SaveRequest::VisitPdf => (msg::SAVE_PDF, dated(msg::FILE_PDF)),
        SaveRequest::ProtectedPdf { passphrase } => {
            export::check_passphrase(passphrase)?;
            (msg::SAVE_PDF, dated(msg::FILE_PDF))
        }
        SaveRequest::Plan => (msg::PLAN_SAVE, dated(msg::FILE_PLAN)),
        SaveRequest::PlanCard => (msg::PLAN_SAVE_CARD, dated(msg::FILE_CARD)),
        SaveRequest::Medicines => (msg::SAVE_MEDICINES, dated(msg::FILE_MEDICINES)),
        SaveRequest::MedicinesCard => (msg::SAVE_MEDICINES_CARD, dated(msg::FILE_MEDICINES_CARD)),
        SaveRequest::WeekCard => (msg::WEEK_SAVE, locale.text(msg::FILE_WEEK)),
        SaveRequest::TrialTemplate => (msg::TRIALS_TEMPLATE, locale.text(msg::FILE_TRIALS)),
        SaveRequest::TreatmentHistory => (msg::SAVE_HISTORY, dated(msg::FILE_HISTORY)),
        SaveRequest::Csv => (msg::SAVE_CSV, dated(msg::FILE_CSV)),
        SaveRequest::Chart { chart, format } => {
            let definition = session.definition(&chart.tracker)?;
            let title = locale.labels_of(definition).get_or_key("title").to_owned();
            // A name typed by the person may hold what no file name can.
            let title = title.replace(|c: char| !c.is_alphanumeric() && c != ' ', " ");
            let name = format!("{} {day}.{}", title.trim(), format.ending());
            (msg::CHART_SAVE, name)
        }
        SaveRequest::Tracker { key } => {
            let with = [("key", key.as_str().into())];
            (
                msg::TRACKER_SAVE_FILE,
                locale.format(msg::FILE_TRACKER, &with),
            )
        }
        SaveRequest::Sheet { holder } => (msg::SAVE_SHEET, dated(holder.file_name())),
    };
    Ok(SuggestedFile {
        title: locale.text(title),
        folder: last_folder(session)?,
        name,
    })
}

/// Returns the folder chosen last, or the documents folder if it is gone.
///
/// # Errors
/// Returns an error if the journal can't be read.
pub fn last_folder(session: &Session) -> Result<PathBuf> {
    let stored = session.journal().app_state(LAST_FOLDER)?.map(PathBuf::from);
    Ok(stored
        .filter(|folder| folder.is_dir())
        .unwrap_or_else(documents))
}

/// Remembers the folder of a chosen path.
pub fn remember_folder(session: &mut Session, path: &Path) {
    if let Some(folder) = path.parent() {
        // Only a convenience: a journal that can't be written to does not stop the save.
        let _ = session.set_app_state(LAST_FOLDER, &folder.display().to_string());
    }
}

/// Saves to the path that the user chose.
///
/// # Errors
/// Returns an error that names the file; an earlier recovery sheet stays valid then.
pub fn save(session: &mut Session, request: &SaveRequest, path: &Path) -> Result<SavedFile> {
    match request {
        SaveRequest::VisitPdf => write(path, &export::visit_pdf(session)?)?,
        SaveRequest::ProtectedPdf { passphrase } => {
            write(path, &export::protected_pdf(session, passphrase)?)?;
        }
        SaveRequest::Plan => write(path, &printed::plan_pdf(session)?)?,
        SaveRequest::PlanCard => write(path, &printed::card_pdf(session)?)?,
        SaveRequest::Medicines => {
            write(path, &treatment_pdf(session, TreatmentPages::Medicines)?)?;
        }
        SaveRequest::MedicinesCard => {
            write(path, &treatment_pdf(session, TreatmentPages::Card)?)?;
        }
        SaveRequest::WeekCard => write(path, &week_card_pdf(session)?)?,
        SaveRequest::TrialTemplate => {
            write(path, trial_csv::trial_template(session)?.as_bytes())?;
        }
        SaveRequest::TreatmentHistory => {
            write(path, &treatment_pdf(session, TreatmentPages::History)?)?;
        }
        SaveRequest::Csv => {
            csv_export::export_csv(session, path, &csv_export::PrivateData::Selected)?;
        }
        SaveRequest::Chart { chart, format } => {
            write(path, &chart_file(session, chart, *format)?)?;
        }
        SaveRequest::Tracker { key } => {
            write(path, transfer::definition_text(session, key)?.as_bytes())?;
        }
        SaveRequest::Sheet { holder } => {
            recovery_sheet::create_recovery_sheet(session, *holder, path)?;
        }
    }
    remember_folder(session, path);
    Ok(saved_file(session, path))
}
