//! Operations: what a change did, as stored in its revision and shown by undo.

use crate::msg;

/// What a change did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// Recorded an entry of a tracker.
    Record(String),
    /// Amended an entry of a tracker.
    Amend(String),
    /// Removed an entry of a tracker.
    Remove(String),
    /// Recorded several entries.
    RecordSeveral,
    /// Copied the answers of the previous day.
    CopyPreviousDay,
    /// Imported entries.
    Import,
    /// Set a preference.
    SetPreference,
    /// Changed the settings of a tracker.
    ChangeTracker(String),
    /// Added a custom tracker.
    AddTracker(String),
    /// Added or changed a pause.
    SavePause,
    /// Removed a pause.
    RemovePause,
    /// Changed the visit being prepared.
    ChangeVisit,
    /// Restored a backup.
    RestoreBackup,
    /// Repaired the journal.
    Repair,
}

impl Operation {
    /// Parses the text stored in a revision.
    pub fn parse(stored: &str) -> Option<Self> {
        let (verb, tracker) = stored.split_once(' ').unwrap_or((stored, ""));
        let tracker = tracker.to_owned();
        Some(match verb {
            "record" => Self::Record(tracker),
            "amend" => Self::Amend(tracker),
            "remove" => Self::Remove(tracker),
            "tracker" => Self::ChangeTracker(tracker),
            "make" => Self::AddTracker(tracker),
            "record-many" => Self::RecordSeveral,
            "same" => Self::CopyPreviousDay,
            "import" => Self::Import,
            "preference" => Self::SetPreference,
            "pause" => Self::SavePause,
            "unpause" => Self::RemovePause,
            "visit" => Self::ChangeVisit,
            "restore" => Self::RestoreBackup,
            "repair" => Self::Repair,
            _ => return None,
        })
    }

    /// Returns the text stored in a revision.
    pub fn stored(&self) -> String {
        let (verb, _) = self.names();
        match self.tracker() {
            Some(tracker) => format!("{verb} {tracker}"),
            None => verb.to_owned(),
        }
    }

    /// Returns the message that names the operation.
    pub fn message(&self) -> &'static str {
        self.names().1
    }

    /// Returns the key of the tracker concerned, if it is about one.
    pub fn tracker(&self) -> Option<&str> {
        match self {
            Self::Record(tracker)
            | Self::Amend(tracker)
            | Self::Remove(tracker)
            | Self::ChangeTracker(tracker)
            | Self::AddTracker(tracker) => Some(tracker),
            Self::RecordSeveral
            | Self::CopyPreviousDay
            | Self::Import
            | Self::SetPreference
            | Self::SavePause
            | Self::RemovePause
            | Self::ChangeVisit
            | Self::RestoreBackup
            | Self::Repair => None,
        }
    }

    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Record(_) => ("record", msg::ACT_RECORD),
            Self::Amend(_) => ("amend", msg::ACT_AMEND),
            Self::Remove(_) => ("remove", msg::ACT_REMOVE),
            Self::ChangeTracker(_) => ("tracker", msg::ACT_TRACKER),
            Self::AddTracker(_) => ("make", msg::ACT_MAKE),
            Self::RecordSeveral => ("record-many", msg::ACT_RECORD_MANY),
            Self::CopyPreviousDay => ("same", msg::ACT_SAME),
            Self::Import => ("import", msg::ACT_IMPORT),
            Self::SetPreference => ("preference", msg::ACT_PREFERENCE),
            Self::SavePause => ("pause", msg::ACT_PAUSE),
            Self::RemovePause => ("unpause", msg::ACT_UNPAUSE),
            Self::ChangeVisit => ("visit", msg::ACT_VISIT),
            Self::RestoreBackup => ("restore", msg::ACT_RESTORE),
            Self::Repair => ("repair", msg::ACT_REPAIR),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_operation_parses_to_itself() {
        for text in [
            "record sleep",
            "amend my-tea",
            "remove mood",
            "tracker mood",
            "make my-tea",
            "record-many",
            "same",
            "import",
            "preference",
            "pause",
            "unpause",
            "visit",
            "restore",
            "repair",
        ] {
            let operation = Operation::parse(text);
            assert_eq!(operation.map(|o| o.stored()).as_deref(), Some(text));
        }
        assert_eq!(Operation::parse("something newer"), None);
    }
}
