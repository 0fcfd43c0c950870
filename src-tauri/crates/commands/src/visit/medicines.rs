//! Medicines on the page: what, how much, since when, and what became of the doses.

use crate::error::Result;
use crate::msg;
use crate::session::Session;
use crate::treatment::find::is_listed;
use crate::treatment::page::{kind_text, plan_and_hold, since_text};
use crate::treatment::text::{amount_text, skip_reason};
use crate::visit::periods::Periods;
use domain::Visit;
use domain::time::Period;
use domain::treatment::{Dose, DoseStatus, Medicine, MedicineKind, adherence};
use domain::visit::section;
use report::MedicineLine;
use std::collections::BTreeMap;

/// What became of the doses of a medicine in a period.
pub(super) struct Counted {
    /// Its dose at the end of the period.
    pub(super) dose: String,
    /// Doses of the plan.
    pub(super) scheduled: usize,
    /// Taken, in time or late.
    pub(super) taken: usize,
    /// Skipped or taken in part.
    pub(super) skipped: usize,
    /// Without a mark.
    pub(super) unknown: usize,
    /// Taken as needed.
    pub(super) as_needed: usize,
}

/// Returns the name of a medicine as the page shows it: of an unlisted one only its kind where the
/// page leaves names out.
pub(super) fn names(session: &Session, visit: &Visit, medicine: &Medicine) -> String {
    if !visit.less_identifying || is_listed(&medicine.name) {
        medicine.name.clone()
    } else {
        kind_text(session, medicine.kind)
    }
}

/// Counts the doses of a period; none if it was not taken in it. Doses of today that have no mark may
/// still come and are left out.
pub(super) fn counted(
    session: &Session,
    medicine: &Medicine,
    marks: &[&Dose],
    period: Period,
) -> Option<Counted> {
    let mut doses = Vec::new();
    let mut as_needed = 0;
    for nth in 0..period.days() {
        let day = period.day(nth);
        let own: Vec<&Dose> = marks.iter().copied().filter(|d| d.day == day).collect();
        as_needed += own.iter().filter(|dose| dose.as_needed).count();
        let scheduled = medicine.is_scheduled_on(day);
        let of_day = medicine.doses_of_day(day, &own).into_iter();
        let counts =
            of_day.filter(|dose| dose.mark.is_some() || (scheduled && day < session.today()));
        doses.extend(counts.map(|dose| dose.mark));
    }
    let found = adherence(doses);
    let (segment, from) = medicine.segment_on(period.to)?;
    if found.scheduled == 0 && as_needed == 0 && medicine.is_over_on(period.from) {
        return None;
    }
    let dose = segment.plan.amount_on(from, period.to);
    Some(Counted {
        dose: dose.map_or_else(String::new, |dose| {
            amount_text(session, dose, &segment.unit)
        }),
        scheduled: found.scheduled,
        taken: found.taken,
        skipped: found.skipped + found.partly,
        unknown: found.not_recorded,
        as_needed,
    })
}

/// Returns the medicines that are taken.
///
/// # Errors
/// Fails if the journal can't be read.
pub(super) fn medicine_lines(
    session: &Session,
    visit: &Visit,
    periods: &Periods,
) -> Result<Vec<MedicineLine>> {
    if !visit.has(section::MEDICINES) {
        return Ok(Vec::new());
    }
    let marks = session.journal().doses(periods.now)?;
    let medicines = session.journal().medicines()?;
    let mut taken: Vec<&(String, Medicine)> = medicines
        .iter()
        .filter(|(_, medicine)| !medicine.is_over_on(session.today()))
        .collect();
    taken.sort_by_key(|(_, medicine)| medicine.kind != MedicineKind::Prescribed);
    let line = |(uid, medicine): &(String, Medicine)| {
        let own = marks.iter().filter(|(_, dose)| dose.medicine == *uid);
        let own: Vec<&Dose> = own.map(|(_, dose)| dose).collect();
        line(session, visit, periods, medicine, &own)
    };
    Ok(taken.into_iter().map(line).collect())
}

fn line(
    session: &Session,
    visit: &Visit,
    periods: &Periods,
    medicine: &Medicine,
    marks: &[&Dose],
) -> MedicineLine {
    let counted = counted(session, medicine, marks, periods.now);
    let locale = session.locale();
    let marked = !marks.is_empty();
    let taken = counted
        .as_ref()
        .map(|counted| taken_text(session, counted, marked));
    let some = |count: usize| {
        if count > 0 {
            count.to_string()
        } else {
            String::new()
        }
    };
    let skipped = counted.as_ref().map_or(0, |counted| counted.skipped);
    let since = (!visit.less_identifying).then(|| since_text(session, medicine));
    let prescribed = medicine.kind == MedicineKind::Prescribed;
    let kind = (!prescribed).then(|| locale.text(msg::PAGE_NOT_PRESCRIBED));
    let how = if visit.less_identifying {
        counted.as_ref().map(|counted| counted.dose.clone())
    } else {
        Some(plan_and_hold(session, medicine))
    };
    let how = kind.into_iter().chain(how).filter(|part| !part.is_empty());
    MedicineLine {
        name: names(session, visit, medicine),
        how: how.collect::<Vec<_>>().join(" · "),
        since: since.unwrap_or_default(),
        taken: taken.unwrap_or_default(),
        skipped: with_reasons(session, some(skipped), marks),
        unknown: counted
            .filter(|_| marked)
            .map_or_else(String::new, |counted| some(counted.unknown)),
    }
}

/// Returns "25 of 31", how often it was taken as needed, or that no dose was marked at all.
fn taken_text(session: &Session, counted: &Counted, marked: bool) -> String {
    let locale = session.locale();
    if !marked {
        return locale.text(msg::PAGE_NO_DOSES);
    }
    if counted.scheduled == 0 {
        let with = [("count", counted.as_needed.into())];
        return locale.format(msg::PAGE_TIMES, &with);
    }
    let with = [
        ("n", counted.taken.to_string().into()),
        ("of", counted.scheduled.to_string().into()),
    ];
    locale.format(msg::PAGE_N, &with)
}

/// Returns "1, side effects": how many, and why as far as it was said.
fn with_reasons(session: &Session, count: String, marks: &[&Dose]) -> String {
    let mut reasons = BTreeMap::new();
    let skipped = marks
        .iter()
        .filter(|dose| matches!(dose.status, DoseStatus::Skipped | DoseStatus::Partly));
    for reason in skipped.filter_map(|dose| dose.reason) {
        *reasons.entry(reason).or_insert(0) += 1;
    }
    let said = reasons
        .keys()
        .map(|reason| session.locale().text(skip_reason(*reason)));
    let parts = std::iter::once(count).filter(|count| !count.is_empty());
    parts.chain(said).collect::<Vec<String>>().join(", ")
}
