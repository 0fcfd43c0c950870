//! Binding of each command in the list to its use case, for the window and tests.
//!
//! A command without a binding does not compile.

use crate::bridge::Outcome;
use crate::{
    Session, back, backups, chart, doors, exchange, history, launch, month, own, pauses, practices,
    preferences, record, search, sentences, today, trackers, trash, undo, visit, year,
};

/// The types used in the command list.
pub mod types {
    pub use crate::backups::{BackupShown, BackupsPage, Compared};
    pub use crate::bridge::{Changed, Failure, Topic};
    pub use crate::chart::TrendsPage;
    pub use crate::doors::DoorsPage;
    pub use crate::exchange::SavedTo;
    pub use crate::history::Past;
    pub use crate::launch::Launch;
    pub use crate::month::MonthPage;
    pub use crate::own::Own;
    pub use crate::pauses::PauseShown;
    pub use crate::practices::Practice;
    pub use crate::record::Sum;
    pub use crate::repair::RepairShown;
    pub use crate::search::SearchPage;
    pub use crate::speech::Spoken;
    pub use crate::today::DayPage;
    pub use crate::trackers::{TrackerChange, TrackerShown};
    pub use crate::trash::RemovedShown;
    pub use crate::visit::VisitPage;
    pub use crate::year::YearPage;
    pub use care::{Draft, Pause, Visit};

    /// Recent answers, by field.
    pub type Recent = std::collections::BTreeMap<String, Vec<String>>;
}

#[allow(clippy::wildcard_imports)]
use types::*;

macro_rules! commands {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $out:ty;)*) => {
        /// The commands with localized errors, as the window and tests call them.
        pub mod call {
            #[allow(clippy::wildcard_imports)]
            use super::*;
            $(
                #[allow(missing_docs)]
                pub fn $name(session: &mut Session, $($arg: $kind),*) -> Result<$out, Failure> {
                    bound::$name(session, $($arg),*).map_err(|mishap| sentences::failure(&mishap, session))
                }
            )*
        }
    };
}
include!("list.rs");

/// The use case of each command.
#[allow(clippy::wildcard_imports)]
mod bound {
    use super::*;

    pub fn launch(session: &mut Session) -> Outcome<Launch> {
        launch::launch(session)
    }
    pub fn begin(session: &mut Session, country: String) -> Outcome<Changed> {
        preferences::begin(session, &country)
    }
    pub fn prefer(session: &mut Session, key: String, value: String) -> Outcome<Changed> {
        preferences::prefer(session, &key, &value)
    }
    pub fn day_page(session: &mut Session, day: Option<String>) -> Outcome<DayPage> {
        today::day_page(session, day.as_deref())
    }
    pub fn record_entry(
        session: &mut Session,
        draft: Draft,
        form: Option<String>,
    ) -> Outcome<Changed> {
        record::record_entry(session, &draft, form.as_deref())
    }
    pub fn amend_entry(
        session: &mut Session,
        uid: String,
        draft: Draft,
        form: Option<String>,
    ) -> Outcome<Changed> {
        record::amend_entry(session, &uid, &draft, form.as_deref())
    }
    pub fn remove_entry(session: &mut Session, uid: String) -> Outcome<Changed> {
        record::remove_entry(session, &uid)
    }
    pub fn add_up(session: &mut Session, draft: Draft) -> Outcome<Sum> {
        record::add_up(session, &draft)
    }
    pub fn undo(session: &mut Session) -> Outcome<Changed> {
        undo::undo(session)
    }
    pub fn redo(session: &mut Session) -> Outcome<Changed> {
        undo::redo(session)
    }
    pub fn month(
        session: &mut Session,
        month: String,
        tracker: String,
        of: String,
    ) -> Outcome<MonthPage> {
        month::month(session, &month, &tracker, &of)
    }
    pub fn trends(session: &mut Session, span: String, everything: bool) -> Outcome<TrendsPage> {
        chart::trends(session, &span, everything)
    }
    pub fn visit(session: &mut Session) -> Outcome<VisitPage> {
        visit::visit(session)
    }
    pub fn change_visit(session: &mut Session, visit: Visit) -> Outcome<Changed> {
        visit::change_visit(session, &visit)
    }
    pub fn save_pdf(session: &mut Session) -> Outcome<SavedTo> {
        exchange::save_pdf(session)
    }
    pub fn save_csv(session: &mut Session) -> Outcome<SavedTo> {
        exchange::save_csv(session)
    }
    pub fn page_text(session: &mut Session) -> Outcome<String> {
        exchange::page_text(session)
    }
    pub fn keep_draft(session: &mut Session, form: String, draft: Draft) -> Outcome<()> {
        record::keep_draft(session, &form, &draft)
    }
    pub fn drop_draft(session: &mut Session, form: String) -> Outcome<()> {
        record::drop_draft(session, &form)
    }
    pub fn same_as_before(session: &mut Session, day: String) -> Outcome<Changed> {
        back::same_as_before(session, &day)
    }
    pub fn recent(session: &mut Session, tracker: String) -> Outcome<Recent> {
        trackers::recent(session, &tracker)
    }
    pub fn history(session: &mut Session, uid: String) -> Outcome<Vec<Past>> {
        history::history(session, &uid)
    }
    pub fn bring_back(session: &mut Session, uid: String, revision: i64) -> Outcome<Changed> {
        history::bring_back(session, &uid, revision)
    }
    pub fn pauses(session: &mut Session) -> Outcome<Vec<PauseShown>> {
        pauses::pauses(session)
    }
    pub fn change_pause(
        session: &mut Session,
        uid: Option<String>,
        pause: Option<Pause>,
    ) -> Outcome<Changed> {
        pauses::change_pause(session, uid, pause)
    }
    pub fn tune_practice(
        session: &mut Session,
        practice: String,
        minutes: u32,
        seconds: Vec<u32>,
    ) -> Outcome<Changed> {
        practices::tune(session, &practice, minutes, &seconds)
    }
    pub fn practices(session: &mut Session) -> Outcome<Vec<Practice>> {
        practices::practices(session)
    }
    pub fn search(session: &mut Session, text: String) -> Outcome<SearchPage> {
        search::search(session, &text)
    }
    pub fn change_tracker(
        session: &mut Session,
        key: String,
        change: TrackerChange,
    ) -> Outcome<Changed> {
        trackers::change_tracker(session, &key, &change)
    }
    pub fn keep_built(session: &mut Session, own: Own) -> Outcome<()> {
        own::keep_built(session, &own)
    }
    pub fn drop_built(session: &mut Session, key: String) -> Outcome<()> {
        own::drop_built(session, &key)
    }
    pub fn built(session: &mut Session, key: String) -> Outcome<Option<Own>> {
        own::built(session, &key)
    }
    pub fn preview_tracker(session: &mut Session, own: Own) -> Outcome<TrackerShown> {
        own::preview_tracker(session, &own)
    }
    pub fn keep_tracker(session: &mut Session, own: Own) -> Outcome<Changed> {
        own::keep_tracker(session, &own)
    }
    pub fn own_tracker(session: &mut Session, key: String) -> Outcome<Own> {
        own::own_tracker(session, &key)
    }
    pub fn save_tracker(session: &mut Session, key: String) -> Outcome<SavedTo> {
        own::save_tracker(session, &key)
    }
    pub fn bring_tracker(session: &mut Session, file: String, text: String) -> Outcome<Changed> {
        own::bring_tracker(session, &file, &text)
    }
    pub fn year(
        session: &mut Session,
        year: Option<i32>,
        tracker: String,
        of: String,
    ) -> Outcome<YearPage> {
        year::year(session, year, &tracker, &of)
    }
    pub fn doors(session: &mut Session) -> Outcome<DoorsPage> {
        doors::doors(session)
    }
    pub fn set_passphrase(session: &mut Session, passphrase: String) -> Outcome<Changed> {
        doors::set_passphrase(session, &passphrase)
    }
    pub fn take_lock_off(session: &mut Session) -> Outcome<Changed> {
        doors::take_lock_off(session)
    }
    pub fn set_computer(session: &mut Session, on: bool) -> Outcome<Changed> {
        doors::set_computer(session, on)
    }
    pub fn make_sheet(session: &mut Session) -> Outcome<SavedTo> {
        doors::make_sheet(session)
    }
    pub fn make_trusted_sheet(session: &mut Session) -> Outcome<SavedTo> {
        doors::make_trusted_sheet(session)
    }
    pub fn revoke_trusted_sheet(session: &mut Session) -> Outcome<Changed> {
        doors::revoke_trusted_sheet(session)
    }
    pub fn removed(session: &mut Session) -> Outcome<Vec<RemovedShown>> {
        trash::removed(session)
    }
    pub fn erase_entry(session: &mut Session, uid: String) -> Outcome<Changed> {
        trash::erase_entry(session, &uid)
    }
    pub fn set_backup_place(session: &mut Session, path: String) -> Outcome<Changed> {
        backups::set_backup_place(session, &path)
    }
    pub fn backups(session: &mut Session) -> Outcome<BackupsPage> {
        backups::backups(session)
    }
    pub fn back_up(session: &mut Session) -> Outcome<Changed> {
        backups::back_up(session)
    }
    pub fn compare_backup(session: &mut Session, name: String) -> Outcome<Compared> {
        backups::compare_backup(session, &name)
    }
    pub fn restore_backup(session: &mut Session, name: String) -> Outcome<Changed> {
        backups::restore_backup(session, &name)
    }
    pub fn drill_backup(session: &mut Session, name: String) -> Outcome<Changed> {
        backups::drill_backup(session, &name)
    }
}
