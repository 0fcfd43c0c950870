//! Reader for entry files: TOML or JSON, one draft or a list.
//!
//! Unknown keys are errors. A whole file is recorded as one change.

use crate::unique_keys::UniqueKeys;
use ::commands::{Error, Result};
use domain::Draft;
use serde::Deserialize;
use std::io::Read as _;
use std::path::Path;

/// Contents of an entry file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entries {
    /// Default time zone of entries without one.
    #[serde(default)]
    pub zone: Option<String>,
    /// For demo data: each entry counts as recorded on the evening of its day.
    #[serde(default)]
    pub written_each_evening: bool,
    /// The entries.
    pub entry: Vec<Draft>,
}

/// Maximum file size, in bytes.
const MAX_LEN: u64 = 50 * 1024 * 1024;

/// Reads a file of entries; `-` is standard input.
pub fn read(path: &Path) -> Result<Entries> {
    let file = path.display().to_string();
    let refused = |why: String| Error::Text {
        file: file.clone(),
        why,
    };
    let mut text = String::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().take(MAX_LEN + 1).read_to_string(&mut text)
    } else {
        std::fs::File::open(path).and_then(|f| f.take(MAX_LEN + 1).read_to_string(&mut text))
    };
    let length = read.map_err(|e| refused(e.to_string()))?;
    if length as u64 > MAX_LEN {
        return Err(refused(format!("longer than {} MB", MAX_LEN / 1024 / 1024)));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if text.trim_start().starts_with(['{', '[']) && !text.trim_start().starts_with("[[") {
        return from_json(text).map_err(|e| refused(e.to_string()));
    }
    from_toml(text).map_err(|e| refused(e.to_string().trim().replace('\n', " ")))
}

fn from_json(text: &str) -> serde_json::Result<Entries> {
    serde_json::from_str::<UniqueKeys>(text)?;
    let mut value: serde_json::Value = serde_json::from_str(text)?;
    nulls_to_empty(&mut value);
    if value.is_array() {
        return Ok(Entries {
            zone: None,
            written_each_evening: false,
            entry: serde_json::from_value(value)?,
        });
    }
    if value.get("tracker").is_some() {
        let entry = vec![serde_json::from_value(value)?];
        return Ok(Entries {
            zone: None,
            written_each_evening: false,
            entry,
        });
    }
    serde_json::from_value(value)
}

/// Turns null answers into empty texts, which say that there is no answer.
fn nulls_to_empty(value: &mut serde_json::Value) {
    if let Some(entries) = value.as_array_mut() {
        entries.iter_mut().for_each(nulls_to_empty);
    } else if let Some(entries) = value.get_mut("entry") {
        nulls_to_empty(entries);
    } else if let Some(answers) = value.get_mut("values").and_then(|v| v.as_object_mut()) {
        for answer in answers.values_mut().filter(|answer| answer.is_null()) {
            *answer = serde_json::Value::String(String::new());
        }
    }
}

fn from_toml(text: &str) -> Result<Entries, toml::de::Error> {
    let table: toml::Table = toml::from_str(text)?;
    if table.contains_key("tracker") {
        return Ok(Entries {
            zone: None,
            written_each_evening: false,
            entry: vec![toml::from_str(text)?],
        });
    }
    toml::from_str(text)
}
