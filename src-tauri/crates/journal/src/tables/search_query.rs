//! What a typed search asks of the index.
//!
//! The index knows words of alphabets, without accents. Letters that are no accented form of another
//! (ł, ø, ß) are found through the list of indexed words. Scripts without spaces between words, and
//! signs such as emoji, are looked for in the text itself.

use crate::Result;
use rusqlite::Connection;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Maximum number of words of a search.
const MAX_WORDS: usize = 12;

/// Maximum number of indexed words that stand for one typed word.
const MAX_SPELLINGS: usize = 200;

/// A search, ready for SQL.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SearchQuery {
    /// Query of the index; empty if there is none.
    pub(super) indexed: String,
    /// Texts that must occur as they are.
    pub(super) literal: Vec<String>,
}

impl SearchQuery {
    /// Reads what was typed. `None` if there is nothing to look for.
    pub(super) fn new(db: &Connection, typed: &str) -> Result<Option<Self>> {
        let words: Vec<&str> = typed.split_whitespace().take(MAX_WORDS).collect();
        let (plain, literal): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|w| is_plain(w));
        let mut groups = Vec::new();
        for word in plain {
            for token in word.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)) {
                if !token.is_empty() {
                    groups.push(spellings(db, token)?);
                }
            }
        }
        let query = Self {
            indexed: groups.join(" AND "),
            literal: literal.into_iter().map(str::to_owned).collect(),
        };
        Ok((!query.indexed.is_empty() || !query.literal.is_empty()).then_some(query))
    }
}

/// Returns whether a word is written in letters that the index splits and folds well. Punctuation
/// alone is ignored like a space.
fn is_plain(word: &str) -> bool {
    word.nfkd().all(|c| {
        let alphabet = matches!(c, '\u{0}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}');
        alphabet || matches!(c, '\u{2010}'..='\u{2027}')
    })
}

/// Returns the query for one word: itself as a prefix, or an indexed word that is spelled with other
/// letters.
fn spellings(db: &Connection, token: &str) -> Result<String> {
    let folded = fold(token);
    prepare_words(db)?;
    let mut statement = db.prepare_cached("select term from temp.entry_word")?;
    let mut rows = statement.query([])?;
    let mut all = vec![format!("\"{token}\"*")];
    while let Some(row) = rows.next()? {
        let term: String = row.get(0)?;
        if term.chars().any(|c| replacement(c).is_some()) && fold(&term).starts_with(&folded) {
            all.push(format!("\"{term}\""));
        }
        if all.len() > MAX_SPELLINGS {
            break;
        }
    }
    if folded != token.to_lowercase() {
        all.push(format!("\"{folded}\"*"));
    }
    Ok(format!("({})", all.join(" OR ")))
}

/// Makes the list of indexed words available to the connection.
pub(crate) fn prepare_words(db: &Connection) -> Result<()> {
    let sql =
        "create virtual table if not exists temp.entry_word using fts5vocab(main, entry_fts, row)";
    // Only the first call changes the schema; a read-only connection has made it on opening.
    let exists: bool = db
        .prepare_cached(
            "select exists (select 1 from temp.sqlite_schema where name = 'entry_word')",
        )?
        .query_row([], |row| row.get(0))?;
    if !exists {
        db.execute_batch(sql)?;
    }
    Ok(())
}

/// Folds a word: lower case, no accents, and letters of their own as people write them without.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match replacement(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}

/// Returns how a letter of its own is written without it.
fn replacement(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ŋ' => "n",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_fold_as_people_write_them() {
        for (word, folded) in [
            ("Łódź", "lodz"),
            ("groß", "gross"),
            ("Ærø", "aero"),
            ("ÉTÉ", "ete"),
        ] {
            assert_eq!(fold(word), folded);
        }
    }

    #[test]
    fn scripts_without_spaces_are_not_plain() {
        for (word, plain) in [
            ("river", true),
            ("3:30", true),
            ("настроение", true),
            ("眠れ", false),
            ("🙂", false),
        ] {
            assert_eq!(is_plain(word), plain, "{word}");
        }
    }
}
