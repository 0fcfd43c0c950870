//! Writes what is generated, where `cargo x generate` says.
fn main() -> std::io::Result<()> {
    let folder = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "ui/src/bridge".into());
    commands::generate::files()
        .into_iter()
        .try_for_each(|(name, text)| std::fs::write(std::path::Path::new(&folder).join(name), text))
}
