//! Icons of trackers.

use serde::{Deserialize, Serialize};

/// The icon beside a tracker's name. A closed set, because the page brings its own pictures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Icon {
    /// A plain mark, for trackers without one of their own.
    #[default]
    Dot,
    /// A moon: sleep.
    Moon,
    /// Footprints: exercise.
    Footprints,
    /// Fork and knife: food.
    Utensils,
    /// Wind: calming practices.
    Wind,
    /// People.
    Users,
    /// A glass: substances.
    Glass,
    /// A list: plans.
    List,
    /// A flag: dated changes.
    Flag,
    /// A sun: daylight.
    Sun,
    /// A screen.
    Screen,
    /// Kitchen or bathroom scales.
    Scales,
    /// A drop.
    Drop,
    /// A bandage: pain.
    Bandage,
    /// A heart: gratitude, values.
    Heart,
    /// Speech: conversations and groups.
    Speech,
    /// A card: diaries of a therapy.
    Card,
}
