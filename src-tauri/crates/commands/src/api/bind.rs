//! Binding of each command in the list to its use case.

/// What the command list refers to.
pub mod scope {
    pub use crate::backup::repair::RepairView;
    pub use crate::changed::Changed;
    pub use crate::failure::CommandError;
    pub use crate::locale::LocaleBundle;
    pub use crate::{
        app, backup, calendar, day, entries, figures, files, lock, patterns, pauses, practices,
        questionnaires, saving, support, trackers, treatment, visit, week,
    };
    pub use domain::early_sign::EarlySign;
    pub use domain::preferences::TrendView;
    pub use domain::questionnaire::ScaleSettings;
    pub use domain::support::{OwnLine, Person, PlanPart};
    pub use domain::treatment::{ActivityMark, EffectWeek, StopReason};
    pub use domain::{Draft, Pause, Visit};
    pub use std::collections::BTreeMap;
}

macro_rules! commands {
    (
        shell { $($shell:ident($($shell_arg:ident: $shell_type:ty),*) -> $shell_out:ty;)* }
        $($kind:ident $name:ident($($arg:ident: $type:ty),*) -> $out:ty = $use_case:path;)*
    ) => {
        /// The commands with localized errors, as the window and tests call them.
        pub mod call {
            #[allow(clippy::wildcard_imports)]
            use super::scope::*;
            use crate::failure::message::localize;
            use crate::session::Session;
            $(
                #[allow(missing_docs, clippy::missing_errors_doc)]
                pub fn $name(session: &mut Session, $($arg: $type),*) -> Result<$out, CommandError> {
                    $use_case(session, $($arg),*).map_err(|error| localize(&error, session))
                }
            )*
        }
    };
}
include!("commands.rs");
