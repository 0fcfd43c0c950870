//! Saved views of Trends.

use serde::{Deserialize, Serialize};

/// A view of Trends under a name: which measures over which span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrendView {
    /// Its name.
    pub name: String,
    /// The span.
    pub span: String,
    /// Whether optional measures are among those to choose from.
    pub everything: bool,
    /// The measures that are drawn, as "tracker measure".
    pub measures: Vec<String>,
}

impl TrendView {
    /// Maximum number of saved views.
    pub const MAX: usize = 12;

    /// Maximum length of a name, in characters.
    pub const MAX_NAME_LEN: usize = 40;

    /// Reads stored views, a line each: span, whether everything, measures, name, with tabs between. `None`
    /// if a line can't be read.
    pub(super) fn all_from_stored(stored: &str) -> Option<Vec<Self>> {
        stored.lines().map(Self::from_line).collect()
    }

    fn from_line(line: &str) -> Option<Self> {
        let mut parts = line.splitn(4, '\t');
        let (span, everything) = (parts.next()?, parts.next()?);
        let measures = parts.next()?.split(',').filter(|key| !key.is_empty());
        Some(Self {
            span: span.to_owned(),
            everything: everything == "all",
            measures: measures.map(str::to_owned).collect(),
            name: parts.next()?.to_owned(),
        })
    }

    /// Returns the text that is stored.
    pub(super) fn stored(views: &[Self]) -> String {
        let plain = |text: &str| text.replace(|c: char| c.is_control(), " ");
        let line = |view: &Self| {
            let measures: Vec<String> = view.measures.iter().map(|m| m.replace(',', " ")).collect();
            let everything = if view.everything { "all" } else { "usual" };
            let measures = plain(&measures.join(","));
            let (span, name) = (plain(&view.span), plain(&view.name));
            format!("{span}\t{everything}\t{measures}\t{name}")
        };
        views.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_views_are_read_back() {
        let views = [
            TrendView {
                name: "Nights, moods".into(),
                span: "90".into(),
                everything: false,
                measures: vec!["mood mood".into(), "sleep asleep".into()],
            },
            TrendView {
                name: "tab\tand line\n".into(),
                span: "2026-10-01..2026-11-15".into(),
                everything: true,
                measures: Vec::new(),
            },
        ];
        let read = TrendView::all_from_stored(&TrendView::stored(&views)).unwrap();
        assert_eq!(read[0], views[0]);
        assert_eq!((read[1].name.as_str(), read.len()), ("tab and line ", 2));
        assert_eq!(TrendView::all_from_stored(""), Some(Vec::new()));
        assert_eq!(TrendView::all_from_stored("90"), None);
    }
}
