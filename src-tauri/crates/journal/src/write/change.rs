//! Changes: the list of all kinds of records and the state each is to have.
//!
//! A new kind of record is one line in the list and one module in `tables`.

use super::stored::Stored;
use crate::Result;
use crate::tables::entries::StoredEntry;
use crate::tables::preferences::PreferenceValue;
use crate::tables::trackers::CustomDefinition;
use domain::early_sign::EarlySign;
use domain::questionnaire::ScaleSettings;
use domain::support::{OwnLine, Person, SafetyPlan, SupportGroup};
use domain::treatment::{
    Activity, Course, Dose, EffectWeek, HealthNote, LifeEvent, Medicine, SideEffect,
    TherapySession, Trial,
};
use domain::{Pause, Tracker, Visit};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// A kind of record.
pub(crate) struct RecordKind {
    /// Returns the change that removes a record of this kind.
    pub(crate) removal: fn(String) -> Change,
    /// Query for the ids of all records of this kind.
    pub(crate) ids: &'static str,
}

macro_rules! records {
    ($($(#[$doc:meta])* $kind:ident($type:ty) as $id:tt, $value:tt;)*) => {
        /// A record and the state it is to have. Stored as JSON in revisions.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Change {
            $(
                $(#[$doc])*
                $kind {
                    /// Id of the record.
                    #[serde(rename = $id)]
                    id: String,
                    /// State it is to have; `None` removes it.
                    #[serde(rename = $value)]
                    value: Option<$type>,
                },
            )*
        }

        /// All kinds, in an order in which no record refers to a later kind.
        pub(crate) const KINDS: &[RecordKind] = &[
            $(RecordKind {
                removal: |id| Change::$kind { id, value: None },
                ids: <$type as Stored>::IDS,
            },)*
        ];

        impl Change {
            /// Returns the state the record has now.
            pub(crate) fn current_state(&self, db: &Connection) -> Result<Self> {
                Ok(match self {
                    $(Self::$kind { id, .. } => Self::$kind {
                        id: id.clone(),
                        value: <$type as Stored>::load(db, id)?,
                    },)*
                })
            }

            /// Gives the record its state.
            pub(crate) fn store(&self, db: &Connection) -> Result<()> {
                match self {
                    $(Self::$kind { id, value } => <$type as Stored>::store(db, id, value.as_ref()),)*
                }
            }

            /// Returns the change that removes the same record.
            pub(crate) fn removed(self) -> Self {
                match self {
                    $(Self::$kind { id, .. } => Self::$kind { id, value: None },)*
                }
            }
        }
    };
}

records! {
    /// A custom definition.
    Definition(CustomDefinition) as "key", "text";
    /// The user's settings for a definition.
    Tracker(Tracker) as "key", "tracker";
    /// An entry.
    Entry(Box<StoredEntry>) as "uid", "kept";
    /// A planned pause.
    Pause(Pause) as "uid", "pause";
    /// A safety plan.
    SafetyPlan(SafetyPlan) as "uid", "plan";
    /// Somebody to turn to.
    Person(Person) as "uid", "person";
    /// An early-warning sign.
    EarlySign(EarlySign) as "uid", "sign";
    /// A helpline that the person added.
    OwnLine(OwnLine) as "uid", "line";
    /// A support group.
    SupportGroup(SupportGroup) as "uid", "group";
    /// What the person set for a questionnaire.
    Scale(ScaleSettings) as "key", "scale";
    /// A medicine.
    Medicine(Medicine) as "uid", "medicine";
    /// The mark of a dose.
    Dose(Dose) as "uid", "dose";
    /// A treatment that was tried.
    Trial(Trial) as "uid", "trial";
    /// A further fact about health.
    HealthNote(HealthNote) as "uid", "note";
    /// An unwanted effect.
    SideEffect(SideEffect) as "uid", "effect";
    /// The unwanted effects of a week.
    EffectWeek(EffectWeek) as "uid", "week";
    /// A course of treatment.
    Course(Course) as "uid", "course";
    /// A session of a course.
    TherapySession(TherapySession) as "uid", "session";
    /// A life event.
    LifeEvent(LifeEvent) as "uid", "event";
    /// A planned activity.
    Activity(Activity) as "uid", "activity";
    /// A visit.
    Visit(Visit) as "uid", "visit";
    /// A preference.
    Preference(PreferenceValue) as "key", "value";
}

impl Change {
    /// Forgets the row id of an entry. Row ids differ between files.
    pub(crate) fn without_row_id(mut self) -> Self {
        if let Self::Entry {
            value: Some(stored),
            ..
        } = &mut self
        {
            stored.row_id = None;
        }
        self
    }
}
