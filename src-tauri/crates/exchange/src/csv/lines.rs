//! Line numbers of a file.

/// Counts lines as an editor shows them. The reader's own count is one short after CRLF, because it
/// leaves the line feed to the next record.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            counted: 0,
            line: 1,
        }
    }

    /// Returns the line on which a record starts. `index` is used if the position is unknown.
    pub(super) fn of(&mut self, position: Option<&::csv::Position>, index: u64) -> u64 {
        let Some(start) = position.map(|at| at.byte() as usize) else {
            return index + 1;
        };
        let rest = self.bytes.get(start..).unwrap_or_default();
        let breaks = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        let start = start + breaks.count();
        let passed = self.bytes.get(self.counted..start).unwrap_or_default();
        // A file is read once, so a counted split is fast enough.
        self.line += passed.split(|b| *b == b'\n').skip(1).count() as u64;
        self.counted = self.counted.max(start);
        self.line
    }
}
