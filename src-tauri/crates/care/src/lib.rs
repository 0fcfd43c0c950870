//! Domain model: definitions, entries, time and statistics.
//!
//! Pure: no files, SQL, system clock, locale or window. The current time, the zone and localized
//! text come in as arguments.
#![deny(missing_docs)]

pub mod check;
pub mod day;
pub mod definition;
pub mod draft;
pub mod entry;
pub mod fault;
pub mod field;
pub mod figure;
pub mod grammar;
pub mod measure;
pub mod night;
pub mod pause;
pub mod period;
pub mod series;
pub mod speech;
pub mod summary;
pub mod ticks;
pub mod tracker;
pub mod unit;
pub mod visit;
pub mod words;

pub use check::Checked;
pub use definition::{Band, Chart, Covers, Definition, PerDay};
pub use draft::{Answer, Draft};
pub use entry::{Entry, Value};
pub use fault::{Fault, FaultKind};
pub use field::{Choice, Field, Kind};
pub use figure::Figure;
pub use measure::{Formula, Measure};
pub use pause::Pause;
pub use series::Series;
pub use speech::Speech;
pub use summary::Summary;
pub use tracker::Tracker;
pub use unit::Unit;
pub use visit::Visit;
