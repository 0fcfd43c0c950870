//! Preferences with a fixed set of values.

use serde::{Deserialize, Serialize};

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $key)] $variant,)*
        }

        impl $name {
            /// All values, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the stored text.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }

            /// Parses the stored text.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.key() == key)
            }
        }
    };
}

choice! {
    /// Colours of the window.
    Theme {
        /// As the computer.
        #[default]
        System = "system",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

choice! {
    /// How much the page of a day asks.
    PageLength {
        /// The first question only.
        Short = "short",
        /// The usual fields of each tracker.
        #[default]
        Usual = "usual",
        /// Every field.
        Everything = "everything",
    }
}

choice! {
    /// Text size, in percent.
    TextSize {
        /// 100 %.
        #[default]
        Percent100 = "100",
        /// 125 %.
        Percent125 = "125",
        /// 150 %.
        Percent150 = "150",
        /// 200 %.
        Percent200 = "200",
    }
}

choice! {
    /// How a time of day is written.
    ClockStyle {
        /// 23:10.
        #[default]
        Hours24 = "24",
        /// 11:10 pm.
        Hours12 = "12",
    }
}

choice! {
    /// Minutes without input after which the journal is closed.
    LockAfter {
        /// One minute.
        Minutes1 = "1",
        /// Five minutes.
        Minutes5 = "5",
        /// Ten minutes.
        #[default]
        Minutes10 = "10",
        /// Thirty minutes.
        Minutes30 = "30",
        /// Never.
        Never = "never",
    }
}
