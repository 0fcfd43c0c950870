//! The recovery code printed on a recovery sheet.
//!
//! The code is 160 random bits, written as eight groups of four symbols plus a check symbol. The
//! check symbol detects a typo and shows its group. Letters that look like digits are read as
//! digits.

use zeroize::Zeroizing;

/// Crockford's Base32 alphabet: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const GROUPS: usize = 8;

/// A recovery code of 160 random bits.
#[derive(Clone)]
pub struct SheetCode(Zeroizing<[u8; 20]>);

/// Why a typed code is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typo {
    /// The code has this many symbols instead of forty.
    Length(usize),
    /// This group, counted from 1, has a typo.
    Group(usize),
}

impl SheetCode {
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
            .map(|(nth, group)| {
                let all = group.iter().copied().chain([tell(nth, group)]);
                all.map(letter).collect()
            })
            .collect()
    }

    /// Parses a typed code. Ignores case, whitespace, dashes, full stops and commas.
    pub fn read(typed: &str) -> Result<Self, Typo> {
        let values: Vec<Option<u8>> = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.' | ','))
            .map(value)
            .collect();
        if values.len() != GROUPS * 5 {
            return Err(Typo::Length(values.len()));
        }
        let mut bits = Zeroizing::new([0u8; 20]);
        for (nth, group) in values.chunks(5).enumerate() {
            let known: Option<Vec<u8>> = group.iter().copied().collect();
            let Some(known) =
                known.filter(|g| g.get(..4).map(|four| tell(nth, four)) == g.get(4).copied())
            else {
                return Err(Typo::Group(nth + 1));
            };
            for (at, five) in known.iter().take(4).enumerate() {
                put(&mut bits, (nth * 4 + at) * 5, *five);
            }
        }
        Ok(Self(bits))
    }

    /// Returns the 160 bits as 5-bit values.
    fn values(&self) -> Vec<u8> {
        (0..GROUPS * 4)
            .map(|nth| {
                (0..5).fold(0, |value, bit| {
                    let at = nth * 5 + bit;
                    let byte = self.0.get(at / 8).copied().unwrap_or(0);
                    value << 1 | (byte >> (7 - at % 8) & 1)
                })
            })
            .collect()
    }
}

fn put(bits: &mut [u8; 20], from: usize, five: u8) {
    for bit in 0..5 {
        let at = from + bit;
        if let Some(byte) = bits.get_mut(at / 8) {
            *byte |= (five >> (4 - bit) & 1) << (7 - at % 8);
        }
    }
}

fn letter(value: u8) -> char {
    LETTERS
        .get(usize::from(value))
        .map_or('0', |l| char::from(*l))
}

fn value(typed: char) -> Option<u8> {
    let plain = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    LETTERS
        .iter()
        .position(|l| char::from(*l) == plain)
        .and_then(|at| u8::try_from(at).ok())
}

/// Returns the check symbol of a group. Each position has its own weight in GF(32). This detects
/// every single wrong symbol, every swap of two symbols and every swap of two groups.
fn tell(nth: usize, group: &[u8]) -> u8 {
    let place = (nth + 1) as u8;
    let weighted = group.iter().zip(2u8..).map(|(v, weight)| times(*v, weight));
    weighted.fold(times(place, 7), |sum, v| sum ^ v)
}

/// Multiplies in GF(32), with the polynomial x⁵ + x² + 1.
fn times(a: u8, b: u8) -> u8 {
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

    fn code() -> SheetCode {
        SheetCode::new(std::array::from_fn(|i| (i as u8).wrapping_mul(37) ^ 0x5a))
    }

    #[test]
    fn printed_code_parses_in_any_spelling() {
        let printed = code().groups();
        assert_eq!(printed.len(), 8, "eight groups");
        assert!(printed.iter().all(|g| g.len() == 5), "of five");
        for typed in [
            printed.join(" "),
            printed.join("-").to_lowercase(),
            printed.concat(),
        ] {
            let read = SheetCode::read(&typed).map(|c| c.bytes().to_vec());
            assert_eq!(read, Ok(code().bytes().to_vec()), "{typed}");
        }
        let looks_alike = printed.join(" ").replace('0', "o").replace('1', "l");
        assert!(
            SheetCode::read(&looks_alike).is_ok(),
            "letters that look like digits"
        );
    }

    #[test]
    fn typo_or_swap_is_reported_with_its_group() {
        let printed: Vec<char> = code().groups().concat().chars().collect();
        for at in 0..printed.len() {
            for wrong in LETTERS
                .iter()
                .map(|l| char::from(*l))
                .filter(|l| *l != printed[at])
            {
                let mut typed = printed.clone();
                typed[at] = wrong;
                let told = SheetCode::read(&typed.iter().collect::<String>()).err();
                assert_eq!(told, Some(Typo::Group(at / 5 + 1)), "{wrong} at {at}");
            }
            if at % 5 < 4 && printed[at] != printed[at + 1] {
                let mut typed = printed.clone();
                typed.swap(at, at + 1);
                let told = SheetCode::read(&typed.iter().collect::<String>()).err();
                assert_eq!(told, Some(Typo::Group(at / 5 + 1)), "{at} exchanged");
            }
        }
        let mut groups = code().groups();
        groups.swap(2, 5);
        assert_eq!(
            SheetCode::read(&groups.concat()).err(),
            Some(Typo::Group(3)),
            "groups exchanged"
        );
        groups.pop();
        assert_eq!(
            SheetCode::read(&groups.concat()).err(),
            Some(Typo::Length(35)),
            "one left out"
        );
    }
}
