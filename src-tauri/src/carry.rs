//! Commands over the bridge.
//!
//! Owns the one session and its lock. Each command of the list gets its handler here, none is written by hand.

use commands::session::Secret;
#[allow(clippy::wildcard_imports)]
use commands::types::*;
use commands::{Options, Session, backups, call, doors, sentences};
use std::io::Write as _;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::{Emitter, State};

/// The open journal, or what kept it from opening.
pub struct Shared(pub Mutex<Result<Session, Failure>>, Mutex<()>);

impl Shared {
    /// A session, or what kept it from beginning.
    pub fn new(opened: Result<Session, Failure>) -> Self {
        Self(Mutex::new(opened), Mutex::new(()))
    }

    /// Held while a copy is written.
    pub fn copying(&self) -> MutexGuard<'_, ()> {
        self.1.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with the session. A panic inside left the journal as it was: the transaction is gone.
    pub fn with<T>(
        &self,
        act: impl FnOnce(&mut Session) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Ok(session) => act(session),
            Err(failure) => Err(failure.clone()),
        }
    }

    /// Ends the session, with everything in the journal's one file; the key is wiped with it.
    pub fn close(&self, closed: Failure) {
        self.copy(backups::begin_changed);
        let _copying = self.copying();
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Ok(session) = std::mem::replace(&mut *held, Err(closed)) {
            if let Err(error) = session.close() {
                eprintln!("Daymark could not close the journal: {error}");
            }
        }
    }
}

/// What a command gives, as the window's other parts hear of it: what went stale.
trait Told {
    fn tell(&self, app: &tauri::AppHandle);
}

macro_rules! silent {
    ($($kind:ty),*) => { $(impl Told for $kind { fn tell(&self, _: &tauri::AppHandle) {} })* };
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
    YearPage,
    DoorsPage,
    Vec<BackupShown>,
    Compared,
    MonthPage,
    TrendsPage,
    VisitPage,
    SavedTo,
    String
);

impl Told for Changed {
    fn tell(&self, app: &tauri::AppHandle) {
        // A window that is closing has no ears; what was changed is on disk all the same.
        let _ = app.emit("changed", self);
    }
}

macro_rules! commands {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $out:ty;)*) => {
        mod handlers {
            #[allow(clippy::wildcard_imports)]
            use super::*;
            $(
                #[tauri::command(async)]
                pub fn $name(app: tauri::AppHandle, shared: State<'_, Shared>, $($arg: $kind),*) -> Result<$out, Failure> {
                    let given = shared.with(|session| call::$name(session, $($arg),*))?;
                    given.tell(&app);
                    Ok(given)
                }
            )*
        }
        /// What answers the window.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![ready, lock, unlock, $(handlers::$name),*]
        }
    };
}
include!("../crates/commands/src/list.rs");

/// The page is painted and takes answers. Benchmarks ask to be told on standard output.
#[tauri::command(async)]
fn ready() {
    if std::env::var_os("DAYMARK_TELL_READY").is_some() {
        println!("ready");
        let _ = std::io::stdout().flush();
    }
}

/// Closes the journal; what stays is a page that asks for the key, or only to be opened where there is no lock.
#[tauri::command(async)]
fn lock(shared: State<'_, Shared>) {
    let locked = shared.with(|session| Ok(!doors::doors(session).is_ok_and(|d| d.unlocked)));
    if let Ok(locked) = locked {
        let languages = Options::of_this_computer().languages;
        shared.close(sentences::closed(locked, &languages));
    }
}

/// Opens the journal with what was typed: `passphrase`, `sheet`, or nothing.
#[tauri::command(async)]
fn unlock(shared: State<'_, Shared>, kind: String, secret: String) -> Result<(), Failure> {
    let mut held = shared.0.lock().unwrap_or_else(PoisonError::into_inner);
    if held.is_ok() {
        return Ok(());
    }
    let options = Options {
        create: false,
        secret: match kind.as_str() {
            "passphrase" => Secret::Passphrase(secret),
            "sheet" => Secret::Sheet(secret),
            _ => Secret::Nothing,
        },
        ..Options::of_this_computer()
    };
    let session = Session::open(&options)
        .map_err(|mishap| sentences::not_begun(&mishap, &options.languages))?;
    *held = Ok(session);
    Ok(())
}
