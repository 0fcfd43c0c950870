//! The checklist of side effects, in our own words, by group.

use crate::session::Session;
use domain::treatment::SideEffect;
use serde::{Deserialize, Serialize};

const ITEMS: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../assets/side-effects/items.csv"
));

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EffectItem {
    /// Its key.
    pub key: String,
    /// Its words.
    pub title: String,
}

/// A group of items.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EffectGroup {
    /// Its title.
    pub title: String,
    /// Whether it is folded until it is asked for.
    pub intimate: bool,
    /// Its items.
    pub items: Vec<EffectItem>,
}

/// A line of the checklist.
pub(super) struct Item {
    pub(super) key: &'static str,
    group: &'static str,
    pub(super) private: bool,
}

/// Returns the checklist.
pub(super) fn items() -> impl Iterator<Item = Item> {
    ITEMS.lines().skip(1).filter_map(|line| {
        let mut columns = line.split(',');
        Some(Item {
            key: columns.next()?,
            group: columns.next()?,
            private: columns.next()? == "yes",
        })
    })
}

/// Returns the items by group, without those that are kept.
pub(super) fn groups(session: &Session, kept: &[&str]) -> Vec<EffectGroup> {
    let mut groups: Vec<(&str, EffectGroup)> = Vec::new();
    for item in items().filter(|item| !kept.contains(&item.key)) {
        let shown = EffectItem {
            key: item.key.to_owned(),
            title: session.locale().text(&format!("effect-{}", item.key)),
        };
        if let Some((_, group)) = groups.iter_mut().find(|(key, _)| *key == item.group) {
            group.items.push(shown);
            continue;
        }
        let group = EffectGroup {
            title: session
                .locale()
                .text(&format!("effect-group-{}", item.group)),
            intimate: item.group == "intimate",
            items: vec![shown],
        };
        groups.push((item.group, group));
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Returns whether an effect is in the person's own words.
pub(crate) fn is_own(effect: &SideEffect) -> bool {
    !effect.words.is_empty()
}

/// Returns the name of an effect.
pub(crate) fn title(session: &Session, effect: &SideEffect) -> String {
    if effect.words.is_empty() {
        session.locale().text(&format!("effect-{}", effect.item))
    } else {
        effect.words.clone()
    }
}
