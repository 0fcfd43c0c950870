//! Opening a session: where the journal is, and what unlocks it.

use super::Session;
use super::settings::Settings;
use crate::clock::Clock;
use crate::definitions::Definitions;
use crate::error::{Error, Result};
use crate::ids::random;
use crate::keyring;
use domain::Tracker;
use journal::{Credential, Journal, JournalPaths, Key, KeyFile, RecoveryCode};
use std::path::PathBuf;

/// How to open a session.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// The journal's folder. If none, the environment variable `DAYMARK_JOURNAL`, else the default
    /// folder of the computer.
    pub folder: Option<PathBuf>,
    /// The source of the time.
    pub clock: Clock,
    /// Requested languages, best first.
    pub languages: Vec<String>,
    /// Whether to create a journal if there is none.
    pub create: bool,
    /// What unlocks the journal.
    pub credentials: Credentials,
}

/// What unlocks the journal, as typed.
#[derive(Clone, Default)]
pub enum Credentials {
    /// Nothing: the keyring of this computer or a key slot without a lock opens it.
    #[default]
    None,
    /// A passphrase.
    Passphrase(String),
    /// The code of a recovery sheet.
    Recovery(String),
}

impl std::fmt::Debug for Credentials {
    /// Omits what was typed.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Passphrase(_) => "a passphrase",
            Self::Recovery(_) => "a recovery code",
        })
    }
}

impl OpenOptions {
    /// Returns the defaults of this computer: its folder, clock and languages.
    pub fn from_environment() -> Self {
        let requested = std::env::var("DAYMARK_LANGUAGE").ok();
        Self {
            folder: None,
            clock: Clock::from_environment(),
            languages: requested
                .into_iter()
                .chain(sys_locale::get_locales())
                .collect(),
            create: true,
            credentials: Credentials::None,
        }
    }

    /// Returns the location of the journal.
    pub fn paths(&self) -> JournalPaths {
        let folder = self
            .folder
            .clone()
            .or_else(|| std::env::var_os("DAYMARK_JOURNAL").map(PathBuf::from));
        JournalPaths::new(folder.unwrap_or_else(|| {
            directories::ProjectDirs::from("", "", "daymark").map_or_else(
                || PathBuf::from("daymark"),
                |dirs| dirs.data_local_dir().join("journal"),
            )
        }))
    }
}

impl Session {
    /// Opens the journal. Creates one if there is none and `create` is set.
    ///
    /// # Errors
    /// Returns an error if the journal can't be opened, unlocked or created.
    pub fn open(options: &OpenOptions) -> Result<Self> {
        let paths = options.paths();
        let now = options.clock.now().timestamp();
        let mut journal = if paths.is_empty() && options.create {
            Journal::create(&paths, &Key::new(random()?), now)?
        } else {
            with_credentials(&paths, &options.credentials, |credential| {
                Journal::open(&paths, credential, now)
            })?
        };
        let definitions =
            Definitions::built_in().map_err(|error| Error::Internal(error.to_string()))?;
        let trackers: Vec<(&str, Tracker)> = definitions
            .all()
            .iter()
            .map(|definition| (definition.key.as_str(), Tracker::default_for(definition)))
            .collect();
        ignore_read_only(journal.ensure_trackers(&trackers))?;
        let mut session = Self {
            settings: Settings::load(&journal, &options.languages)?,
            definitions,
            journal,
            clock: options.clock,
            backup_error: None,
        };
        session.reload_definitions()?;
        if session.journal.upgraded() {
            let definitions = session.definitions.clone();
            let rebuilt = session
                .journal
                .rebuild_index(|entry| definitions.search_text(entry));
            ignore_read_only(rebuilt)?;
        }
        Ok(session)
    }
}

/// Ignores `ReadOnly` and `Full`: start-up housekeeping must not block reading.
pub(super) fn ignore_read_only(written: Result<(), journal::Error>) -> Result<()> {
    match written {
        Err(journal::Error::ReadOnly | journal::Error::Full) => Ok(()),
        other => Ok(other?),
    }
}

/// Returns the secret from the keyring of this computer, if the journal has a keyring slot.
fn keyring_secret(paths: &JournalPaths) -> Option<keyring::Secret> {
    let key_file = KeyFile::read(paths).ok()?;
    if key_file.slots().keyring {
        keyring::load(key_file.name())
    } else {
        None
    }
}

/// Runs `action` with the credential. Without one, uses the keyring of this computer if it has a
/// secret.
pub(crate) fn with_credentials<T>(
    paths: &JournalPaths,
    credentials: &Credentials,
    action: impl FnOnce(&Credential<'_>) -> Result<T, journal::Error>,
) -> Result<T> {
    Ok(match credentials {
        Credentials::None => match keyring_secret(paths) {
            Some(secret) => action(&Credential::Keyring(&secret))?,
            None => action(&Credential::None)?,
        },
        Credentials::Passphrase(typed) => action(&Credential::Passphrase(typed))?,
        Credentials::Recovery(typed) => {
            let code = RecoveryCode::parse(typed).map_err(Error::RecoveryCode)?;
            action(&Credential::Recovery(&code))?
        }
    })
}
