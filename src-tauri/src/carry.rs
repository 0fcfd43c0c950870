//! Shared application state and command handlers.
//!
//! Holds the one session behind a mutex. Handlers are generated from the command list; only the
//! shell's own commands are written by hand.

use crate::trail::Trail;
use crate::{leave, menu};
use commands::bridge::Outcome;
use commands::session::Secret;
#[allow(clippy::wildcard_imports)]
use commands::types::*;
use commands::{Options, Session, backups, call, doors, sentences};
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use tauri::{AppHandle, Emitter, State};

/// The open session, or the failure that explains why there is none.
pub struct Shared {
    held: Mutex<Result<Session, Failure>>,
    /// Preferred languages while no session is open, best first.
    languages: Mutex<Vec<String>>,
    copying: Mutex<()>,
    trail: Arc<Trail>,
}

impl Shared {
    /// Creates the state from the result of opening the journal.
    pub fn new(
        opened: Result<Session, Failure>,
        languages: Vec<String>,
        trail: Arc<Trail>,
    ) -> Self {
        Self {
            held: Mutex::new(opened),
            languages: Mutex::new(languages),
            copying: Mutex::new(()),
            trail,
        }
    }

    fn held(&self) -> MutexGuard<'_, Result<Session, Failure>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks the backup mutex, which is held while a backup is written.
    pub fn copying(&self) -> MutexGuard<'_, ()> {
        self.copying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the preferred languages, best first, also while no journal is open.
    pub fn languages(&self) -> Vec<String> {
        match &*self.held() {
            Ok(session) => session.languages().to_vec(),
            Err(_) => self.spoken_last().clone(),
        }
    }

    fn spoken_last(&self) -> MutexGuard<'_, Vec<String>> {
        self.languages
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns whether no journal is open.
    pub fn is_closed(&self) -> bool {
        self.held().is_err()
    }

    /// Runs `act` on the session.
    ///
    /// If `act` panics, its transaction is rolled back and the journal is closed: the state in
    /// memory is no longer trusted, the data on disk is.
    pub fn with<T>(
        &self,
        act: impl FnOnce(&mut Session) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut held = self.held();
        let session = match &mut *held {
            Ok(session) => session,
            Err(failure) => return Err(failure.clone()),
        };
        if let Ok(given) = catch_unwind(AssertUnwindSafe(|| act(session))) {
            return given;
        }
        let languages = session.languages().to_vec();
        let fell = sentences::fell(&languages);
        *self.spoken_last() = languages;
        finish(
            std::mem::replace(&mut *held, Err(fell.clone())),
            Session::leave,
        );
        Err(fell)
    }

    /// Takes a backup if anything changed since the last one, closes the session with a checkpoint
    /// and wipes the key.
    ///
    /// Later calls fail as locked (`locked`) or as closed.
    pub fn close(&self, locked: bool) {
        self.copy(backups::begin_changed);
        let _copying = self.copying();
        let languages = self.languages();
        let closed = sentences::closed(locked, &languages);
        *self.spoken_last() = languages;
        finish(
            std::mem::replace(&mut *self.held(), Err(closed)),
            Session::close,
        );
    }
}

/// Ends the session, if any, with `how`; errors and panics are only logged.
fn finish(held: Result<Session, Failure>, how: impl FnOnce(Session) -> Outcome<()>) {
    let Ok(session) = held else { return };
    match catch_unwind(AssertUnwindSafe(|| how(session))) {
        Ok(Ok(())) => {}
        Ok(Err(error)) => eprintln!("Daymark could not close the journal: {error}"),
        Err(_) => eprintln!("Daymark fell over while it closed the journal"),
    }
}

/// Closes the journal if it is open and returns whether it has a lock.
pub fn was_locked(shared: &Shared) -> Option<bool> {
    let locked = shared
        .with(|session| Ok(!doors::doors(session).is_ok_and(|d| d.unlocked)))
        .ok()?;
    shared.close(locked);
    Some(locked)
}

/// Returns the outcome code of a command for the activity log.
fn how<T>(given: &Result<T, Failure>) -> &'static str {
    match given {
        Ok(_) => "fine",
        Err(failure) => failure.code.name(),
    }
}

/// Notifies the window about a command's result.
trait Told {
    fn tell(&self, app: &AppHandle);
}

macro_rules! silent {
    ($($kind:ty),*) => { $(impl Told for $kind { fn tell(&self, _: &AppHandle) {} })* };
}
silent!(
    Launch,
    DayPage,
    Sum,
    (),
    Recent,
    Vec<Past>,
    Vec<PauseShown>,
    Vec<Practice>,
    SearchPage,
    TrackerShown,
    Own,
    Option<Own>,
    YearPage,
    DoorsPage,
    BackupsPage,
    Vec<RemovedShown>,
    Compared,
    MonthPage,
    TrendsPage,
    VisitPage,
    SavedTo,
    String
);

impl Told for Changed {
    fn tell(&self, app: &AppHandle) {
        // Emitting fails only while the window closes; the change is already on disk.
        let _ = app.emit("changed", self);
        if self.topics.contains(&Topic::Preferences) {
            menu::renew(app);
        }
        tell("changed");
    }
}

/// Commands that touch backups or their key slots. They wait while a backup is written.
const ALONE: &[&str] = &[
    "erase_entry",
    "set_passphrase",
    "take_lock_off",
    "set_computer",
    "make_sheet",
    "make_trusted_sheet",
    "revoke_trusted_sheet",
    "set_backup_place",
    "back_up",
    "compare_backup",
    "restore_backup",
    "drill_backup",
];

macro_rules! commands {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $out:ty;)*) => {
        mod handlers {
            #[allow(clippy::wildcard_imports)]
            use super::*;
            $(
                #[tauri::command(async)]
                pub fn $name(app: AppHandle, shared: State<'_, Shared>, $($arg: $kind),*) -> Result<$out, Failure> {
                    let begun = Instant::now();
                    let _alone = ALONE.contains(&stringify!($name)).then(|| shared.copying());
                    let given = shared.with(|session| call::$name(session, $($arg),*));
                    shared.trail.ended(stringify!($name), how(&given), begun);
                    let given = given?;
                    given.tell(&app);
                    Ok(given)
                }
            )*
        }
        /// Names of all generated commands.
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Returns the handler of all commands of the window.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![ready, spoken, lock, unlock, repair, trail, reopen, quit, $(handlers::$name),*]
        }
    };
}
include!("../crates/commands/src/list.rs");

/// Prints an event to standard output if `DAYMARK_TELL_READY` is set (benchmarks and tests).
fn tell(what: &str) {
    if std::env::var_os("DAYMARK_TELL_READY").is_some() {
        println!("{what}");
        let _ = std::io::stdout().flush();
    }
}

/// Reports that the page is painted and interactive.
#[tauri::command(async)]
fn ready() {
    tell("ready");
}

/// Returns the locale and texts of the window while the journal is closed.
#[tauri::command(async)]
fn spoken(shared: State<'_, Shared>) -> Spoken {
    commands::speech::spoken(&shared.languages())
}

/// Closes the journal. The page then asks for the credential, or offers to open it if it has no
/// lock.
#[tauri::command(async)]
fn lock(app: AppHandle, shared: State<'_, Shared>) {
    shared.trail.ended("lock", "begun", Instant::now());
    leave::lock(&app);
}

/// Restarts the program after a panic.
#[tauri::command(async)]
fn reopen(app: AppHandle) {
    leave::reopen(&app);
}

/// Exits the program; the page has saved unfinished input.
#[tauri::command(async)]
fn quit(app: AppHandle) {
    app.exit(0);
}

/// Returns the activity log, which holds no user data.
#[tauri::command(async)]
fn trail(shared: State<'_, Shared>) -> String {
    shared.trail.text()
}

/// Opens the journal with a credential; `kind` is `passphrase`, `sheet` or anything else for none.
#[tauri::command(async)]
fn unlock(
    app: AppHandle,
    shared: State<'_, Shared>,
    kind: String,
    secret: String,
) -> Result<(), Failure> {
    let mut held = shared.held();
    if held.is_ok() {
        return Ok(());
    }
    let session = crate::begun(&brought(&kind, secret))
        .map_err(|mishap| sentences::not_begun(&mishap, &shared.spoken_last()))?;
    *held = Ok(session);
    drop(held);
    menu::renew(&app);
    Ok(())
}

/// Repairs the journal with a credential. The journal stays closed.
#[tauri::command(async)]
fn repair(shared: State<'_, Shared>, kind: String, secret: String) -> Result<RepairShown, Failure> {
    let _copying = shared.copying();
    let held = shared.held();
    match &*held {
        // An open journal must be closed first; the failure says so.
        Ok(session) => Err(sentences::open_already(session)),
        Err(_) => commands::repair::repair(&Options {
            languages: shared.spoken_last().clone(),
            ..brought(&kind, secret)
        }),
    }
}

/// Returns the options of this computer's journal with the given credential.
fn brought(kind: &str, secret: String) -> Options {
    Options {
        create: false,
        secret: match kind {
            "passphrase" => Secret::Passphrase(secret),
            "sheet" => Secret::Sheet(secret),
            _ => Secret::Nothing,
        },
        ..Options::of_this_computer()
    }
}

#[cfg(test)]
mod tests {
    use super::Shared;
    use crate::trail::Trail;
    use commands::bridge::Code;
    use commands::clock::Clock;
    use commands::session::Secret;
    use commands::{Options, Session};
    use std::sync::Arc;

    fn options(folder: &std::path::Path) -> Options {
        Options {
            folder: Some(folder.to_owned()),
            clock: Clock::read("2026-11-23T12:00:00Z Europe/Berlin").unwrap(),
            languages: vec!["en".into()],
            create: true,
            secret: Secret::Nothing,
        }
    }

    #[test]
    fn every_exclusive_name_is_a_command() {
        for name in super::ALONE {
            assert!(super::NAMES.contains(name), "{name}");
        }
    }

    #[test]
    fn panic_closes_journal_and_fails_later_commands() {
        let folder = tempfile::tempdir().unwrap();
        let opened = Session::open(&options(folder.path())).unwrap();
        let shared = Shared::new(Ok(opened), Vec::new(), Arc::new(Trail::new()));
        let begun = shared.with(|s| Ok(commands::preferences::begin(s, "GB").is_ok()));
        assert_eq!(begun, Ok(true));
        let fell = shared.with::<()>(|_| std::panic::resume_unwind(Box::new("a fault")));
        assert_eq!(fell.map_err(|f| f.code), Err(Code::Fell));
        assert!(shared.is_closed());
        let later = shared.with(|_| Ok(()));
        assert_eq!(later.map_err(|f| f.code), Err(Code::Fell));
        let again = Session::open(&options(folder.path())).unwrap();
        assert!(
            !commands::launch::launch(&again).unwrap().first,
            "what was saved is there"
        );
    }
}
