//! Command handlers of the window, generated from the list of all commands.

use crate::events::on_changed;
use crate::state::AppState;
use commands::api::bind::call;
#[allow(clippy::wildcard_imports)]
use commands::api::bind::scope::*;
use std::any::Any;
use std::time::Instant;
use tauri::{AppHandle, State};

/// The commands that the shell implements itself.
mod shell {
    #[allow(clippy::wildcard_imports)]
    pub use crate::file_commands::*;
    #[allow(clippy::wildcard_imports)]
    pub use crate::shell_commands::*;
}

/// Returns the outcome of a command for the activity log.
fn outcome_code<T>(result: &Result<T, CommandError>) -> &'static str {
    match result {
        Ok(_) => "ok",
        Err(failure) => failure.code.name(),
    }
}

/// Locks the backups while an exclusive command runs: it waits for a backup in progress.
macro_rules! backup_lock {
    (exclusive, $state:expr) => {
        Some($state.backup_lock())
    };
    ($kind:ident, $state:expr) => {
        None::<()>
    };
}

macro_rules! commands {
    (
        shell { $($shell:ident($($shell_arg:ident: $shell_type:ty),*) -> $shell_out:ty;)* }
        $($kind:ident $name:ident($($arg:ident: $type:ty),*) -> $out:ty = $use_case:path;)*
    ) => {
        mod handlers {
            #[allow(clippy::wildcard_imports)]
            use super::*;
            $(
                #[tauri::command(async)]
                pub fn $name(app: AppHandle, state: State<'_, AppState>, $($arg: $type),*) -> Result<$out, CommandError> {
                    let started = Instant::now();
                    let _lock = backup_lock!($kind, state);
                    let result = state.with_session(|session| call::$name(session, $($arg),*));
                    state.activity_log.finished(stringify!($name), outcome_code(&result), started);
                    let result = result?;
                    if let Some(changed) = (&result as &dyn Any).downcast_ref() {
                        on_changed(&app, changed);
                    }
                    Ok(result)
                }
            )*
        }

        /// Returns the handler of all commands of the window.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$(shell::$shell,)* $(handlers::$name),*]
        }
    };
}
include!("../crates/commands/src/api/commands.rs");
