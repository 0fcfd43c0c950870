//! The page of a day.

pub mod catch_up;
pub mod clock;
pub mod labels;
pub mod page;
pub mod weekly_totals;
