//! A questionnaire by name: only its score is kept.

use crate::changed::Changed;
use crate::error::{Error, InputErrorKind, Result};
use crate::session::Session;
use crate::trackers::builder::free_key;
use crate::trackers::transfer::add_tracker;
use domain::definition::parse::parse;
use domain::tracker::MAX_NAME_LEN;

/// Lowest and highest end of a score.
const LIMIT: f64 = 10_000.0;

/// Adds a questionnaire of which only the score is kept. Returns its key as uid.
///
/// # Errors
/// `Input` if the name is missing or too long, or the range is empty.
pub fn add_own_scale(
    session: &mut Session,
    name: String,
    min: Option<f64>,
    max: Option<f64>,
) -> Result<Changed> {
    let name = name.trim();
    let refuse = |field, kind| Err(Error::Input { field, kind });
    if name.is_empty() {
        return refuse("name", InputErrorKind::Missing);
    }
    if name.chars().count() > MAX_NAME_LEN || name.chars().any(char::is_control) {
        return refuse("name", InputErrorKind::TooLong { max: MAX_NAME_LEN });
    }
    let inside = |end: &f64| (-LIMIT..=LIMIT).contains(end);
    let (Some(min), Some(max)) = (min.filter(inside), max.filter(inside)) else {
        return refuse("max", InputErrorKind::EmptyRange);
    };
    if min >= max {
        return refuse("max", InputErrorKind::EmptyRange);
    }
    let key = free_key(session, name);
    let text = definition(&key, name, min, max);
    let definition = parse(name, &text).map_err(Error::Definition)?;
    add_tracker(session, &definition, text, None)
}

/// Returns the definition of a questionnaire with a total and who gave it, and no questions.
fn definition(key: &str, name: &str, min: f64, max: f64) -> String {
    let name = toml::Value::from(name).to_string();
    let labels = |language: &str, given: &str| {
        format!(
            "[labels.{language}]\ntitle = {name}\nline = \"{{total}} | {{given-by}}\"\nabout = \
             {name}\ntotal = \"Total\"\ngiven-by = \"{given}\"\n"
        )
    };
    format!(
        "format = 1\nkey = \"{key}\"\ncovers = \"day\"\norder = 200\nicon = \"list\"\nlicence = \
         \"own\"\n{}{}[questionnaire]\ntotal = \"total\"\n[[field]]\nkey = \"total\"\ntype = \
         \"quantity\"\nmin = {min:?}\nmax = {max:?}\nstep = 0.1\n[[field]]\nkey = \"given-by\"\n\
         type = \"text\"\nmax = 80\noptional = true\n[[chart]]\nof = \"total\"\nmark = \
         \"scores\"\nmin = {min:?}\nmax = {max:?}\n",
        labels("en", "Who gave it"),
        labels("es", "Quién lo pasó"),
    )
}
