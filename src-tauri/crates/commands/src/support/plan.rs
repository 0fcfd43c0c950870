//! The safety plan: seven parts, each a list of lines in the person's own words.

use crate::changed::{Changed, Topic};
use crate::error::{Error, InputErrorKind, Result};
use crate::msg;
use crate::operation::Operation;
use crate::session::Session;
use domain::localizer::{DateStyle, Localizer};
use domain::support::{PlanPart, SafetyPlan};
use journal::Change;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The uid of the one plan.
const PLAN: &str = "plan";

/// Maximum number of lines of a part.
pub const MAX_LINES: usize = 20;

/// Maximum length of a line, in characters.
pub const MAX_LINE_LEN: usize = 300;

/// The plan with its headings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlanView {
    /// Its seven parts, in order.
    pub parts: Vec<PlanPartView>,
    /// "of 2 November 2026"; empty if nothing is written.
    pub changed: String,
}

/// A part of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlanPartView {
    /// Which part.
    pub part: PlanPart,
    /// Its heading.
    pub title: String,
    /// An example of a line.
    pub example: String,
    /// Its lines, in order.
    pub lines: Vec<String>,
}

/// Returns the plan.
pub(super) fn view(session: &Session) -> Result<PlanView> {
    let locale = session.locale();
    let plan = session.journal().safety_plan(PLAN)?;
    let changed = plan.as_ref().map(|plan| {
        let day = locale.date(plan.changed_on, DateStyle::Short);
        locale.format(msg::PLAN_CHANGED, &[("day", day.into())])
    });
    let mut lines = plan.map(|plan| plan.parts).unwrap_or_default();
    let part = |part: PlanPart| {
        let [title, example] = words(part);
        PlanPartView {
            part,
            title: locale.text(title),
            example: locale.text(example),
            lines: lines.remove(&part).unwrap_or_default(),
        }
    };
    Ok(PlanView {
        parts: PlanPart::ALL.into_iter().map(part).collect(),
        changed: changed.unwrap_or_default(),
    })
}

/// Returns the messages of a part: its heading and an example.
fn words(part: PlanPart) -> [&'static str; 2] {
    match part {
        PlanPart::Signs => [msg::PLAN_SIGNS, msg::PLAN_SIGNS_EXAMPLE],
        PlanPart::Alone => [msg::PLAN_ALONE, msg::PLAN_ALONE_EXAMPLE],
        PlanPart::Distraction => [msg::PLAN_DISTRACTION, msg::PLAN_DISTRACTION_EXAMPLE],
        PlanPart::Help => [msg::PLAN_HELP, msg::PLAN_HELP_EXAMPLE],
        PlanPart::Professionals => [msg::PLAN_PROFESSIONALS, msg::PLAN_PROFESSIONALS_EXAMPLE],
        PlanPart::Surroundings => [msg::PLAN_SURROUNDINGS, msg::PLAN_SURROUNDINGS_EXAMPLE],
        PlanPart::Matters => [msg::PLAN_MATTERS, msg::PLAN_MATTERS_EXAMPLE],
    }
}

/// Saves the lines of a part. Lines without text are left out. What the plan said before stays in
/// the journal's history and can be undone.
///
/// # Errors
/// `Input` with the index of a line over 300 characters, or with more than 20 lines.
pub fn save_plan_part(
    session: &mut Session,
    part: PlanPart,
    lines: Vec<String>,
) -> Result<Changed> {
    let lines: Vec<String> = lines
        .iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    let refuse = |kind| {
        Err(Error::Input {
            field: "lines",
            kind,
        })
    };
    if lines.iter().any(|line| line.chars().count() > MAX_LINE_LEN) {
        return refuse(InputErrorKind::TooLong { max: MAX_LINE_LEN });
    }
    if lines.len() > MAX_LINES {
        return refuse(InputErrorKind::TooManyLines { max: MAX_LINES });
    }
    let mut parts: BTreeMap<_, _> = session
        .journal()
        .safety_plan(PLAN)?
        .map(|plan| plan.parts)
        .unwrap_or_default();
    parts.insert(part, lines);
    parts.retain(|_, lines| !lines.is_empty());
    let plan = SafetyPlan {
        changed_on: session.today(),
        parts,
    };
    let change = Change::SafetyPlan {
        id: PLAN.to_owned(),
        value: (!plan.parts.is_empty()).then_some(plan),
    };
    session.commit(&Operation::ChangePlan, &[change], &[Topic::Support])
}

/// Returns the written parts of the plan, for the page of a visit.
///
/// # Errors
/// Fails if the journal can't be read.
pub(crate) fn plan_lines(session: &Session) -> Result<Vec<report::Line>> {
    let parts = view(session)?.parts.into_iter();
    let written = parts.filter(|part| !part.lines.is_empty());
    let line = |part: PlanPartView| report::Line {
        day: part.title,
        text: part.lines.join(" · "),
    };
    Ok(written.map(line).collect())
}

/// An earlier plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EarlierPlan {
    /// When it was changed to this, as text.
    pub when: String,
    /// Its written parts.
    pub parts: Vec<report::Line>,
}

/// Most earlier plans that are listed.
const MOST_EARLIER: u32 = 50;

/// Returns what the plan said before, latest first. The first is what it says now.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn earlier_plans(session: &Session) -> Result<Vec<EarlierPlan>> {
    let locale = session.locale();
    let zone = session.clock().zone();
    let plans = session.journal().plan_history(MOST_EARLIER)?.into_iter();
    let earlier = plans.map(|(at, plan)| {
        let at = at.with_timezone(&zone);
        let with = [
            ("day", locale.date(at.date_naive(), DateStyle::Short).into()),
            ("time", locale.time(at.time()).into()),
        ];
        let written = PlanPart::ALL.into_iter().filter_map(|part| {
            let lines = plan.parts.get(&part).filter(|lines| !lines.is_empty())?;
            let [title, _] = words(part);
            Some(report::Line {
                day: locale.text(title),
                text: lines.join(" · "),
            })
        });
        EarlierPlan {
            when: locale.format(msg::HISTORY_WHEN, &with),
            parts: written.collect(),
        }
    });
    Ok(earlier.collect())
}
