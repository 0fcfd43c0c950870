//! Events that benchmarks and tests read from standard output.

use std::io::Write as _;

/// Prints an event to standard output if `DAYMARK_PRINT_EVENTS` is set (benchmarks and tests).
pub fn print_event(name: &str) {
    if std::env::var_os("DAYMARK_PRINT_EVENTS").is_some() {
        println!("{name}");
        let _ = std::io::stdout().flush();
    }
}
