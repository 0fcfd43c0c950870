//! The safety plan as one printed page.

use crate::error::{Error, Result};
use crate::msg;
use crate::session::Session;
use crate::support::helplines::HelplineView;
use crate::support::own::OwnLineView;
use crate::support::people::PersonView;
use crate::support::plan::PlanView;
use crate::support::{SupportNow, support_now};
use domain::localizer::{DateStyle, Localizer};
use domain::support::PlanPart;
use report::{
    Contact, PaperSize, PlanDocument, PlanDocumentPart, plan_pdf as render, printable_page,
};

/// Returns the safety plan as PDF/UA-1, with the people and the helplines in their parts.
///
/// # Errors
/// Fails if the journal can't be read.
pub fn plan_pdf(session: &Session) -> Result<Vec<u8>> {
    render(&printable(session)?).map_err(|e| Error::Internal(e.to_string()))
}

/// Returns the safety plan as two cards for the wallet, on one page (PDF/UA-1).
///
/// # Errors
/// Fails if the journal can't be read.
pub fn card_pdf(session: &Session) -> Result<Vec<u8>> {
    report::card_pdf(&printable(session)?).map_err(|e| Error::Internal(e.to_string()))
}

/// Returns the plan with only printable characters.
fn printable(session: &Session) -> Result<PlanDocument> {
    let (mut document, missing) = printable_page(document(session, support_now(session)?));
    if missing > 0 {
        let with = [("count", missing.into())];
        let said = session.locale().format(msg::PAGE_MISSING_GLYPHS, &with);
        document.footer = format!("{} {said}", document.footer);
    }
    Ok(document)
}

fn document(session: &Session, support: SupportNow) -> PlanDocument {
    let locale = session.locale();
    let day = locale.date(session.today(), DateStyle::Short);
    PlanDocument {
        language: locale.language().to_owned(),
        direction: locale.direction().to_owned(),
        paper: PaperSize::for_country(session.country()).name(),
        title: locale.text(msg::PLAN_PRINTED_TITLE),
        lead: locale.text(msg::PLAN_PRINTED_LEAD),
        emergency_label: locale.text(if support.emergency.is_empty() {
            msg::PLAN_PRINTED_EMERGENCY_UNKNOWN
        } else {
            msg::PLAN_PRINTED_EMERGENCY
        }),
        emergency: support.emergency,
        parts: parts(
            support.plan,
            support.people,
            support.own_lines,
            support.lines,
        ),
        card_title: locale.text(msg::PLAN_CARD_TITLE),
        card_lead: locale.text(msg::PLAN_CARD_LEAD),
        more: locale.text(msg::PLAN_CARD_MORE),
        date: day.clone(),
        footer: locale.format(msg::PLAN_PRINTED_FOOTER, &[("day", day.into())]),
    }
}

/// Returns the parts of the plan, with the people and the helplines in theirs.
fn parts(
    plan: PlanView,
    people: Vec<PersonView>,
    own_lines: Vec<OwnLineView>,
    lines: Vec<HelplineView>,
) -> Vec<PlanDocumentPart> {
    let mut people = people.into_iter().map(|view| Contact {
        name: view.person.name,
        about: view.about,
        number: view.person.phone,
    });
    let own = own_lines.into_iter().map(|view| Contact {
        name: view.line.name,
        about: view.line.about,
        number: view.line.number,
    });
    let mut lines = own.chain(lines.into_iter().map(|line| Contact {
        name: line.name,
        about: line.about,
        number: line.number,
    }));
    let parts = plan.parts.into_iter().map(|part| PlanDocumentPart {
        contacts: match part.part {
            PlanPart::Help => people.by_ref().collect(),
            PlanPart::Professionals => lines.by_ref().collect(),
            PlanPart::Signs
            | PlanPart::Alone
            | PlanPart::Distraction
            | PlanPart::Surroundings
            | PlanPart::Matters => Vec::new(),
        },
        title: part.title,
        lines: part.lines,
    });
    parts.collect()
}
