//! TypeScript bindings: types that cross the bridge, the command interface and the message ids.
//!
//! Returns the files as text; the caller writes them.

#[allow(clippy::wildcard_imports)]
use super::bind::scope::*;
use crate::locale::message_ids;
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

struct Collector<'a> {
    cfg: &'a Config,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Collector<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only our own types have an output path. Lists and maps lead to their element types.
        if T::output_path().is_some() {
            let name = T::ident(self.cfg);
            if self.types.contains_key(&name) {
                return;
            }
            self.types
                .insert(name, format!("export {}\n", T::decl(self.cfg)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! commands {
    (
        shell { $($shell:ident($($shell_arg:ident: $shell_type:ty),*) -> $shell_out:ty;)* }
        $($kind:ident $name:ident($($arg:ident: $type:ty),*) -> $out:ty = $use_case:path;)*
    ) => {
        fn interface(cfg: &Config) -> String {
            let mut text = String::from("export interface Commands {\n");
            $(
                let args: &[(&str, String)] = &[$((stringify!($arg), <$type as TS>::name(cfg))),*];
                describe(&mut text, stringify!($name), args, &<$out as TS>::name(cfg));
            )*
            $(
                let args: &[(&str, String)] =
                    &[$((stringify!($shell_arg), <$shell_type as TS>::name(cfg))),*];
                describe(&mut text, stringify!($shell), args, &<$shell_out as TS>::name(cfg));
            )*
            text + "}\n"
        }
        fn collect(types: &mut Collector<'_>) {
            $( types.visit::<$out>(); $( types.visit::<$type>(); )* )*
            $( types.visit::<$shell_out>(); $( types.visit::<$shell_type>(); )* )*
            types.visit::<CommandError>();
        }

        /// Names of all commands.
        const NAMES: &[&str] = &[$(stringify!($name),)* $(stringify!($shell)),*];
    };
}
include!("commands.rs");

fn describe(text: &mut String, name: &str, args: &[(&str, String)], result: &str) {
    let args: Vec<String> = args
        .iter()
        .map(|(name, kind)| format!("{name}: {kind}"))
        .collect();
    let args = args.join("; ");
    let _ = writeln!(
        text,
        "  {name}: {{ args: {{ {args} }}; result: {result} }};"
    );
}

const HEAD: &str = "// Written by `cargo x generate`; not by hand.\n";

/// Returns the path, from the repository's root, and the text of each generated file.
pub fn files() -> [(&'static str, String); 3] {
    let cfg = Config::default().with_large_int("number");
    let mut types = Collector {
        cfg: &cfg,
        types: BTreeMap::new(),
    };
    collect(&mut types);
    let bindings = format!(
        "{HEAD}{}{}",
        types.types.into_values().collect::<String>(),
        interface(&cfg)
    );
    let ids = message_ids().into_iter().map(|id| format!("  | \"{id}\""));
    let ids = ids.collect::<Vec<_>>().join("\n");
    [
        ("ui/src/api/bindings.ts", bindings),
        (
            "ui/src/i18n/message-ids.ts",
            format!("{HEAD}export type MessageId =\n{ids};\n"),
        ),
        ("src-tauri/capabilities/main.json", capability()),
    ]
}

/// Returns the capability of the window: each command by name, and events.
fn capability() -> String {
    let events = ["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned);
    let allowed = NAMES
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")));
    let permissions: Vec<String> = events.into_iter().chain(allowed).collect();
    let capability = serde_json::json!({
        "identifier": "main",
        "description": "Written by `cargo x generate`. What the window may call: each command by name; nothing of the file system, shell or network.",
        "windows": ["main"],
        "permissions": permissions,
    });
    format!("{capability:#}\n")
}
