//! Implementation of the CLI commands.
//!
//! Formats output only; the work is done by `commands`.

use crate::arguments::{Arguments, Format, TrackerWhat, What};
use crate::entries_file;
use care::check::Here;
use care::period::Period;
use commands::bridge::{Changed, Mishap, Outcome};
use commands::clock::Clock;
use commands::session::Secret;
use commands::{
    Failure, Options, Session, around::Around, backups, chart, demo, exchange, own, page,
    preferences, record, repair, search, sentences, today, trash, undo, visit, word,
};
use serde_json::json;
use std::io::{IsTerminal as _, Read as _, Write as _};
use std::path::Path;

/// Runs a command. Failures carry a localized message.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let create = matches!(
        arguments.what,
        What::Demo { .. } | What::Record { .. } | What::Import { .. }
    );
    let mut options = Options {
        folder: arguments.journal.clone(),
        create,
        ..Options::of_this_computer()
    };
    let languages = options.languages.clone();
    let early = |mishap: &Mishap| sentences::not_begun(mishap, &languages);
    options.secret = secret(arguments).map_err(|m| early(&m))?;
    if let What::Demo { .. } = arguments.what {
        demo_place_is_its_own(&options).map_err(|m| early(&m))?;
    }
    if let What::Repair = arguments.what {
        options.create = false;
        return mend(&options, arguments.json);
    }
    let mut session = Session::open(&options).map_err(|m| early(&m))?;
    let done = act(arguments, &mut session).map_err(|mishap| sentences::failure(&mishap, &session));
    let closed = session.close();
    done?;
    closed.map_err(|m| early(&m))
}

/// Reads the credential from a file, never from the command line, where other users could see it.
fn secret(arguments: &Arguments) -> Outcome<Secret> {
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|e| exchange::file(path, &e));
    Ok(match (&arguments.passphrase, &arguments.sheet) {
        (Some(path), _) => {
            let text = read(path)?;
            Secret::Passphrase(text.lines().next().unwrap_or_default().to_owned())
        }
        (None, Some(path)) => Secret::Sheet(read(path)?),
        (None, None) => Secret::Nothing,
    })
}

/// Fails unless the demo goes into an empty folder that is given explicitly.
fn demo_place_is_its_own(options: &Options) -> Outcome<()> {
    let place = options.place();
    if options.folder.is_none() {
        let why =
            "say with --journal DIR where the made-up journal goes; it is never the person's own"
                .to_owned();
        return Err(Mishap::Text {
            file: "demo".into(),
            why,
        });
    }
    if place.vacant() {
        Ok(())
    } else {
        Err(journal::Trouble::Exists(place.folder).into())
    }
}

fn act(arguments: &Arguments, session: &mut Session) -> Outcome<()> {
    let json = arguments.json;
    match &arguments.what {
        What::Demo { days, seed } => make_demo(session, *days, *seed, json),
        What::Entries { span } => entries(session, period(session, span.days), json),
        What::Series {
            tracker,
            measure,
            span,
        } => {
            let period = period(session, span.days);
            series(session, tracker, measure.as_deref(), period, json)
        }
        What::Summary { span } => summary(session, period(session, span.days), json),
        What::Report {
            days,
            point,
            out,
            format,
        } => report(session, *days, point, out.as_deref(), *format),
        What::Export { out, private, .. } => export(session, out.as_deref(), *private),
        What::Backups => list_backups(session, json),
        What::Restore { name, compare } if *compare => compared(session, name, json),
        // Handled before a session is opened.
        What::Repair => Ok(()),
        What::Trash => trash(session, json),
        What::Drill { name } => drill(session, name.as_deref(), json),
        What::Search { words } => search_words(session, words, json),
        What::Tracker {
            what: TrackerWhat::Export { key },
        } => hand_over(session, key),
        What::Check => check(session, json),
        What::Record { .. }
        | What::Backup
        | What::Restore { .. }
        | What::Erase { .. }
        | What::Tracker { .. }
        | What::Import { .. }
        | What::Undo
        | What::Redo => tell(json, &change(&arguments.what, session)?),
    }
}

/// Runs a command that changes the journal and returns what changed.
fn change(what: &What, session: &mut Session) -> Outcome<Changed> {
    match what {
        What::Record { file } => {
            let changed = record_file(session, file)?;
            let count = [("count", changed.count.into())];
            let said = session.tongue().say_with(word::RECORDED_COUNT, &count);
            Ok(Changed { said, ..changed })
        }
        What::Backup => backups::back_up(session),
        What::Restore { name, .. } => backups::restore_backup(session, name),
        What::Erase { uid } => trash::erase_entry(session, uid),
        What::Tracker {
            what: TrackerWhat::Import { file },
        } => bring_tracker(session, file),
        What::Import { file, .. } => exchange::import_csv(session, file),
        What::Undo => undo::undo(session),
        What::Redo => undo::redo(session),
        What::Demo { .. }
        | What::Entries { .. }
        | What::Series { .. }
        | What::Summary { .. }
        | What::Report { .. }
        | What::Export { .. }
        | What::Backups
        | What::Repair
        | What::Trash
        | What::Drill { .. }
        | What::Search { .. }
        | What::Tracker { .. }
        | What::Check => Err(Mishap::Bug("a command that changes nothing".to_owned())),
    }
}

fn hand_over(session: &Session, key: &str) -> Outcome<()> {
    match session.shelf().text(key) {
        Some(text) => print(text),
        None => Err(Mishap::NoTracker(key.to_owned())),
    }
}

fn export(session: &Session, out: Option<&Path>, private: bool) -> Outcome<()> {
    let private = if private {
        exchange::Private::All
    } else {
        exchange::Private::Ticked
    };
    match out {
        Some(path) => exchange::export_csv(session, path, &private),
        None => print(&exchange::csv_long(session, &private)?),
    }
}

fn bring_tracker(session: &mut Session, file: &Path) -> Outcome<Changed> {
    let name = file.display().to_string();
    let unread = |e: std::io::Error| exchange::file(file, &e);
    // One byte over the limit is enough to reject a file without reading it whole.
    let mut bytes = Vec::new();
    std::fs::File::open(file)
        .map_err(unread)?
        .take(care::grammar::LONGEST as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(unread)?;
    let text = String::from_utf8(bytes).map_err(|e| Mishap::Text {
        file: name.clone(),
        why: e.to_string(),
    })?;
    own::bring_tracker(session, &name, &text)
}

/// Repairs the journal without opening a session: a damaged journal may not open.
fn mend(options: &Options, json: bool) -> Result<(), Failure> {
    let shown = repair::repair(options)?;
    let told = if json {
        say(&json!(shown).to_string())
    } else {
        let lines = shown.said.iter().chain(&shown.days);
        lines.into_iter().try_for_each(|line| say(line))
    };
    told.map_err(|m| sentences::not_begun(&m, &options.languages))
}

fn trash(session: &Session, json: bool) -> Outcome<()> {
    let all = trash::removed(session)?;
    if json {
        return say(&json!(all).to_string());
    }
    all.iter().try_for_each(|removed| {
        let parts = removed.parts.join(", ");
        say(&format!("{}  {}: {parts}", removed.uid, removed.title))
    })
}

fn list_backups(session: &Session, json: bool) -> Outcome<()> {
    let all = backups::backups(session)?.copies;
    if json {
        return say(&json!(all).to_string());
    }
    all.iter()
        .try_for_each(|copy| say(&format!("{}  {}", copy.name, copy.said)))
}

fn compared(session: &Session, name: &str, json: bool) -> Outcome<()> {
    let compared = backups::compare_backup(session, name)?;
    if json {
        return say(&json!(compared).to_string());
    }
    compared.days.iter().try_for_each(|day| say(day))?;
    say(&compared.said)
}

fn drill(session: &Session, name: Option<&str>, json: bool) -> Outcome<()> {
    let all = backups::backups(session)?.copies;
    let wanted = all.iter().filter(|b| name.is_none_or(|n| n == b.name));
    let mut names: Vec<&str> = wanted.map(|b| b.name.as_str()).collect();
    if let (true, Some(name)) = (names.is_empty(), name) {
        names.push(name);
    }
    for name in names {
        let changed = backups::drill_backup(session, name)?;
        tell(
            json,
            &Changed {
                said: format!("{name}: {}", changed.said),
                ..changed
            },
        )?;
    }
    Ok(())
}

fn search_words(session: &Session, words: &str, json: bool) -> Outcome<()> {
    let page = search::search(session, words)?;
    if json {
        return say(&json!(page).to_string());
    }
    for found in &page.found {
        say(&format!("{}  {}", found.title, found.parts.concat()))?;
    }
    say(&page.said)
}

fn period(session: &Session, days: u32) -> Period {
    Period::ending(session.today(), i64::from(days))
}

fn print(text: &str) -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|e| exchange::file(Path::new("-"), &e))
}

fn say(line: &str) -> Outcome<()> {
    print(&format!("{line}\n"))
}

fn tell(json: bool, changed: &Changed) -> Outcome<()> {
    if json {
        say(&json!(changed).to_string())
    } else {
        say(&changed.said)
    }
}

/// Returns a callback that shows progress on a terminal once the work takes longer than 900 ms.
fn progress(of: u32) -> impl FnMut(u32) {
    let begun = std::time::Instant::now();
    move |done| {
        if begun.elapsed().as_millis() > 900 && std::io::stderr().is_terminal() {
            let end = if done >= of { "\n" } else { "" };
            eprint!("\r{done} / {of}{end}");
        }
    }
}

fn make_demo(session: &mut Session, days: u32, seed: u64, json: bool) -> Outcome<()> {
    let made = demo::fill(session, days, seed, progress(days))?;
    let country = session.country();
    preferences::begin(session, &country)?;
    let path = session.journal().place().folder.display().to_string();
    let with = [
        ("count", made.to_string().into()),
        ("days", days.to_string().into()),
        ("path", path.as_str().into()),
    ];
    let said = session.tongue().say_with(word::MADE_DEMO, &with);
    say(&if json {
        json!({"entries": made, "journal": path}).to_string()
    } else {
        said
    })
}

fn record_file(session: &mut Session, file: &Path) -> Outcome<Changed> {
    let entries = entries_file::read(file)?;
    let mut drafts = Vec::with_capacity(entries.entry.len());
    for mut draft in entries.entry {
        if draft.zone.is_none() {
            draft.zone.clone_from(&entries.zone);
        }
        let mut here = session.here()?;
        if entries.written_each_evening {
            let zone = draft
                .zone
                .as_deref()
                .and_then(|z| z.parse().ok())
                .unwrap_or(here.zone);
            if let Ok(day) = draft.day.parse() {
                here = Here {
                    now: demo::evening(day, Clock::Still(here.now, zone)),
                    ..here
                };
            }
        }
        drafts.push((draft, here));
    }
    record::record_all(session, &drafts)
}

fn entries(session: &Session, period: Period, json: bool) -> Outcome<()> {
    for entry in session.journal().entries(period)? {
        let shown = today::show(session, &entry)?;
        if json {
            let line = json!({"day": entry.day, "tracker": entry.tracker, "uid": entry.uid, "at": entry.at,
                "answers": shown.answers, "late": !shown.late.is_empty(), "note": entry.note,
                "measured": session.definition(&entry.tracker).map(|d| entry.measured(d)).unwrap_or_default()});
            say(&line.to_string())?;
        } else {
            let title = session
                .tongue()
                .words_of(session.definition(&entry.tracker)?)
                .say("title")
                .to_owned();
            let late = if shown.late.is_empty() {
                String::new()
            } else {
                format!("  ({})", shown.late)
            };
            let note = if entry.note.is_empty() {
                String::new()
            } else {
                format!("  “{}”", entry.note)
            };
            say(&format!(
                "{}  {title}: {}{note}{late}",
                entry.day,
                shown.parts.join(", ")
            ))?;
        }
    }
    Ok(())
}

fn series(
    session: &Session,
    tracker: &str,
    measure: Option<&str>,
    period: Period,
    json: bool,
) -> Outcome<()> {
    let definition = session.definition(tracker)?;
    let chart = match measure {
        Some(of) => definition.chart(of),
        None => definition.charts.first(),
    };
    let chart = chart
        .ok_or_else(|| Mishap::NoTracker(format!("{tracker} {}", measure.unwrap_or_default())))?;
    let around = Around::of(session, period)?;
    let told = chart::tell(session, definition, chart, &around)?;
    for (index, value) in told.series.values.iter().enumerate() {
        let day = period.day(index);
        // Clock values may be unwrapped past noon: normalise them to 0..1440 minutes after noon.
        let clock = told.unit == care::Unit::Clock;
        let value = value.map(|v| if clock { v.rem_euclid(1440.0) } else { v });
        match value {
            _ if json => say(&json!({"day": day, "value": value}).to_string())?,
            Some(value) => say(&format!("{day}\t{value}"))?,
            None => say(&format!("{day}\t"))?,
        }
    }
    Ok(())
}

fn summary(session: &Session, period: Period, json: bool) -> Outcome<()> {
    let around = Around::of(session, period)?;
    for (definition, chart) in chart::charts(session)? {
        let told = chart::tell(session, definition, chart, &around)?;
        if json {
            let line =
                json!({"tracker": definition.key, "measure": chart.of, "summary": told.summary});
            say(&line.to_string())?;
        } else {
            let middle = chart::middle(session, &told)
                .map(|m| format!(", {m}"))
                .unwrap_or_default();
            say(&format!(
                "{}: {}{middle}",
                chart::name(session, &told),
                chart::counted(session, &told)
            ))?;
        }
    }
    Ok(())
}

fn report(
    session: &mut Session,
    days: Option<u32>,
    points: &[String],
    out: Option<&Path>,
    format: Option<Format>,
) -> Outcome<()> {
    // The options apply to this report only; the stored visit stays unchanged.
    let mut visit = visit::next(session)?;
    visit.days = days.unwrap_or(visit.days).clamp(1, visit::LONGEST);
    if !points.is_empty() {
        visit.points = points.to_vec();
    }
    let page = page::page(session, &visit)?;
    let is_pdf = out.is_some_and(|p| p.extension().is_some_and(|e| e.eq_ignore_ascii_case("pdf")));
    let format = format.unwrap_or(if is_pdf { Format::Pdf } else { Format::Text });
    let bytes = match format {
        Format::Text => commands::page_as_text(&page).into_bytes(),
        Format::Pdf => commands::page_as_pdf(session, page)?,
    };
    match out {
        Some(path) => exchange::write(path, &bytes),
        None => {
            let mut stdout = std::io::stdout().lock();
            stdout
                .write_all(&bytes)
                .map_err(|e| exchange::file(Path::new("-"), &e))
        }
    }
}

fn check(session: &Session, json: bool) -> Outcome<()> {
    let findings = session.journal().check(session.shelf().all())?;
    let entries = session.journal().all_entries()?.len();
    if json {
        let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
        return say(&json!({"entries": entries, "findings": found}).to_string());
    }
    if findings.is_empty() {
        return say(&session
            .tongue()
            .say_with(word::CHECK_FINE, &[("count", entries.to_string().into())]));
    }
    say(&session
        .tongue()
        .say_with(word::CHECK_FOUND, &[("count", findings.len().into())]))?;
    findings
        .iter()
        .try_for_each(|finding| say(&format!("  {finding}")))
}
