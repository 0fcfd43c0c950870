//! The page of a day.

pub mod catch_up;
pub mod clock;
pub mod fourteen_days;
pub mod labels;
pub mod page;
pub mod suggestions;
pub mod typed_date;
pub mod weekly_totals;
