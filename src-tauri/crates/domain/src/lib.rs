//! Domain model: definitions, entries, time and statistics.
//!
//! Pure: no files, SQL, system clock, locale or window. The current time, the zone and localized
//! text come in as arguments.
#![deny(missing_docs)]

pub mod definition;
pub mod entry;
pub mod figure;
pub mod localizer;
pub mod pause;
pub mod preferences;
pub mod time;
pub mod tracker;
pub mod visit;

pub use definition::{
    Band, Chart, ChoiceOption, Covers, DayAggregate, Definition, Direction, Field, FieldKind,
    Formula, Labels, Measure, Unit,
};
pub use entry::{
    Answer, Draft, Entry, EntryContext, Validated, ValidationError, ValidationErrorKind, Value,
};
pub use figure::Figure;
pub use figure::series::Series;
pub use figure::summary::Summary;
pub use localizer::Localizer;
pub use pause::Pause;
pub use preferences::{Preference, Preferences};
pub use tracker::Tracker;
pub use visit::Visit;
