//! Operations: what a change did, as stored in its revision and shown by undo.

use crate::msg;

/// Makes the operations from one list: the stored verb, and the message that names the operation.
macro_rules! operations {
    (
        of a tracker { $($(#[$doc:meta])* $about:ident = $about_verb:literal, $about_message:ident;)* }
        of the journal { $($(#[$other_doc:meta])* $other:ident = $other_verb:literal, $other_message:ident;)* }
    ) => {
        /// What a change did.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Operation {
            $($(#[$doc])* $about(String),)*
            $($(#[$other_doc])* $other,)*
        }

        impl Operation {
            /// Parses the text stored in a revision.
            pub fn parse(stored: &str) -> Option<Self> {
                let (verb, tracker) = stored.split_once(' ').unwrap_or((stored, ""));
                match verb {
                    $($about_verb => Some(Self::$about(tracker.to_owned())),)*
                    $($other_verb => Some(Self::$other),)*
                    _ => None,
                }
            }

            /// Returns the text stored in a revision.
            pub fn stored(&self) -> String {
                match self {
                    $(Self::$about(tracker) => format!("{} {tracker}", $about_verb),)*
                    $(Self::$other => $other_verb.to_owned(),)*
                }
            }

            /// Returns the message that names the operation.
            pub fn message(&self) -> &'static str {
                match self {
                    $(Self::$about(_) => msg::$about_message,)*
                    $(Self::$other => msg::$other_message,)*
                }
            }

            /// Returns the key of the tracker concerned, if it is about one.
            pub fn tracker(&self) -> Option<&str> {
                match self {
                    $(Self::$about(tracker))|* => Some(tracker),
                    $(Self::$other)|* => None,
                }
            }
        }

        /// The stored verbs.
        #[cfg(test)]
        const VERBS: &[&str] = &[$(concat!($about_verb, " my-tea"),)* $($other_verb,)*];
    };
}

operations! {
    of a tracker {
        /// Recorded an entry of a tracker.
        Record = "record", ACT_RECORD;
        /// Amended an entry of a tracker.
        Amend = "amend", ACT_AMEND;
        /// Removed an entry of a tracker.
        Remove = "remove", ACT_REMOVE;
        /// Changed the settings of a tracker.
        ChangeTracker = "tracker", ACT_TRACKER;
        /// Added a custom tracker.
        AddTracker = "make", ACT_MAKE;
        /// Set when a questionnaire is due, or the score to compare with.
        SetScale = "scale", ACT_SCALE;
    }
    of the journal {
        /// Recorded several entries.
        RecordSeveral = "record-many", ACT_RECORD_MANY;
        /// Copied the answers of the previous day.
        CopyPreviousDay = "same", ACT_SAME;
        /// Imported entries.
        Import = "import", ACT_IMPORT;
        /// Set a preference.
        SetPreference = "preference", ACT_PREFERENCE;
        /// Added or changed a pause.
        SavePause = "pause", ACT_PAUSE;
        /// Removed a pause.
        RemovePause = "unpause", ACT_UNPAUSE;
        /// Changed the safety plan.
        ChangePlan = "plan", ACT_PLAN;
        /// Added or changed somebody to turn to.
        SavePerson = "person", ACT_PERSON;
        /// Removed somebody to turn to.
        RemovePerson = "unperson", ACT_UNPERSON;
        /// Added or removed an early-warning sign.
        ChangeSigns = "signs", ACT_SIGNS;
        /// Added or changed a helpline of one's own.
        SaveLine = "line", ACT_LINE;
        /// Removed a helpline of one's own.
        RemoveLine = "unline", ACT_UNLINE;
        /// Added or changed a support group.
        SaveGroup = "group", ACT_GROUP;
        /// Removed a support group.
        RemoveGroup = "ungroup", ACT_UNGROUP;
        /// Added a medicine.
        AddMedicine = "medicine-new", ACT_MEDICINE_NEW;
        /// Changed a medicine.
        ChangeMedicine = "medicine", ACT_MEDICINE;
        /// Changed the dose of a medicine.
        ChangeDose = "dose-change", ACT_DOSE_CHANGE;
        /// Stopped a medicine.
        StopMedicine = "medicine-stop", ACT_MEDICINE_STOP;
        /// Removed a medicine.
        RemoveMedicine = "unmedicine", ACT_UNMEDICINE;
        /// Marked doses.
        MarkDoses = "doses", ACT_DOSES;
        /// Added or changed a trial.
        SaveTrial = "trial", ACT_TRIAL;
        /// Removed a trial.
        RemoveTrial = "untrial", ACT_UNTRIAL;
        /// Added or changed a health note.
        SaveHealthNote = "health", ACT_HEALTH;
        /// Removed a health note.
        RemoveHealthNote = "unhealth", ACT_UNHEALTH;
        /// Added or changed a side effect.
        SaveEffect = "effect", ACT_EFFECT;
        /// Removed a side effect.
        RemoveEffect = "uneffect", ACT_UNEFFECT;
        /// Answered the side effects of a week.
        RateEffects = "effects", ACT_EFFECTS;
        /// Added or changed a course.
        SaveCourse = "course", ACT_COURSE;
        /// Removed a course.
        RemoveCourse = "uncourse", ACT_UNCOURSE;
        /// Added or changed a session of a course.
        SaveSession = "session", ACT_SESSION;
        /// Removed a session of a course.
        RemoveSession = "unsession", ACT_UNSESSION;
        /// Added or changed a life event.
        SaveLifeEvent = "life", ACT_LIFE;
        /// Removed a life event.
        RemoveLifeEvent = "unlife", ACT_UNLIFE;
        /// Added or changed an activity.
        SaveActivity = "activity", ACT_ACTIVITY;
        /// Removed an activity.
        RemoveActivity = "unactivity", ACT_UNACTIVITY;
        /// Marked an activity.
        MarkActivity = "activity-mark", ACT_ACTIVITY_MARK;
        /// Changed when a clinician has a medicine paused.
        HoldMedicine = "medicine-hold", ACT_MEDICINE_HOLD;
        /// Added several treatments to the history.
        AddTrials = "trials-new", ACT_TRIALS_NEW;
        /// Imported treatments of the history.
        ImportTrials = "trials", ACT_TRIALS;
        /// Noted a supply of a medicine.
        NoteSupply = "supply", ACT_SUPPLY;
        /// Changed the visit being prepared.
        ChangeVisit = "visit", ACT_VISIT;
        /// Wrote down a visit that has been.
        RecordVisit = "visit-been", ACT_VISIT_BEEN;
        /// Restored a backup.
        RestoreBackup = "restore", ACT_RESTORE;
        /// Mended entries that contradicted themselves.
        Mend = "mend", ACT_MEND;
        /// Repaired the journal.
        Repair = "repair", ACT_REPAIR;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_operation_parses_to_itself() {
        for text in VERBS {
            let operation = Operation::parse(text);
            assert_eq!(operation.map(|o| o.stored()).as_deref(), Some(*text));
        }
        assert_eq!(Operation::parse("something newer"), None);
    }
}
