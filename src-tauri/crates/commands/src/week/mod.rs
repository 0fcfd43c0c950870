//! A week on paper, and the fast screen to type it in.

pub mod card;
pub mod rows;
pub mod typed;
