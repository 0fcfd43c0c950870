//! Treatment: medicines with their doses, the history of every trial, conditions.
//!
//! A dose change is a new segment and keeps the old one: the history is what counts. Nothing here
//! checks a dose or an interaction, or judges a trial.

mod activity;
mod adherence;
mod course;
mod day_doses;
mod dose;
mod health_note;
mod life_event;
mod medicine;
mod partial_date;
mod plan;
mod side_effect;
mod trial;

pub use activity::{Activity, ActivityDone, ActivityMark};
pub use adherence::{Adherence, Fill, adherence, days_covered, days_left};
pub use course::{Course, CourseKind, MAX_MOOD, Remembered, TherapySession};
pub use day_doses::DayDose;
pub use dose::{Dose, DoseStatus, SkipReason};
pub use health_note::{EpisodeWeight, HealthKind, HealthNote};
pub use life_event::{LifeEvent, LifeEventKind};
pub use medicine::{Hold, Medicine, MedicineKind, Segment, Stop, StopReason};
pub use partial_date::PartialDate;
pub use plan::{Intake, MAX_INTAKES, MAX_STEPS, Plan, TaperStep};
pub use side_effect::{EffectRating, EffectWeek, SideEffect};
pub use trial::{Helped, Known, Trial, TrialKind};
