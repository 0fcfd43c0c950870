//! Custom trackers: built in the app, exported to a file, and imported from one.
//!
//! Converts between the builder's form and the TOML of a definition. The strict parser of all
//! definitions reads every result back; no definition it rejects is saved.

mod text;

use crate::bridge::{Changed, Mishap, Outcome, Topic};
use crate::exchange::{SavedTo, save_text};
use crate::trackers::{TrackerShown, show, unsaid};
use crate::{Session, word};
use care::definition::{Better, ChartMark, PerDay};
use care::grammar::read;
use care::{Choice, Covers, Definition, Kind};
use journal::Item;
use serde::{Deserialize, Serialize};

/// The builder's form for a tracker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Own {
    /// Its key once saved; empty for a new tracker.
    pub key: String,
    /// Its name.
    pub title: String,
    /// What one entry covers.
    pub covers: Covers,
    /// Whether it is left out of every page and export unless ticked.
    pub private: bool,
    /// Its fields.
    pub fields: Vec<OwnField>,
}

/// The builder's form for a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnField {
    /// Its key once saved; empty for a new field.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The hint below it; empty if there is none.
    pub hint: String,
    /// How it is answered: `scale`, `quantity`, `choice`, `clock`, `yes-no` or `text`.
    pub kind: String,
    /// The unit of an amount.
    pub unit: String,
    /// Lowest answer of a scale or amount.
    pub min: f64,
    /// Highest answer of a scale or amount.
    pub max: f64,
    /// Label of the lower end of a scale.
    pub low: String,
    /// Label of the upper end of a scale.
    pub high: String,
    /// Label of the middle of a scale, if any.
    #[serde(default)]
    pub middle: String,
    /// The options of a choice.
    pub options: Vec<OwnOption>,
    /// Whether several options can be chosen, or several amounts entered and summed.
    pub several: bool,
    /// Which direction is better.
    pub better: Better,
    /// How it is charted; none if it is not.
    pub chart: Option<ChartMark>,
    /// How several entries of one day combine into the value of the day.
    pub day: PerDay,
    /// Whether by default only the page length `everything` asks it.
    pub extra: bool,
}

/// The builder's form for an option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnOption {
    /// Its key once saved; empty for a new option.
    pub key: String,
    /// Its label.
    pub name: String,
    /// Its value in charts, if it has one.
    pub score: Option<f64>,
}

/// Maximum number of fields, and of options in a field: more would not be answered on a bad day.
const MOST: usize = 40;

/// Returns the tracker as it would look; saves nothing.
pub fn preview_tracker(session: &Session, own: &Own) -> Outcome<TrackerShown> {
    let (_, definition) = written(session, own)?;
    Ok(show(session, &definition, &unsaid(&definition)))
}

/// Saves a custom tracker: a new one, or the changed definition of an existing one.
pub fn keep_tracker(session: &mut Session, own: &Own) -> Outcome<Changed> {
    let (text, definition) = written(session, own)?;
    if own.key.is_empty() {
        return put(session, &definition, text, Some(&form("")));
    }
    let old = session.definition(&definition.key)?;
    still_fits(session, old, &definition)?;
    let key = definition.key.clone();
    let mut items = vec![Item::Definition {
        key: key.clone(),
        text: Some(text),
    }];
    // The name typed in the builder replaces the name set in the tracker list.
    let mine = session.journal().trackers()?;
    if let Some((_, tracker)) = mine.iter().find(|(k, t)| *k == key && t.name.is_some()) {
        let tracker = Some(care::Tracker {
            name: None,
            ..tracker.clone()
        });
        items.push(Item::Tracker {
            key: key.clone(),
            tracker,
        });
    }
    if old.measures != definition.measures {
        // Existing entries get their measures recomputed by the new definition.
        let ever = session.journal().reach()?;
        for entry in ever.map_or(Ok(Vec::new()), |ever| {
            session.journal().entries_of(&key, ever)
        })? {
            items.push(session.keep_by(&definition, entry));
        }
    }
    let topics = [Topic::Trackers, Topic::Entries];
    let act = format!("tracker {key}");
    let changed = session.act_settling(&act, &items, &topics, Some(&form(&key)))?;
    Ok(Changed {
        uid: Some(key),
        ..changed
    })
}

/// Returns the draft key of the builder: for a new tracker (empty `key`) or an existing one.
fn form(key: &str) -> String {
    format!("builder:{key}")
}

/// Saves the builder's form as a draft without validating it. Durable on return.
pub fn keep_built(session: &mut Session, own: &Own) -> Outcome<()> {
    let text = serde_json::to_string(own).map_err(|e| Mishap::Bug(e.to_string()))?;
    let now = session.clock().now().timestamp();
    Ok(session
        .journal_mut()
        .keep_draft(&form(&own.key), now, &text)?)
}

/// Discards the builder's draft.
pub fn drop_built(session: &mut Session, key: &str) -> Outcome<()> {
    Ok(session.journal_mut().drop_draft(&form(key))?)
}

/// Returns the builder's draft, if there is one that can be parsed.
pub fn built(session: &Session, key: &str) -> Outcome<Option<Own>> {
    let drafts = session.journal().drafts()?;
    let kept = drafts.into_iter().find(|typed| typed.form == form(key));
    Ok(kept.and_then(|typed| serde_json::from_str(&typed.text).ok()))
}

/// Returns a custom tracker as the builder's form.
pub fn own_tracker(session: &Session, key: &str) -> Outcome<Own> {
    let definition = session.definition(key)?;
    if session.shelf().is_own(key) && buildable(definition) {
        // The builder shows the name that the user gave the tracker.
        let title = session
            .tongue()
            .words_of(definition)
            .say("title")
            .to_owned();
        Ok(Own {
            title,
            ..text::unbuild(definition)
        })
    } else {
        Err(Mishap::NoTracker(key.to_owned()))
    }
}

/// Saves a tracker's definition as a file, to share it.
pub fn save_tracker(session: &Session, key: &str) -> Outcome<SavedTo> {
    let no_tracker = || Mishap::NoTracker(key.to_owned());
    let text = session.shelf().text(key).ok_or_else(no_tracker)?;
    let name = session
        .tongue()
        .say_with(word::FILE_TRACKER, &[("key", key.into())]);
    save_text(session, &name, text)
}

/// Imports a definition from a file. Never replaces an existing tracker.
pub fn bring_tracker(session: &mut Session, file: &str, text: &str) -> Outcome<Changed> {
    let definition = read(file, text).map_err(Mishap::Refused)?;
    if let Some(there) = session.shelf().text(&definition.key) {
        let key = if there == text {
            word::TRACKER_SAME
        } else {
            word::TRACKER_EXISTS
        };
        let why = session
            .tongue()
            .say_with(key, &[("key", definition.key.as_str().into())]);
        return Err(Mishap::Text {
            file: file.to_owned(),
            why,
        });
    }
    put(session, &definition, text.to_owned(), None)
}

fn put(
    session: &mut Session,
    definition: &Definition,
    text: String,
    form: Option<&str>,
) -> Outcome<Changed> {
    let last = session.journal().trackers()?.pop();
    let mut tracker = unsaid(definition);
    // A new tracker is active at once and comes after all others.
    tracker.using = care::tracker::Using::Asked;
    tracker.position = last.map_or(0.0, |(_, t)| t.position) + 1.0;
    let key = definition.key.clone();
    let items = [
        Item::Definition {
            key: key.clone(),
            text: Some(text),
        },
        Item::Tracker {
            key: key.clone(),
            tracker: Some(tracker),
        },
    ];
    let topics = [Topic::Trackers, Topic::Entries];
    let changed = session.act_settling(&format!("make {key}"), &items, &topics, form)?;
    Ok(Changed {
        uid: Some(key),
        ..changed
    })
}

/// Returns whether the builder can express everything in a definition.
pub fn buildable(definition: &Definition) -> bool {
    let plain = definition.bands.is_empty()
        && definition.codes.is_empty()
        && definition.words.len() == 1
        && definition.marks.is_none()
        && definition.taps.is_none()
        && definition.timer.is_none()
        && definition.week.is_none()
        && definition.ahead == 0;
    plain && written_back(definition).as_ref() == Some(&stepped(definition))
}

/// Returns the definition with quantities of the former step 0.5 changed to the builder's step.
fn stepped(definition: &Definition) -> Definition {
    let mut stepped = definition.clone();
    for field in &mut stepped.fields {
        if let Kind::Quantity { step, .. } = &mut field.kind
            && step.to_bits() == 0.5f64.to_bits()
        {
            *step = text::STEP;
        }
    }
    stepped
}

/// Converts a definition to the builder's form and back; none if the result cannot be parsed.
fn written_back(definition: &Definition) -> Option<Definition> {
    let own = text::unbuild(definition);
    read(&definition.key, &text::build(&own, &definition.key)?).ok()
}

/// Validates the builder's form. Returns its TOML and the definition parsed from it.
fn written(session: &Session, own: &Own) -> Outcome<(String, Definition)> {
    let tongue = session.tongue();
    let refuse = |file: String, why: &str| Mishap::Text {
        file,
        why: tongue.say(why),
    };
    let new = || tongue.say(word::TRACKER_NEW);
    if own.title.trim().is_empty() {
        return Err(refuse(new(), word::TRACKER_NO_NAME));
    }
    if own.fields.is_empty() || own.fields.len() > MOST {
        return Err(refuse(new(), word::TRACKER_NO_FIELDS));
    }
    for (nth, field) in own.fields.iter().enumerate() {
        if let Some(why) = wrong(field) {
            let number = [("number", (nth + 1).to_string().into())];
            let name = match field.name.trim() {
                "" => tongue.say_with(word::TRACKER_FIELD, &number),
                name => name.to_owned(),
            };
            return Err(refuse(name, why));
        }
    }
    let key = if own.key.is_empty() {
        free_key(session, &own.title)
    } else {
        own.key.clone()
    };
    let bug = || Mishap::Bug("the builder's text".to_owned());
    let text = text::build(own, &key).ok_or_else(bug)?;
    let definition = read(own.title.trim(), &text).map_err(Mishap::Refused)?;
    Ok((text, definition))
}

/// Returns the message key of the first problem of a field. Runs before the parser, so that
/// messages use the names of the builder.
fn wrong(field: &OwnField) -> Option<&'static str> {
    if field.name.trim().is_empty() {
        return Some(word::TRACKER_FIELD_NO_NAME);
    }
    let options = field.options.iter().filter(|o| !o.name.trim().is_empty());
    if field.kind == "choice" && !(1..=MOST).contains(&options.count()) {
        return Some(word::TRACKER_NO_OPTIONS);
    }
    let scored: Vec<_> = field.options.iter().map(|o| o.score).collect();
    let some = scored.iter().any(Option::is_some);
    if some && !scored.iter().all(|s| s.is_some_and(f64::is_finite)) {
        return Some(word::TRACKER_SCORES);
    }
    let ranged = ["scale", "quantity"].contains(&field.kind.as_str());
    if ranged && !(field.min < field.max && field.min.is_finite() && field.max.is_finite()) {
        return Some(word::TRACKER_RANGE);
    }
    let whole = field.min.fract() == 0.0 && field.max.fract() == 0.0;
    (field.kind == "scale" && !(whole && field.max - field.min <= 20.0))
        .then_some(word::TRACKER_SCALE)
}

/// Derives a key from the name that no other tracker has.
fn free_key(session: &Session, title: &str) -> String {
    let stem = format!("my-{}", text::slug(title, "tracker"));
    let free = |key: &String| session.shelf().find(key).is_none();
    let further = (2..u32::MAX).map(|n| format!("{stem}-{n}"));
    let mut keys = std::iter::once(stem.clone()).chain(further);
    keys.find(free).unwrap_or(stem)
}

/// Checks that a changed definition fits the recorded answers. New fields and other labels are
/// allowed; an answered field must keep its meaning.
fn still_fits(session: &Session, old: &Definition, new: &Definition) -> Outcome<()> {
    let words = session.tongue().words_of(old);
    for key in session.journal().answered_fields(&old.key)? {
        let kept = match (old.field(&key), new.field(&key)) {
            (Some(before), Some(after)) => same_meaning(&before.kind, &after.kind),
            (None, _) => true,
            (Some(_), None) => false,
        };
        if !kept {
            return Err(Mishap::Text {
                file: words.find(&key).unwrap_or(&key).to_owned(),
                why: session.tongue().say(word::TRACKER_ANSWERED),
            });
        }
    }
    Ok(())
}

/// Returns whether every recorded quantity stays valid: same unit, and a range that is not
/// narrowed. Several answers can become allowed but never disallowed, because all but one would be
/// lost.
fn takes_as_much(before: &Kind, after: &Kind) -> bool {
    let of = |kind: &Kind| match kind {
        Kind::Quantity {
            unit,
            several,
            min,
            max,
            ..
        } => Some((unit.clone(), *several, *min, *max)),
        Kind::Choice { .. }
        | Kind::Scale { .. }
        | Kind::Clock
        | Kind::YesNo
        | Kind::Text { .. } => None,
    };
    of(before).zip(of(after)).is_some_and(|(old, new)| {
        old.0 == new.0 && old.1 <= new.1 && new.2 <= old.2 && new.3 >= old.3
    })
}

fn same_meaning(before: &Kind, after: &Kind) -> bool {
    match (before, after) {
        (Kind::Quantity { .. }, Kind::Quantity { .. }) => takes_as_much(before, after),
        (
            Kind::Choice {
                options: a,
                several: before,
            },
            Kind::Choice {
                options: b,
                several: after,
            },
        ) => a.iter().all(|o: &Choice| b.contains(o)) && before <= after,
        (Kind::Scale { min: a, max: b }, Kind::Scale { min: c, max: d }) => {
            a.total_cmp(c).is_eq() && b.total_cmp(d).is_eq()
        }
        (Kind::Clock, Kind::Clock)
        | (Kind::YesNo, Kind::YesNo)
        | (Kind::Text { .. }, Kind::Text { .. }) => true,
        (
            Kind::Quantity { .. }
            | Kind::Choice { .. }
            | Kind::Scale { .. }
            | Kind::Clock
            | Kind::YesNo
            | Kind::Text { .. },
            _,
        ) => false,
    }
}
