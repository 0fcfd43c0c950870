//! The commands of the list, each bound to its use case, for whoever carries them: the window or a test.
//!
//! Owns the binding of names to functions. A command in the list without one does not compile.

use crate::bridge::{Failure, Outcome};
use crate::{
    Session, chart, exchange, launch, month, preferences, record, sentences, today, undo, visit,
};

/// The types of the list, for those who include it.
pub mod types {
    pub use crate::bridge::{Changed, Failure};
    pub use crate::chart::TrendsPage;
    pub use crate::exchange::SavedTo;
    pub use crate::launch::Launch;
    pub use crate::month::MonthPage;
    pub use crate::record::AddedUp;
    pub use crate::today::DayPage;
    pub use crate::visit::VisitPage;
    pub use care::{Draft, Visit};
}

use types::{
    AddedUp, Changed, DayPage, Draft, Launch, MonthPage, SavedTo, TrendsPage, Visit, VisitPage,
};

macro_rules! commands {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $out:ty;)*) => {
        /// The commands as the front doors call them: with their sentences where they fail.
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

/// Each command's use case.
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
    pub fn record_entry(session: &mut Session, draft: Draft) -> Outcome<Changed> {
        record::record_entry(session, &draft)
    }
    pub fn amend_entry(session: &mut Session, uid: String, draft: Draft) -> Outcome<Changed> {
        record::amend_entry(session, &uid, &draft)
    }
    pub fn remove_entry(session: &mut Session, uid: String) -> Outcome<Changed> {
        record::remove_entry(session, &uid)
    }
    pub fn add_up(session: &mut Session, draft: Draft) -> Outcome<Vec<AddedUp>> {
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
}
