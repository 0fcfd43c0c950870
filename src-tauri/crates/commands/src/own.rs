//! Trackers of the person's own: built in the window, handed over as a file, brought in from one.
//!
//! Owns the way between what the builder asks and the TOML of a definition. The text is read back by the same strict
//! reader as every other definition; nothing is kept that it refuses.

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

/// A tracker as the builder asks for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Own {
    /// Its key once it is kept; empty while it is new.
    pub key: String,
    /// Its name.
    pub title: String,
    /// What one entry covers.
    pub covers: Covers,
    /// Left out of every page and copy unless ticked.
    pub private: bool,
    /// What it asks.
    pub fields: Vec<OwnField>,
}

/// A question of the person's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnField {
    /// Its key once it is kept; empty while it is new.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What stands below it, if anything.
    pub hint: String,
    /// How it is answered: `scale`, `quantity`, `choice`, `clock`, `yes-no` or `text`.
    pub kind: String,
    /// The unit of an amount.
    pub unit: String,
    /// Lowest answer of a scale or amount.
    pub min: f64,
    /// Highest answer of a scale or amount.
    pub max: f64,
    /// The words at the lower end of a scale.
    pub low: String,
    /// The words at the upper end of a scale.
    pub high: String,
    /// The words in the middle of a scale, if any.
    #[serde(default)]
    pub middle: String,
    /// What can be chosen.
    pub options: Vec<OwnOption>,
    /// Whether more than one may be chosen, or several amounts given that count together.
    pub several: bool,
    /// Which way is good.
    pub better: Better,
    /// How it is drawn; none where it is not.
    pub chart: Option<ChartMark>,
    /// What the day's value is where a day holds several entries.
    pub day: PerDay,
    /// Whether it is asked only when the person asks for everything.
    pub extra: bool,
}

/// An option of the person's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnOption {
    /// Its key once it is kept; empty while it is new.
    pub key: String,
    /// Its word.
    pub name: String,
    /// What it counts for in charts, if it counts.
    pub score: Option<f64>,
}

/// Most fields and options the builder makes: more is not answered on a bad day.
const MOST: usize = 40;

/// The tracker as it would be, to be looked at; nothing is kept.
pub fn preview_tracker(session: &Session, own: &Own) -> Outcome<TrackerShown> {
    let (_, definition) = written(session, own)?;
    Ok(show(session, &definition, &unsaid(&definition)))
}

/// Keeps a tracker of the person's own: a new one, or the changed text of one that is there.
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
    // The name that stands in the builder is the one that is meant, whatever the list called it.
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
        // What was answered adds up to what the definition says now.
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

/// The form of what is being built: a new tracker, or a change of one that is there.
fn form(key: &str) -> String {
    format!("builder:{key}")
}

/// Keeps what is being built as it is, right or not; on disk when this returns.
pub fn keep_built(session: &mut Session, own: &Own) -> Outcome<()> {
    let text = serde_json::to_string(own).map_err(|e| Mishap::Bug(e.to_string()))?;
    let now = session.clock().now().timestamp();
    Ok(session
        .journal_mut()
        .keep_draft(&form(&own.key), now, &text)?)
}

/// Drops what was being built; it is not wanted.
pub fn drop_built(session: &mut Session, key: &str) -> Outcome<()> {
    Ok(session.journal_mut().drop_draft(&form(key))?)
}

/// What was being built when the builder was left, if it was.
pub fn built(session: &Session, key: &str) -> Outcome<Option<Own>> {
    let drafts = session.journal().drafts()?;
    let kept = drafts.into_iter().find(|typed| typed.form == form(key));
    Ok(kept.and_then(|typed| serde_json::from_str(&typed.text).ok()))
}

/// One of the person's own trackers as the builder asks for it.
pub fn own_tracker(session: &Session, key: &str) -> Outcome<Own> {
    let definition = session.definition(key)?;
    if session.shelf().is_own(key) && buildable(definition) {
        // It is built on under the name the person knows it by.
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

/// Saves a definition as the file it is, to be handed over.
pub fn save_tracker(session: &Session, key: &str) -> Outcome<SavedTo> {
    let no_tracker = || Mishap::NoTracker(key.to_owned());
    let text = session.shelf().text(key).ok_or_else(no_tracker)?;
    let name = session
        .tongue()
        .say_with(word::FILE_TRACKER, &[("key", key.into())]);
    save_text(session, &name, text)
}

/// Brings a definition in that somebody handed over; what is there is never replaced.
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
    // What somebody hands over is asked from now on, after all that is asked already.
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

/// Whether the builder can say all that a definition says.
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

/// The definition with the builder's step of amounts, where it had the one that came before it.
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

/// The definition as the builder would write it.
fn written_back(definition: &Definition) -> Option<Definition> {
    let own = text::unbuild(definition);
    read(&definition.key, &text::build(&own, &definition.key)?).ok()
}

/// The text of what the builder asks for, and the definition the strict reader makes of it.
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

/// What is wrong with a question, told before the strict reader would: by the names of the builder.
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

/// A key made of the name that no other tracker has.
fn free_key(session: &Session, title: &str) -> String {
    let stem = format!("my-{}", text::slug(title, "tracker"));
    let free = |key: &String| session.shelf().find(key).is_none();
    let further = (2..u32::MAX).map(|n| format!("{stem}-{n}"));
    let mut keys = std::iter::once(stem.clone()).chain(further);
    keys.find(free).unwrap_or(stem)
}

/// A definition with history may gain questions and other words; what was answered keeps its meaning.
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

/// Several answers may come to be taken, and never be taken away: the second would be lost. A range may grow, and never leave
/// out what is there.
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
