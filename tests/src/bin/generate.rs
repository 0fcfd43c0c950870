//! Writes the generated files below the folder given as argument, the repository's root.

fn main() -> std::io::Result<()> {
    let root = std::env::args().nth(1).unwrap_or_else(|| ".".into());
    commands::api::typescript::files()
        .into_iter()
        .try_for_each(|(path, text)| std::fs::write(std::path::Path::new(&root).join(path), text))
}
