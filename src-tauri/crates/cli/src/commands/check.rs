//! Integrity check of the journal.

use crate::output::print_line;
use ::commands::{Result, Session, msg};
use serde_json::json;

pub fn check(session: &Session, json: bool) -> Result<()> {
    let findings = session
        .journal()
        .check(session.definitions().all(), commands::clock::zones())?;
    let entries = session.journal().all_entries()?.len();
    if json {
        let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
        return print_line(&json!({"entries": entries, "findings": found}).to_string());
    }
    if findings.is_empty() {
        return print_line(
            &session
                .locale()
                .format(msg::CHECK_FINE, &[("count", entries.to_string().into())]),
        );
    }
    print_line(
        &session
            .locale()
            .format(msg::CHECK_FOUND, &[("count", findings.len().into())]),
    )?;
    findings
        .iter()
        .try_for_each(|finding| print_line(&format!("  {finding}")))
}
