//! The recovery code printed on a recovery sheet.
//!
//! The code is 160 random bits, written as eight groups of four symbols plus a check symbol. The
//! check symbol detects a typo and shows its group. Letters that look like digits are read as
//! digits.

use zeroize::Zeroizing;

/// Crockford's Base32 alphabet: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const GROUPS: usize = 8;

/// A recovery code of 160 random bits.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<[u8; 20]>);

/// Why a typed code is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// The code has this many symbols instead of forty.
    Length(usize),
    /// This group, counted from 1, has a typo.
    Group(usize),
}

impl RecoveryCode {
    /// Creates a code from random bits.
    pub fn new(random: [u8; 20]) -> Self {
        Self(Zeroizing::new(random))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_ref()
    }

    /// Returns the groups of the code as printed.
    pub fn groups(&self) -> Vec<String> {
        let values = self.values();
        values
            .chunks(4)
            .enumerate()
            .map(|(index, group)| {
                let all = group.iter().copied().chain([check_symbol(index, group)]);
                all.map(letter).collect()
            })
            .collect()
    }

    /// Parses a typed code. Ignores case, whitespace, dashes, full stops and commas.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let values: Vec<Option<u8>> = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.' | ','))
            .map(value)
            .collect();
        if values.len() != GROUPS * 5 {
            return Err(CodeError::Length(values.len()));
        }
        let mut bits = Zeroizing::new([0u8; 20]);
        for (index, group) in values.chunks(5).enumerate() {
            let symbols: Option<Vec<u8>> = group.iter().copied().collect();
            let Some(symbols) = symbols
                .filter(|g| g.get(..4).map(|four| check_symbol(index, four)) == g.get(4).copied())
            else {
                return Err(CodeError::Group(index + 1));
            };
            for (at, symbol) in symbols.iter().take(4).enumerate() {
                set_bits(&mut bits, (index * 4 + at) * 5, *symbol);
            }
        }
        Ok(Self(bits))
    }

    /// Returns the 160 bits as 5-bit values.
    fn values(&self) -> Vec<u8> {
        (0..GROUPS * 4)
            .map(|index| {
                (0..5).fold(0, |value, bit| {
                    let at = index * 5 + bit;
                    let byte = self.0.get(at / 8).copied().unwrap_or(0);
                    value << 1 | (byte >> (7 - at % 8) & 1)
                })
            })
            .collect()
    }
}

fn set_bits(bits: &mut [u8; 20], from: usize, symbol: u8) {
    for bit in 0..5 {
        let at = from + bit;
        if let Some(byte) = bits.get_mut(at / 8) {
            *byte |= (symbol >> (4 - bit) & 1) << (7 - at % 8);
        }
    }
}

fn letter(value: u8) -> char {
    ALPHABET
        .get(usize::from(value))
        .map_or('0', |l| char::from(*l))
}

fn value(text: char) -> Option<u8> {
    let canonical = match text.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|l| char::from(*l) == canonical)
        .and_then(|at| u8::try_from(at).ok())
}

/// Returns the check symbol of a group. Each position has its own weight in GF(32). This detects
/// every single wrong symbol, every swap of two symbols and every swap of two groups.
fn check_symbol(index: usize, group: &[u8]) -> u8 {
    let position = (index + 1) as u8;
    let weighted = group
        .iter()
        .zip(2u8..)
        .map(|(v, weight)| gf32_mul(*v, weight));
    weighted.fold(gf32_mul(position, 7), |sum, v| sum ^ v)
}

/// Multiplies in GF(32), with the polynomial x⁵ + x² + 1.
fn gf32_mul(a: u8, b: u8) -> u8 {
    let mut product = 0;
    let mut shifted = a;
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= shifted;
        }
        shifted = if shifted & 16 == 0 {
            shifted << 1
        } else {
            shifted << 1 ^ 0x25
        };
    }
    product & 31
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> RecoveryCode {
        RecoveryCode::new(std::array::from_fn(|i| (i as u8).wrapping_mul(37) ^ 0x5a))
    }

    #[test]
    fn printed_code_parses_in_any_spelling() {
        let printed = code().groups();
        assert_eq!(printed.len(), 8, "eight groups");
        assert!(printed.iter().all(|g| g.len() == 5), "of five");
        for text in [
            printed.join(" "),
            printed.join("-").to_lowercase(),
            printed.concat(),
        ] {
            let parse = RecoveryCode::parse(&text).map(|c| c.bytes().to_vec());
            assert_eq!(parse, Ok(code().bytes().to_vec()), "{text}");
        }
        let looks_alike = printed.join(" ").replace('0', "o").replace('1', "l");
        assert!(
            RecoveryCode::parse(&looks_alike).is_ok(),
            "letters that look like digits"
        );
    }

    #[test]
    fn typo_or_swap_is_reported_with_its_group() {
        let printed: Vec<char> = code().groups().concat().chars().collect();
        for at in 0..printed.len() {
            for letter_typed in ALPHABET
                .iter()
                .map(|l| char::from(*l))
                .filter(|l| *l != printed[at])
            {
                let mut text = printed.clone();
                text[at] = letter_typed;
                let error = RecoveryCode::parse(&text.iter().collect::<String>()).err();
                assert_eq!(
                    error,
                    Some(CodeError::Group(at / 5 + 1)),
                    "{letter_typed} at {at}"
                );
            }
            if at % 5 < 4 && printed[at] != printed[at + 1] {
                let mut text = printed.clone();
                text.swap(at, at + 1);
                let error = RecoveryCode::parse(&text.iter().collect::<String>()).err();
                assert_eq!(error, Some(CodeError::Group(at / 5 + 1)), "{at} exchanged");
            }
        }
        let mut groups = code().groups();
        groups.swap(2, 5);
        assert_eq!(
            RecoveryCode::parse(&groups.concat()).err(),
            Some(CodeError::Group(3)),
            "groups exchanged"
        );
        groups.pop();
        assert_eq!(
            RecoveryCode::parse(&groups.concat()).err(),
            Some(CodeError::Length(35)),
            "one left out"
        );
    }
}
