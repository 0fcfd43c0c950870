//! Writes what the window's code takes from here: the types that cross the bridge, the commands' interface and
//! the keys of the words. `generate DIR` writes; `generate DIR --check` fails where a file is stale.

use daymark_commands::speech::keys;
use daymark_commands::types::{AddedUp, Changed, DayPage, Draft, Failure, Launch, MonthPage, SavedTo, TrendsPage, Visit, VisitPage};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use ts_rs::{Config, TS, TypeVisitor};

struct Gather<'a> {
    cfg: &'a Config,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Gather<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of our own have a file to be written to; lists and maps of them lead on.
        if T::output_path().is_some() {
            let name = T::ident(self.cfg);
            if self.types.contains_key(&name) {
                return;
            }
            self.types.insert(name, format!("export {}\n", T::decl(self.cfg)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! commands {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $out:ty;)*) => {
        fn interface(cfg: &Config) -> String {
            let mut text = String::from("export interface Commands {\n");
            $(
                let args: &[(&str, String)] = &[$((stringify!($arg), <$kind as TS>::name(cfg))),*];
                let args: Vec<String> = args.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
                let _ = writeln!(text, "  {}: {{ takes: {{ {} }}; gives: {} }};", stringify!($name), args.join("; "), <$out as TS>::name(cfg));
            )*
            text + "}\n"
        }
        fn gather(types: &mut Gather<'_>) {
            $( types.visit::<$out>(); $( types.visit::<$kind>(); )* )*
            types.visit::<Failure>();
        }
    };
}
include!("../list.rs");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, rest @ ..] = arguments.as_slice() else {
        eprintln!("usage: generate DIR [--check]");
        return ExitCode::from(2);
    };
    let cfg = Config::default().with_large_int("number");
    let mut types = Gather { cfg: &cfg, types: BTreeMap::new() };
    gather(&mut types);
    let head = "// Written by `cargo x generate`; not by hand.\n";
    let bridge = format!("{head}{}{}", types.types.into_values().collect::<String>(), interface(&cfg));
    let keys: Vec<String> = keys().into_iter().map(|key| format!("  | \"{key}\"")).collect();
    let words = format!("{head}export type Word =\n{};\n", keys.join("\n"));
    let mut fresh = true;
    for (name, text) in [("generated.ts", bridge), ("words.ts", words)] {
        let path = Path::new(folder).join(name);
        if rest.iter().any(|a| a == "--check") {
            if std::fs::read_to_string(&path).ok().as_deref() != Some(&text) {
                eprintln!("{} is stale: run `cargo x generate`", path.display());
                fresh = false;
            }
        } else if let Err(error) = std::fs::write(&path, text) {
            eprintln!("{}: {error}", path.display());
            fresh = false;
        }
    }
    if fresh { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
