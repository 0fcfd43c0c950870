//! Write benchmarks: durable saves, compared with a bare SQLCipher commit.

use crate::{Line, YEARS, copied, median, open, timed};
use commands::entries::record;
use domain::{Answer, Draft};
use std::path::{Path, PathBuf};

/// Returns an entry of typical size.
pub fn a_walk() -> Draft {
    Draft {
        tracker: "exercise".into(),
        day: "2026-11-22".into(),
        values: [
            ("kind", Answer::Text("walk".into())),
            ("minutes", Answer::Number(25.0)),
            ("effort", Answer::Text("light".into())),
        ]
        .map(|(k, v)| (k.to_owned(), v))
        .into(),
        ..Draft::default()
    }
}

/// Returns the median time, in milliseconds, of a bare SQLCipher commit. The row is as large as an
/// entry; disk and settings are the same as the journal's.
fn bare_commit(place: &Path) -> f64 {
    let file = place.join("bare.db");
    let _ = std::fs::remove_file(&file);
    let db = rusqlite::Connection::open(&file).unwrap();
    db.execute_batch(&format!("pragma key = \"x'{}'\"; pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full; create table row (id integer primary key, text text)", "07".repeat(48))).unwrap();
    let text = "x".repeat(1200);
    let mut all = Vec::new();
    for _ in 0..400 {
        all.push(timed(|| {
            db.prepare_cached("insert into row (text) values (?1)")
                .unwrap()
                .execute([&text])
                .unwrap();
        }));
    }
    median(all)
}

pub fn saves(place: &Path, journals: &[PathBuf], lines: &mut Vec<Line>) {
    let draft = a_walk();
    for (journal, years) in journals.iter().zip(YEARS) {
        let mut session = open(&copied(place, "saving", journal));
        let mut all = Vec::new();
        let bare = bare_commit(place);
        for _ in 0..400 {
            all.push(timed(|| {
                record::record_entry(&mut session, draft.clone(), None).unwrap();
            }));
        }
        session.close().unwrap();
        let limit = f64::midpoint(bare, bare_commit(place));
        lines.push(Line {
            name: format!("durable save with {years} years, to a bare commit"),
            figure: median(all),
            unit: "ms",
            limit,
            // One year of entries leaves the smaller tables in fewer pages, and more of a commit is fixed.
            target: if years < 50 { 1.4 } else { 1.3 },
        });
    }
}
