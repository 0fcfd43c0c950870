//! Domain model: definitions, entries, time and statistics.
//!
//! Pure: no files, SQL, system clock, locale or window. The current time, the zone and localized
//! text come in as arguments.
//!
//! ```
//! use chrono::NaiveDate;
//! use daymark_domain::{Series, Summary, time::Period};
//!
//! let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
//! let series = Series {
//!     period: Period { from: day(1), to: day(7) },
//!     values: vec![Some(4.0), None, Some(5.0), Some(4.0), None, Some(6.0), Some(4.0)],
//! };
//! let summary = Summary::new(&series);
//! assert_eq!((summary.n, summary.of), (5, 7));
//! assert_eq!(summary.median, Some(4.0));
//! ```
#![deny(missing_docs)]

pub mod definition;
pub mod early_sign;
pub mod entry;
pub mod figure;
pub mod localizer;
pub mod pattern;
pub mod pause;
pub mod preferences;
pub mod questionnaire;
pub mod support;
pub mod time;
pub mod tracker;
pub mod treatment;
pub mod visit;

pub use definition::{
    Band, Chart, ChoiceOption, Covers, DayAggregate, Definition, Direction, Field, FieldKind,
    Formula, Labels, Measure, Questionnaire, Unit,
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
