//! A page is always printed, whatever people call their trackers, units and notes.

use crate::common::{self, NOON, draft, n, session};
use commands::trackers::transfer::import_tracker;
use commands::visit::{export, page, prepare};
use domain::Draft;

/// Scripts and signs that people use, one sample each.
const SAMPLES: &[&str] = &[
    "Ñandú",
    "Łódź",
    "Straße",
    "İstanbul",
    "Đà Nẵng",
    "Ελληνικά",
    "Кириллица",
    "Українська",
    "Հայերեն",
    "ქართული",
    "עברית",
    "العربية",
    "فارسی",
    "اردو",
    "हिन्दी",
    "বাংলা",
    "ਪੰਜਾਬੀ",
    "ગુજરાતી",
    "தமிழ்",
    "తెలుగు",
    "ಕನ್ನಡ",
    "മലയാളം",
    "සිංහල",
    "ไทย",
    "ລາວ",
    "ខ្មែរ",
    "မြန်မာ",
    "བོད་ཡིག",
    "አማርኛ",
    "ᏣᎳᎩ",
    "中文",
    "日本語",
    "ひらがな",
    "한국어",
    "粵語",
    "💊 😀",
    "👩‍⚕️",
    "🇩🇪",
    "→ ← ↑ ↓",
    "≤ ≥ ≈ ≠",
    "✓ ✔ ☐",
    "µg ℃",
    "½ ¼ ²",
    "n\u{303} e\u{301}",
    "5\u{2011}6 a\u{ad}b",
    "\u{202e}abc",
    "A\u{0}B",
    "“quoted” ‘so’",
    "#heading *b* _i_ $x$ @y <z> \\ `c`",
    "a\u{2028}b",
];

fn toml(sample: &str, nth: usize) -> String {
    let text = serde_json::to_string(sample).unwrap();
    // TOML has no \u0000, and the builder refuses it as well.
    let text = text.replace("\\u0000", "");
    format!(
        "key = \"own-{nth}\"\ncovers = \"day\"\norder = {}\nlicence = \"own\"\n[labels.en]\ntitle = {text}\nline = \"{{dose}}\"\n\
         dose = {text}\n\"unit.u\" = {text}\n[[field]]\nkey = \"dose\"\ntype = \"quantity\"\nunit = \"u\"\nmax = 10\n\
         [[chart]]\nof = \"dose\"\nmark = \"bars\"\n",
        60 + nth
    )
}

#[test]
fn page_is_printed_in_every_script() {
    for (nth, sample) in SAMPLES.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let mut open = session(&folder.path().join("journal"), NOON);
        let imported = import_tracker(&mut open, "own.toml".into(), toml(sample, nth));
        imported.unwrap_or_else(|e| panic!("{sample}: {e:?}"));
        let entry = Draft {
            note: (*sample).into(),
            ..draft(&format!("own-{nth}"), "2026-11-23", &[("dose", n(3.0))])
        };
        common::record(&mut open, &entry).unwrap();
        let mut visit = prepare::next(&open).unwrap();
        visit.points = vec![(*sample).into()];
        visit.notes = open
            .journal()
            .all_entries()
            .unwrap()
            .into_iter()
            .map(|e| e.uid)
            .collect();
        let page = page::page(&open, &visit).unwrap();
        let pdf = export::page_as_pdf(&open, page);
        let pdf = pdf.unwrap_or_else(|e| panic!("{sample}: {e:?}"));
        assert!(pdf.starts_with(b"%PDF"), "{sample}");
    }
}
