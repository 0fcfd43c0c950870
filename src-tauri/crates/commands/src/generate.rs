//! TypeScript bindings: types that cross the bridge, the command interface and the message keys.
//!
//! Returns the files as text; the caller writes them.

use crate::speech::keys;
#[allow(clippy::wildcard_imports)]
use crate::types::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

struct Gather<'a> {
    cfg: &'a Config,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Gather<'_> {
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
            types.visit::<RepairShown>();
            types.visit::<Spoken>();
        }
    };
}
include!("list.rs");

const HEAD: &str = "// Written by `cargo x generate`; not by hand.\n";

/// Returns the name and text of each generated file.
pub fn files() -> [(&'static str, String); 2] {
    let cfg = Config::default().with_large_int("number");
    let mut types = Gather {
        cfg: &cfg,
        types: BTreeMap::new(),
    };
    gather(&mut types);
    let bridge = format!(
        "{HEAD}{}{}",
        types.types.into_values().collect::<String>(),
        interface(&cfg)
    );
    let keys: Vec<String> = keys()
        .into_iter()
        .map(|key| format!("  | \"{key}\""))
        .collect();
    [
        ("generated.ts", bridge),
        (
            "words.ts",
            format!("{HEAD}export type Word =\n{};\n", keys.join("\n")),
        ),
    ]
}
