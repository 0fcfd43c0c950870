//! The visit: its preparation, its page, and the visits that have been.

mod changes;
pub mod export;
mod headings;
mod lanes;
mod medicines;
pub mod page;
mod periods;
mod picture;
pub mod prepare;
mod preset_ticks;
pub mod presets;
mod rows;
mod scales;
pub mod visits;
mod years;
