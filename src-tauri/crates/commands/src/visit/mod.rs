//! The visit: its preparation and its page.

pub mod export;
pub mod page;
pub mod prepare;
pub mod rows;
