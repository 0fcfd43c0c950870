//! Courses of treatment with sessions: ECT, rTMS, ketamine, and psychotherapies.

use super::PartialDate;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A course of sessions, or a psychotherapy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Course {
    /// What it is.
    pub kind: CourseKind,
    /// Its name in the person's words; empty if the kind says enough.
    pub name: String,
    /// With whom, or at which clinic.
    pub who: String,
    /// Side, protocol or dose, as told.
    pub details: String,
    /// How often: "weekly, Thursdays 16:00".
    pub rhythm: String,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when; none while it goes on.
    pub to: Option<PartialDate>,
    /// Sessions held before the first one that is written down here.
    pub sessions_before: u32,
    /// Who takes the person home after a session.
    pub takes_home: String,
    /// What to bring to the next session, in order.
    pub agenda: Vec<String>,
    /// What the person wants to remember, to be asked about after the next session.
    pub remember: Vec<String>,
    /// Whether each session is a mark on the charts.
    pub on_charts: bool,
    /// Whether take-aways are on the page of a visit.
    pub on_pages: bool,
}

/// What a course is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum CourseKind {
    /// Electroconvulsive therapy.
    Ect,
    /// Repetitive transcranial magnetic stimulation.
    Rtms,
    /// Ketamine infusions.
    Ketamine,
    /// Esketamine nasal spray.
    Esketamine,
    /// Vagus nerve or deep brain stimulation.
    Stimulation,
    /// Light therapy.
    Light,
    /// Another infusion.
    Infusion,
    /// Another course of sessions.
    OtherCourse,
    /// Cognitive behavioural therapy.
    Cbt,
    /// Dialectical behaviour therapy.
    Dbt,
    /// Interpersonal therapy.
    Ipt,
    /// Acceptance and commitment therapy.
    Act,
    /// Cognitive behavioural analysis system of psychotherapy.
    Cbasp,
    /// Mindfulness-based cognitive therapy.
    Mbct,
    /// Psychodynamic therapy.
    Psychodynamic,
    /// Group therapy.
    Group,
    /// Family or couple therapy.
    Family,
    /// Another psychotherapy.
    OtherTherapy,
}

impl CourseKind {
    /// All kinds, courses first.
    pub const ALL: [Self; 18] = [
        Self::Ect,
        Self::Rtms,
        Self::Ketamine,
        Self::Esketamine,
        Self::Stimulation,
        Self::Light,
        Self::Infusion,
        Self::OtherCourse,
        Self::Cbt,
        Self::Dbt,
        Self::Ipt,
        Self::Act,
        Self::Cbasp,
        Self::Mbct,
        Self::Psychodynamic,
        Self::Group,
        Self::Family,
        Self::OtherTherapy,
    ];

    /// Returns whether it is a psychotherapy.
    pub fn is_therapy(self) -> bool {
        self >= Self::Cbt
    }
}

/// A session of a course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TherapySession {
    /// Uid of the course.
    pub course: String,
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Side, protocol or dose of this session, as told.
    pub details: String,
    /// Mood before, 0 to 10.
    pub before: Option<u8>,
    /// Mood after, 0 to 10.
    pub after: Option<u8>,
    /// When the mood after was asked: "next day", "after 4 hours".
    pub after_when: String,
    /// Memory, dissociation, or what else was noticed.
    pub note: String,
    /// What was brought.
    pub agenda: Vec<String>,
    /// What the person takes from it.
    pub takeaways: String,
    /// How it was, 0 to 10.
    pub how_was: Option<u8>,
    /// What was to be remembered, and whether it was.
    pub remembered: Vec<Remembered>,
}

/// Something the person wanted to remember.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Remembered {
    /// In the person's words, written before the session.
    pub text: String,
    /// Whether it was there afterwards; none if not asked.
    pub there: Option<bool>,
}

/// Highest answer about mood or how a session was.
pub const MAX_MOOD: u8 = 10;
