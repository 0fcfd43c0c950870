//! In-memory activity log for bug reports.
//!
//! Holds command names, outcomes and durations. It contains no user input and no journal data; of a
//! panic it keeps only the source location. It is never written to disk; the user may copy it by
//! hand.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Maximum number of entries.
const STEPS: usize = 200;

struct Step {
    at: Duration,
    name: &'static str,
    outcome: String,
    duration: Duration,
}

/// Ring buffer of the latest entries.
pub struct ActivityLog {
    since: Instant,
    steps: Mutex<VecDeque<Step>>,
}

impl ActivityLog {
    /// Creates an empty log.
    pub fn new() -> Self {
        Self {
            since: Instant::now(),
            steps: Mutex::new(VecDeque::with_capacity(STEPS)),
        }
    }

    /// Records an operation that started at `started` and has just ended.
    pub fn finished(&self, name: &'static str, outcome: &'static str, started: Instant) {
        self.add(name, outcome.to_owned(), started);
    }

    /// Records a panic without its message, which may quote user input.
    pub fn panicked(&self, file: &str, line: u32) {
        self.add("panic", format!("{file}, line {line}"), Instant::now());
    }

    fn add(&self, name: &'static str, outcome: String, started: Instant) {
        let mut steps = self.steps.lock().unwrap_or_else(PoisonError::into_inner);
        if steps.len() == STEPS {
            steps.pop_front();
        }
        steps.push_back(Step {
            at: started.saturating_duration_since(self.since),
            name,
            outcome,
            duration: started.elapsed(),
        });
    }

    /// Returns the log as text, oldest entry first.
    pub fn text(&self) -> String {
        let mut text = format!(
            "Daymark {} on {} {}\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH
        );
        for step in self
            .steps
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
        {
            let (at, duration) = (step.at.as_secs_f64(), step.duration.as_secs_f64() * 1000.0);
            // Writing to a `String` can't fail.
            let _ = writeln!(
                text,
                "{at:10.3} s  {}: {} ({duration:.1} ms)",
                step.name, step.outcome
            );
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{ActivityLog, STEPS};
    use std::time::Instant;

    #[test]
    fn log_keeps_only_the_latest_steps_in_order() {
        let log = ActivityLog::new();
        for _ in 0..STEPS {
            log.finished("early", "fine", Instant::now());
        }
        log.finished("save", "disk", Instant::now());
        log.panicked("state.rs", 7);
        let text = log.text();
        assert_eq!(
            text.lines().count(),
            STEPS + 1,
            "the first line says what it is of"
        );
        assert!(text.contains("save: disk ("));
        assert!(
            text.lines()
                .last()
                .unwrap()
                .contains("panic: state.rs, line 7 (")
        );
    }
}
