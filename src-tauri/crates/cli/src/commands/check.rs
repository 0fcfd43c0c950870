//! Integrity check of the journal.

use crate::output::print_line;
use ::commands::entries::contradictions;
use ::commands::{Result, Session, clock, msg};
use serde_json::json;

pub fn check(session: &Session, json: bool) -> Result<()> {
    let definitions = session.definitions().all();
    let issues = session.journal().check(definitions, clock::zones())?;
    let contradictions = contradictions::contradictions(session)?;
    let wrong = contradictions.iter().map(|found| found.text.clone());
    let findings: Vec<String> = issues
        .iter()
        .map(ToString::to_string)
        .chain(wrong)
        .collect();
    let entries = session.journal().all_entries()?.len();
    if json {
        let line =
            json!({"entries": entries, "findings": findings, "contradictions": contradictions});
        return print_line(&line.to_string());
    }
    let locale = session.locale();
    if findings.is_empty() {
        let count = [("count", entries.to_string().into())];
        return print_line(&locale.format(msg::CHECK_FINE, &count));
    }
    print_line(&locale.format(msg::CHECK_FOUND, &[("count", findings.len().into())]))?;
    for finding in &findings {
        print_line(&format!("  {finding}"))?;
    }
    if contradictions.is_empty() {
        return Ok(());
    }
    print_line(&locale.text(msg::CHECK_MEND))
}
