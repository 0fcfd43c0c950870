//! Preferences of the user: which exist, their values and defaults.
//!
//! Stored by key and text. An unknown stored value counts as the default, so that a journal of a
//! newer version stays readable.

mod choices;
mod support;
mod trend_view;

pub use choices::{ClockStyle, LockAfter, PageLength, TextSize, Theme};
pub use support::SupportWhileLocked;
pub use trend_view::TrendView;

/// Starts of the patient's day that can be chosen, in minutes after midnight.
pub const DAY_STARTS: &[u32] = &[0, 60, 120, 180, 240, 300, 360, 420, 480, 720];

/// The language setting that follows the computer.
pub const SYSTEM_LANGUAGE: &str = "system";

/// One preference with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preference {
    /// Country as two letters (ISO 3166); empty for one that is not listed.
    Country(String),
    /// Language tag; `None` follows the computer.
    Language(Option<String>),
    /// Colours.
    Theme(Theme),
    /// Page length.
    PageLength(PageLength),
    /// Text size.
    TextSize(TextSize),
    /// How times are written.
    ClockStyle(ClockStyle),
    /// Whether a low answer shortens the page.
    ShortenOnLowDays(bool),
    /// When an idle journal is closed.
    LockAfter(LockAfter),
    /// Whether patterns include entries recorded late.
    LateInPatterns(bool),
    /// Whether figures and charts are kept for the page of a visit alone.
    HideNumbers(bool),
    /// Keys of patterns that the user hid.
    HiddenPatterns(Vec<String>),
    /// Saved views of Trends.
    TrendViews(Vec<TrendView>),
    /// What Support now shows while the journal is locked.
    SupportWhileLocked(SupportWhileLocked),
    /// When the patient's day starts, in minutes after midnight.
    DayStart(u32),
    /// Whether onboarding is complete.
    Onboarded,
}

impl Preference {
    /// Parses a stored key and value. `None` if there is no such preference or value.
    pub fn parse(key: &str, value: &str) -> Option<Self> {
        Some(match key {
            "country" => Self::Country(country_code(value)?),
            "language" if value == SYSTEM_LANGUAGE => Self::Language(None),
            "language" => Self::Language(Some(value.to_owned())),
            "theme" => Self::Theme(Theme::from_key(value)?),
            "length" => Self::PageLength(PageLength::from_key(value)?),
            "text" => Self::TextSize(TextSize::from_key(value)?),
            "clock" => Self::ClockStyle(ClockStyle::from_key(value)?),
            "shorten" => Self::ShortenOnLowDays(yes_no(value)?),
            "lock-after" => Self::LockAfter(LockAfter::from_key(value)?),
            "late-in-patterns" => Self::LateInPatterns(yes_no(value)?),
            "hide-numbers" => Self::HideNumbers(yes_no(value)?),
            "hidden-patterns" => Self::HiddenPatterns(keys(value)?),
            "trend-views" => Self::TrendViews(TrendView::all_from_stored(value)?),
            "support-while-locked" => {
                Self::SupportWhileLocked(SupportWhileLocked::from_stored(value)?)
            }
            "day-starts" => Self::DayStart(day_start(value)?),
            "begun" if value == "yes" => Self::Onboarded,
            _ => return None,
        })
    }

    /// Returns the stored key and value.
    pub fn stored(&self) -> (&'static str, String) {
        let yes_no = |value: &bool| if *value { "yes" } else { "no" }.to_owned();
        match self {
            Self::Country(code) => ("country", code.clone()),
            Self::Language(tag) => {
                let tag = tag.as_deref().unwrap_or(SYSTEM_LANGUAGE);
                ("language", tag.to_owned())
            }
            Self::Theme(theme) => ("theme", theme.key().to_owned()),
            Self::PageLength(length) => ("length", length.key().to_owned()),
            Self::TextSize(size) => ("text", size.key().to_owned()),
            Self::ClockStyle(style) => ("clock", style.key().to_owned()),
            Self::ShortenOnLowDays(on) => ("shorten", yes_no(on)),
            Self::LockAfter(time) => ("lock-after", time.key().to_owned()),
            Self::LateInPatterns(on) => ("late-in-patterns", yes_no(on)),
            Self::HideNumbers(on) => ("hide-numbers", yes_no(on)),
            Self::HiddenPatterns(keys) => ("hidden-patterns", keys.join(",")),
            Self::TrendViews(views) => ("trend-views", TrendView::stored(views)),
            Self::SupportWhileLocked(pieces) => ("support-while-locked", pieces.stored()),
            Self::DayStart(minutes) => ("day-starts", minutes.to_string()),
            Self::Onboarded => ("begun", "yes".to_owned()),
        }
    }
}

fn yes_no(value: &str) -> Option<bool> {
    [("yes", true), ("no", false)]
        .iter()
        .find(|(text, _)| *text == value)
        .map(|(_, on)| *on)
}

/// Parses keys of patterns: small letters, digits and hyphens, with commas between.
fn keys(value: &str) -> Option<Vec<String>> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let keys = value.split(',').filter(|key| !key.is_empty());
    let keys: Vec<String> = keys.map(str::to_owned).collect();
    keys.iter()
        .all(|key| key.chars().all(plain))
        .then_some(keys)
}

fn day_start(value: &str) -> Option<u32> {
    value
        .parse()
        .ok()
        .filter(|minutes| DAY_STARTS.contains(minutes))
}

/// Accepts two letters as in ISO 3166, or an empty text for a country that is not listed.
fn country_code(text: &str) -> Option<String> {
    let fits = text.is_empty() || (text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()));
    fits.then(|| text.to_owned())
}

/// All preferences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// Country as two letters; `None` if none was chosen.
    pub country: Option<String>,
    /// Language tag; `None` follows the computer.
    pub language: Option<String>,
    /// Colours.
    pub theme: Theme,
    /// Page length.
    pub page_length: PageLength,
    /// Text size.
    pub text_size: TextSize,
    /// How times are written.
    pub clock_style: ClockStyle,
    /// Whether a low answer shortens the page.
    pub shorten_on_low_days: bool,
    /// When an idle journal is closed; `None` if never chosen.
    pub lock_after: Option<LockAfter>,
    /// Whether patterns include entries recorded late.
    pub late_in_patterns: bool,
    /// Whether figures and charts are kept for the page of a visit alone.
    pub hide_numbers: bool,
    /// Keys of patterns that the user hid.
    pub hidden_patterns: Vec<String>,
    /// Saved views of Trends.
    pub trend_views: Vec<TrendView>,
    /// What Support now shows while the journal is locked.
    pub support_while_locked: SupportWhileLocked,
    /// When the patient's day starts, in minutes after midnight.
    pub day_start: u32,
    /// Whether onboarding is complete.
    pub onboarded: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            country: None,
            language: None,
            theme: Theme::default(),
            page_length: PageLength::default(),
            text_size: TextSize::default(),
            clock_style: ClockStyle::default(),
            shorten_on_low_days: true,
            lock_after: None,
            late_in_patterns: false,
            hide_numbers: false,
            hidden_patterns: Vec::new(),
            trend_views: Vec::new(),
            support_while_locked: SupportWhileLocked::default(),
            day_start: crate::time::DEFAULT_DAY_START,
            onboarded: false,
        }
    }
}

impl Preferences {
    /// Reads stored preferences. Unknown keys and values are ignored.
    pub fn from_stored<'a>(stored: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut preferences = Self::default();
        let known = stored.into_iter();
        for preference in known.filter_map(|(key, value)| Preference::parse(key, value)) {
            preferences.set(preference);
        }
        preferences
    }

    fn set(&mut self, preference: Preference) {
        match preference {
            Preference::Country(code) => self.country = Some(code),
            Preference::Language(tag) => self.language = tag,
            Preference::Theme(theme) => self.theme = theme,
            Preference::PageLength(length) => self.page_length = length,
            Preference::TextSize(size) => self.text_size = size,
            Preference::ClockStyle(style) => self.clock_style = style,
            Preference::ShortenOnLowDays(on) => self.shorten_on_low_days = on,
            Preference::LockAfter(time) => self.lock_after = Some(time),
            Preference::LateInPatterns(on) => self.late_in_patterns = on,
            Preference::HideNumbers(on) => self.hide_numbers = on,
            Preference::HiddenPatterns(keys) => self.hidden_patterns = keys,
            Preference::TrendViews(views) => self.trend_views = views,
            Preference::SupportWhileLocked(pieces) => self.support_while_locked = pieces,
            Preference::DayStart(minutes) => self.day_start = minutes,
            Preference::Onboarded => self.onboarded = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_preference_parses_to_itself() {
        let pairs = [
            ("country", "GB"),
            ("trend-views", "90\tall\tmood mood,sleep asleep\tNights"),
            ("language", "system"),
            ("language", "es"),
            ("theme", "dark"),
            ("length", "everything"),
            ("text", "150"),
            ("clock", "12"),
            ("shorten", "no"),
            ("lock-after", "never"),
            ("late-in-patterns", "yes"),
            ("hide-numbers", "yes"),
            ("support-while-locked", "plan lines"),
            ("day-starts", "300"),
            ("begun", "yes"),
        ];
        for (key, value) in pairs {
            let stored = Preference::parse(key, value).map(|preference| preference.stored());
            assert_eq!(stored, Some((key, value.to_owned())));
        }
    }

    #[test]
    fn unknown_value_is_rejected_and_reads_as_default() {
        for (key, value) in [
            ("theme", "pink"),
            ("day-starts", "7"),
            ("country", "gb"),
            ("x", "y"),
        ] {
            assert_eq!(Preference::parse(key, value), None, "{key} {value}");
            assert_eq!(
                Preferences::from_stored([(key, value)]),
                Preferences::default()
            );
        }
    }
}
