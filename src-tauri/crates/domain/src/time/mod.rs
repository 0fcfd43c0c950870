//! Time: the patient's day, wall-clock times, nights and periods.
//!
//! The current time and the zone come in as arguments.

pub mod clock;
pub mod day;
pub mod night;
mod period;
mod zone;

pub use clock::Fold;
pub use day::{DEFAULT_DAY_START, patient_day};
pub use period::Period;
pub use zone::{Zone, ZoneOffset, Zones};
