//! Presets of the page: what each kind of visit is for.

use crate::changed::Changed;
use crate::error::Result;
use crate::session::Session;
use crate::visit::prepare::{change_visit, next};
use crate::visit::preset_ticks::with_preset;

/// Chooses what is on the page: `follow-up`, `first-visit`, `sleep-clinic`, `family` or `less-identifying`.
/// The patient's points, words and names stay; every tick can be changed afterwards.
///
/// # Errors
/// `NotFound` if there is no such preset.
pub fn choose_preset(session: &mut Session, preset: String) -> Result<Changed> {
    let visit = with_preset(session, &preset, next(session)?)?;
    change_visit(session, visit)
}
