//! Code generator behind `cargo x generate`. Writes the generated files to the folder given as
//! argument.
fn main() -> std::io::Result<()> {
    let folder = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "ui/src/bridge".into());
    commands::generate::files()
        .into_iter()
        .try_for_each(|(name, text)| std::fs::write(std::path::Path::new(&folder).join(name), text))
}
