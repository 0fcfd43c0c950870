//! Build script: registers all commands with Tauri, so that each needs its permission, and embeds
//! the window's configuration.

macro_rules! commands {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $out:ty;)*) => {
        const NAMES: &[&str] = &[$(stringify!($name),)* "ready", "spoken", "lock", "unlock", "repair", "trail", "reopen", "quit"];
    };
}
include!("crates/commands/src/list.rs");

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(NAMES);
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        println!("cargo::error={error:#}");
    }
}
