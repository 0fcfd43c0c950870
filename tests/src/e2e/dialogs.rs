//! The system's dialogs, driven by keys, and what the desktop is asked to open.

use super::app::{self, App, PATIENCE};
use super::desktop::Bus;
use crate::common;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

fn xdotool(arguments: &[&str]) -> Option<String> {
    let done = Command::new("xdotool").args(arguments).output().ok()?;
    let said = String::from_utf8_lossy(&done.stdout).trim().to_owned();
    done.status.success().then_some(said)
}

impl App {
    /// Types a path into the file dialog with that title and accepts it. Waits until it has closed.
    pub async fn choose_path(&self, title: &str, path: &Path) {
        let window = self.dialog(title).await;
        // A folder's slash leaves nothing to complete: its name may begin that of another.
        let slash = if path.is_dir() { "/" } else { "" };
        let text = format!("{}{slash}", path.display());
        xdotool(&["windowfocus", "--sync", &window]);
        // A slash opens the field for a path where there is none yet.
        xdotool(&["key", "--clearmodifiers", "ctrl+a"]);
        xdotool(&["type", "--delay", "8", &text]);
        xdotool(&["key", "Return"]);
        let started = Instant::now();
        while is_open(title) {
            assert!(started.elapsed() < PATIENCE, "“{title}” stays open");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Closes the file dialog with that title by its key.
    pub async fn cancel_dialog(&self, title: &str) {
        let window = self.dialog(title).await;
        xdotool(&["windowfocus", "--sync", &window]);
        xdotool(&["key", "Escape"]);
        while is_open(title) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits for the file dialog with that title and returns its window.
    async fn dialog(&self, title: &str) -> String {
        let started = Instant::now();
        loop {
            if let Some(window) = window_of(title) {
                return window;
            }
            assert!(started.elapsed() < PATIENCE, "no dialog “{title}”");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

fn window_of(title: &str) -> Option<String> {
    let found = xdotool(&["search", "--onlyvisible", "--name", &format!("^{title}$")])?;
    found.lines().next().map(str::to_owned)
}

fn is_open(title: &str) -> bool {
    window_of(title).is_some()
}

/// What a desktop was asked to open.
#[derive(Clone, Default)]
struct Asked(Arc<Mutex<Vec<String>>>);

struct Portal(Asked);

#[zbus::interface(name = "org.freedesktop.portal.OpenURI")]
impl Portal {
    #[zbus(name = "OpenFile")]
    fn open_file(
        &self,
        _parent: &str,
        file: zbus::zvariant::OwnedFd,
        _options: std::collections::HashMap<String, zbus::zvariant::OwnedValue>,
    ) -> zbus::zvariant::OwnedObjectPath {
        use std::os::fd::AsRawFd as _;
        let link = format!("/proc/self/fd/{}", file.as_raw_fd());
        let path = std::fs::read_link(link).unwrap_or_default();
        self.0
            .0
            .lock()
            .unwrap()
            .push(format!("open {}", path.display()));
        zbus::zvariant::ObjectPath::from_static_str_unchecked("/request").into()
    }
}

struct Printer(Asked);

#[zbus::interface(name = "org.freedesktop.portal.Print")]
impl Printer {
    fn print(
        &self,
        _parent: &str,
        title: &str,
        _file: zbus::zvariant::OwnedFd,
        _options: std::collections::HashMap<String, zbus::zvariant::OwnedValue>,
    ) -> zbus::zvariant::OwnedObjectPath {
        self.0.0.lock().unwrap().push(format!("print {title}"));
        zbus::zvariant::ObjectPath::from_static_str_unchecked("/request").into()
    }
}

struct Files(Asked);

#[zbus::interface(name = "org.freedesktop.FileManager1")]
impl Files {
    fn show_items(&self, uris: Vec<String>, _startup: &str) {
        self.0
            .0
            .lock()
            .unwrap()
            .push(format!("show {}", uris.join(" ")));
    }
}

/// Answers on a bus as a desktop does. Lasts as long as the connection.
fn desktop(bus: &Bus, asked: &Asked) -> zbus::blocking::Connection {
    zbus::blocking::connection::Builder::address(bus.address())
        .unwrap()
        .name("org.freedesktop.portal.Desktop")
        .unwrap()
        .name("org.freedesktop.FileManager1")
        .unwrap()
        .serve_at("/org/freedesktop/portal/desktop", Portal(asked.clone()))
        .unwrap()
        .serve_at("/org/freedesktop/portal/desktop", Printer(asked.clone()))
        .unwrap()
        .serve_at("/org/freedesktop/FileManager1", Files(asked.clone()))
        .unwrap()
        .build()
        .unwrap()
}

#[test]
fn page_is_saved_where_chosen_and_opened_from_there() {
    app::journey(async {
        let home = tempfile::tempdir().unwrap();
        let bus = Bus::start();
        let app = App::start_on(bus.address(), home.path(), common::NOON, "en_GB").await;
        app.begin().await;
        app.wait_text("main", "Overall").await;
        app.go("Visit").await;
        let folder = home.path().join("papers for Tuesday");
        std::fs::create_dir(&folder).unwrap();
        let save = "//button[normalize-space()='Save as PDF']";
        app.click(save).await;
        app.cancel_dialog("Save as PDF").await;
        app.gone(".outcome").await;
        let page: PathBuf = folder.join("page.pdf");
        app.click(save).await;
        app.choose_path("Save as PDF", &page).await;
        app.wait_text(".outcome", "page.pdf").await;
        assert!(std::fs::read(&page).unwrap().starts_with(b"%PDF"));
        // Without a desktop the message names the path.
        app.click("//button[normalize-space()='Open']").await;
        app.wait_text("[role='alert']", "papers for Tuesday").await;
        let asked = Asked::default();
        let _desktop = desktop(&bus, &asked);
        app.click("//button[normalize-space()='Open']").await;
        app.gone("[role='alert']").await;
        app.click("//button[normalize-space()='Show in folder']")
            .await;
        app.click("//button[normalize-space()='Print']").await;
        let wanted = [
            format!("open {}", page.display()),
            format!(
                "show file://{}",
                page.display().to_string().replace(' ', "%20")
            ),
            "print page.pdf".to_owned(),
        ];
        let started = Instant::now();
        while asked.0.lock().unwrap().len() < wanted.len() {
            assert!(
                started.elapsed() < PATIENCE,
                "{:?}",
                asked.0.lock().unwrap()
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(*asked.0.lock().unwrap(), wanted);
        // The next dialog begins in the same folder.
        app.click("//button[normalize-space()='Export everything as CSV']")
            .await;
        app.cancel_dialog("Export everything as CSV").await;
        app.go("Settings").await;
        let backups = home.path().join("stick");
        std::fs::create_dir(&backups).unwrap();
        app.click("//button[normalize-space()='Choose a folder']")
            .await;
        app.choose_path("A second place", &backups).await;
        let place = backups.display();
        app.until(&format!(
            "document.querySelector('#backup-place').value === '{place}'"
        ))
        .await;
        app.end().await;
    });
}
