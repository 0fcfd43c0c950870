//! The commands: opens the journal, dispatches, closes it. Output only; the work is done by the
//! `commands` crate.

mod backup;
mod check;
mod entries;
mod report;
mod tracker;

use crate::args::{Args, Command};
use crate::output::print_result;
use ::commands as use_cases;
use domain::time::Period;
use std::path::Path;
use use_cases::failure::message;
use use_cases::files::file_error;
use use_cases::session::open::Credentials;
use use_cases::transfer::csv_import;
use use_cases::{Changed, CommandError, Error, OpenOptions, Result, Session, demo};

/// Runs a command. Failures carry a localized message.
pub fn run(args: &Args) -> Result<(), CommandError> {
    let create = matches!(
        args.command,
        Command::Demo { .. }
            | Command::Record { .. }
            | Command::Import { .. }
            | Command::Country { .. }
    );
    let mut options = OpenOptions {
        folder: args.journal.clone(),
        create,
        ..OpenOptions::from_environment()
    };
    let languages = options.languages.clone();
    let localized = |error: &Error| message::startup_error(error, &languages);
    options.credentials = credentials(args).map_err(|error| localized(&error))?;
    if let Command::Demo { .. } = args.command {
        demo::ensure_new_folder(&options).map_err(|error| localized(&error))?;
    }
    if let Command::Repair = args.command {
        options.create = false;
        return backup::repair(&options, args.json);
    }
    let mut session = Session::open(&options).map_err(|error| localized(&error))?;
    let done = act(args, &mut session).map_err(|error| message::localize(&error, &session));
    let closed = session.close();
    done?;
    closed.map_err(|error| localized(&error))
}

/// Reads the credential from a file, never from the command line, where other users could see it.
fn credentials(args: &Args) -> Result<Credentials> {
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|e| file_error(path, &e));
    Ok(match (&args.passphrase, &args.sheet) {
        (Some(path), _) => {
            let text = read(path)?;
            Credentials::Passphrase(text.lines().next().unwrap_or_default().to_owned())
        }
        (None, Some(path)) => Credentials::Recovery(read(path)?),
        (None, None) => Credentials::None,
    })
}

fn act(args: &Args, session: &mut Session) -> Result<()> {
    let json = args.json;
    match &args.command {
        Command::Demo { days, seed } => entries::create_demo(session, *days, *seed, json),
        Command::Entries { span } => entries::entries(session, period(session, span.days), json),
        Command::Series {
            tracker,
            measure,
            span,
        } => {
            let period = period(session, span.days);
            report::series(session, tracker, measure.as_deref(), period, json)
        }
        Command::Summary { span } => report::summary(session, period(session, span.days), json),
        Command::Report {
            days,
            point,
            out,
            format,
        } => report::report(session, *days, point, out.as_deref(), *format),
        Command::Export { out, private, .. } => report::export(session, out.as_deref(), *private),
        Command::Backups => backup::list_backups(session, json),
        Command::Restore { name, compare } if *compare => backup::compare(session, name, json),
        // Handled before a session is opened.
        Command::Repair => Ok(()),
        Command::Trash => entries::trash(session, json),
        Command::Verify { name } => backup::verify(session, name.as_deref(), json),
        Command::Search { words } => entries::search_words(session, words, json),
        Command::Tracker { command } => tracker::run(session, command, json),
        Command::Check { mend: false } => check::check(session, json),
        Command::Record { .. }
        | Command::Country { .. }
        | Command::Backup
        | Command::Restore { .. }
        | Command::Erase { .. }
        | Command::Import { .. }
        | Command::Check { mend: true }
        | Command::Undo
        | Command::Redo => print_result(json, &change(&args.command, session)?),
    }
}

/// Runs a command that changes the journal and returns what changed.
fn change(command: &Command, session: &mut Session) -> Result<Changed> {
    match command {
        Command::Country { code } => entries::set_country(session, code),
        Command::Record { file } => entries::record_file(session, file),
        Command::Backup => use_cases::backup::create_backup(session),
        Command::Restore { name, .. } => {
            use_cases::backup::restore::restore_backup(session, name.clone())
        }
        Command::Erase { uid } => use_cases::entries::trash::erase_entry(session, uid.clone()),
        Command::Import {
            file, differing, ..
        } => csv_import::import_csv(session, file, differing.map(Into::into)),
        Command::Check { mend: true } => {
            use_cases::entries::contradictions::mend_contradictions(session)
        }
        Command::Undo => use_cases::app::undo::undo(session),
        Command::Redo => use_cases::app::undo::redo(session),
        Command::Demo { .. }
        | Command::Entries { .. }
        | Command::Series { .. }
        | Command::Summary { .. }
        | Command::Report { .. }
        | Command::Export { .. }
        | Command::Backups
        | Command::Repair
        | Command::Trash
        | Command::Verify { .. }
        | Command::Search { .. }
        | Command::Tracker { .. }
        | Command::Check { mend: false } => {
            Err(Error::Internal("a command that changes nothing".to_owned()))
        }
    }
}

fn period(session: &Session, days: u32) -> Period {
    Period::ending(session.today(), i64::from(days))
}
