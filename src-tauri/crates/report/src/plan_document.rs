//! Model of the printed safety plan.

use serde::{Deserialize, Serialize};

/// The safety plan with all its text localized.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDocument {
    /// Language tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Typst's name of the paper size.
    pub paper: String,
    /// Title.
    pub title: String,
    /// Line below the title.
    pub lead: String,
    /// What stands beside the emergency number.
    pub emergency_label: String,
    /// The emergency number; empty if none is known.
    pub emergency: String,
    /// Its parts, in order.
    pub parts: Vec<PlanDocumentPart>,
    /// Heading of the cards.
    pub card_title: String,
    /// How the cards are cut and folded.
    pub card_lead: String,
    /// Says on a card that the page holds more.
    pub more: String,
    /// The day, on the front of a card.
    pub date: String,
    /// Footer.
    pub footer: String,
}

/// A part of the printed plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDocumentPart {
    /// Heading.
    pub title: String,
    /// The person's own lines.
    pub lines: Vec<String>,
    /// People and helplines that belong to the part.
    pub contacts: Vec<Contact>,
}

/// Somebody with a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// When, and what for.
    pub about: String,
    /// Number; empty if there is none.
    pub number: String,
}
