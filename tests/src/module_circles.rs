//! Architecture test: no circle among the modules of a crate.
//!
//! An edge leads from a file to each module it names, by `use` or by path. A re-export is followed to
//! where the item is defined.

use crate::common;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A crate: the text of each module by its path, such as `entries::record`.
struct Crate(BTreeMap<String, String>);

impl Crate {
    fn read(folder: &Path) -> Self {
        let mut modules = BTreeMap::new();
        collect(folder, "", &mut modules);
        Self(modules)
    }

    /// Returns the module that defines the item at a path, following re-exports.
    fn resolve(&self, path: &[&str]) -> Option<String> {
        let module = (0..=path.len())
            .rev()
            .map(|end| path[..end].join("::"))
            .find(|module| self.0.contains_key(module))?;
        let depth = if module.is_empty() {
            0
        } else {
            module.split("::").count()
        };
        let Some(item) = path.get(depth) else {
            return Some(module);
        };
        let reexport = uses(&self.0[&module])
            .into_iter()
            .filter(|(public, _)| *public)
            .find(|(_, target)| target.rsplit("::").next() == Some(item));
        let Some((_, target)) = reexport else {
            return Some(module);
        };
        let target = absolute(&target, &module, &self.0)?;
        let parts: Vec<&str> = target.split("::").collect();
        // A re-export of another crate's item, or of itself, ends here.
        match self.resolve(&parts) {
            Some(found) if !found.is_empty() => Some(found),
            Some(_) | None => Some(module),
        }
    }

    fn edges(&self, module: &str) -> BTreeSet<String> {
        let text = &self.0[module];
        let used = uses(text).into_iter().filter(|(public, _)| !public);
        let paths = used.map(|(_, path)| path).chain(inline_paths(text));
        paths
            .filter_map(|path| absolute(&path, module, &self.0))
            .filter_map(|path| self.resolve(&path.split("::").collect::<Vec<_>>()))
            .filter(|target| target != module && !target.is_empty())
            .collect()
    }
}

fn collect(folder: &Path, prefix: &str, modules: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let module = if prefix.is_empty() {
            name.clone()
        } else {
            format!("{prefix}::{name}")
        };
        if path.is_dir() {
            collect(&path, &module, modules);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let shipped = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            let code: Vec<&str> = shipped
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            let module = match name.as_str() {
                "lib" | "main" => String::new(),
                "mod" => prefix.to_owned(),
                _ => module,
            };
            modules.insert(module, code.join("\n"));
        }
    }
}

/// Returns the paths of all `use` items, each with whether it is public.
fn uses(text: &str) -> Vec<(bool, String)> {
    let mut all = Vec::new();
    for part in text.split("use ").skip(1) {
        let Some((tree, _)) = part.split_once(';') else {
            continue;
        };
        let before = &text[..part.as_ptr() as usize - text.as_ptr() as usize];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let public = line.trim_start().starts_with("pub");
        if !(line.trim() == "use" || public) {
            continue;
        }
        let mut paths = Vec::new();
        expand(
            &tree.split_whitespace().collect::<Vec<_>>().join(" "),
            "",
            &mut paths,
        );
        all.extend(paths.into_iter().map(|path| (public, path)));
    }
    all
}

/// Expands `a::{b, c::d}` to `a::b` and `a::c::d`.
fn expand(tree: &str, prefix: &str, paths: &mut Vec<String>) {
    let tree = tree.trim().split(" as ").next().unwrap();
    let Some(open) = tree.find('{') else {
        let path = format!("{prefix}{tree}");
        paths.push(path.trim_end_matches("::self").to_owned());
        return;
    };
    let Some(close) = tree.rfind('}') else {
        return;
    };
    let (head, body) = (&tree[..open], &tree[open + 1..close]);
    let (mut depth, mut from) = (0, 0);
    for (at, c) in body.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&body[from..at], &format!("{prefix}{head}"), paths);
                from = at + 1;
            }
            _ => {}
        }
    }
    if !body[from..].trim().is_empty() {
        expand(&body[from..], &format!("{prefix}{head}"), paths);
    }
}

/// Returns the paths in code that start with `crate::` or `super::`.
fn inline_paths(text: &str) -> Vec<String> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    text.split(|c: char| !is_path(c))
        .filter(|word| word.starts_with("crate::") || word.starts_with("super::"))
        .map(|word| word.trim_end_matches(':').to_owned())
        .collect()
}

/// Returns a path relative to the root of the crate; `None` for another crate's. A path that starts
/// with a child of the module is relative to it.
fn absolute(path: &str, module: &str, modules: &BTreeMap<String, String>) -> Option<String> {
    if let Some(rest) = path.strip_prefix("crate::") {
        return Some(rest.to_owned());
    }
    let first = path.split("::").next().unwrap();
    let child = |name: &str| {
        let prefix = if module.is_empty() {
            String::new()
        } else {
            format!("{module}::")
        };
        format!("{prefix}{name}")
    };
    if modules.contains_key(&child(first)) {
        return Some(child(path));
    }
    let mut base: Vec<&str> = module.split("::").collect();
    let mut rest = path;
    let mut relative = false;
    while let Some(up) = rest.strip_prefix("super::") {
        base.pop();
        (rest, relative) = (up, true);
    }
    relative.then(|| {
        base.push(rest);
        base.join("::")
    })
}

fn find_circle(
    krate: &Crate,
    module: &str,
    path: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(at) = path.iter().position(|seen| seen == module) {
        return Some(path[at..].to_vec());
    }
    if done.contains(module) {
        return None;
    }
    path.push(module.to_owned());
    for target in krate.edges(module) {
        if let Some(circle) = find_circle(krate, &target, path, done) {
            return Some(circle);
        }
    }
    path.pop();
    done.insert(module.to_owned());
    None
}

#[test]
fn modules_of_a_crate_form_no_circle() {
    let crates = common::root().join("src-tauri/crates");
    let mut folders: Vec<_> = std::fs::read_dir(crates)
        .unwrap()
        .map(|entry| entry.unwrap().path().join("src"))
        .collect();
    folders.push(common::root().join("src-tauri/src"));
    for folder in folders {
        let krate = Crate::read(&folder);
        let mut done = BTreeSet::new();
        for module in krate.0.keys() {
            let circle = find_circle(&krate, module, &mut Vec::new(), &mut done);
            assert_eq!(circle, None, "{}", folder.display());
        }
    }
}

#[test]
fn circle_through_a_reexport_is_found() {
    let text = |text: &str| text.to_owned();
    let krate = Crate(BTreeMap::from([
        (text(""), text("pub use a::Thing;")),
        (text("a"), text("pub struct Thing;\nuse crate::b::run;")),
        (text("b"), text("use crate::Thing;")),
    ]));
    let circle = find_circle(&krate, "a", &mut Vec::new(), &mut BTreeSet::new());
    assert_eq!(circle, Some(vec![text("a"), text("b")]));
}
