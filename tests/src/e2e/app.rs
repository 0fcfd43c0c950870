//! The app under WebDriver, and helpers that drive its window.

use crate::cli::built;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};

pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// Runs the steps of an end-to-end test to completion.
pub fn journey(steps: impl Future<Output = ()>) {
    // Screenshots capture the shared display, so only one window may be open.
    static SCREEN: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _screen = SCREEN
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    assert!(
        std::env::var_os("DISPLAY").is_some(),
        "journeys need a display; `cargo x test` starts one"
    );
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(steps);
}

/// A running app with its own home folder.
pub struct App {
    driver: Option<WebDriver>,
    service: Child,
    home: PathBuf,
    clock: String,
    locale: String,
    bus: String,
}

impl App {
    /// Starts the app with its home and journal under `home`.
    pub async fn start(home: &Path, clock: &str, locale: &str) -> Self {
        Self::start_on("disabled:", home, clock, locale).await
    }

    /// Starts the app like `start`, on the D-Bus session bus at the address `bus`.
    pub async fn start_on(bus: &str, home: &Path, clock: &str, locale: &str) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let mut service = Command::new("WebKitWebDriver");
        service
            .arg(format!("--port={port}"))
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", home)
            .env("LANG", "en_US.UTF-8")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .env("NO_AT_BRIDGE", "1")
            .env("DAYMARK_JOURNAL", home.join("journal"))
            .env("DAYMARK_CLOCK", clock)
            .env("DAYMARK_LANGUAGE", locale)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            service.env(name, home.join(folder));
        }
        let service = service
            .spawn()
            .expect("WebKitWebDriver is installed (Debian: webkit2gtk-driver)");
        let mut wanted = Capabilities::new();
        let options = serde_json::json!({"binary": built("daymark"), "args": []});
        wanted.insert("webkitgtk:browserOptions".into(), options);
        let address = format!("http://127.0.0.1:{port}");
        let started = Instant::now();
        let driver = loop {
            match WebDriver::new(&address, wanted.clone()).await {
                Ok(driver) => break driver,
                Err(error) if started.elapsed() > PATIENCE => panic!("no session: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        };
        let app = Self {
            driver: Some(driver),
            service,
            home: home.to_owned(),
            clock: clock.into(),
            locale: locale.into(),
            bus: bus.into(),
        };
        app.find("h1").await;
        app
    }

    /// Completes the welcome page without a passphrase. Finds the buttons by position, because
    /// their labels depend on the language.
    pub async fn begin(&self) {
        self.click("form .actions .btn.main").await;
        self.gone("main.first").await;
    }

    /// Closes the window and opens it again with the same settings.
    pub async fn again(self) -> Self {
        self.end().await;
        Self::start_on(
            &self.bus.clone(),
            &self.home.clone(),
            &self.clock.clone(),
            &self.locale.clone(),
        )
        .await
    }

    /// Closes the window, once what was answered is saved, and waits until the journal is released.
    pub async fn end(&self) {
        self.gone(":root[data-pending]").await;
        // `quit` takes the driver by value; a clone ends the same session.
        if let Some(driver) = &self.driver {
            driver.clone().quit().await.unwrap();
        }
        self.released().await;
    }

    /// Waits until the app has released the journal.
    pub async fn released(&self) {
        let started = Instant::now();
        let place = journal::JournalPaths::new(self.journal());
        while started.elapsed() < PATIENCE {
            match journal::Journal::open(&place, &journal::Credential::None, 0) {
                Err(journal::Error::InUse) => tokio::time::sleep(Duration::from_millis(50)).await,
                Ok(open) => return open.close().unwrap(),
                Err(_) => return,
            }
        }
        panic!("the program did not let go of the journal");
    }

    /// Returns the WebDriver session.
    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the window is open")
    }

    /// Returns the home folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Returns the journal folder.
    pub fn journal(&self) -> PathBuf {
        self.home.join("journal")
    }

    /// Kills the app with `SIGKILL`, without notice, as a power cut would.
    pub fn kill(self) {
        let killed = Command::new("pkill")
            .args(["-KILL", "-P"])
            .arg(self.service.id().to_string())
            .status();
        assert!(killed.is_ok_and(|s| s.success()), "the program was running");
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // A test that panics must leave neither window nor driver behind.
        let _ = Command::new("pkill")
            .arg("-P")
            .arg(self.service.id().to_string())
            .status();
        let _ = self.service.kill();
        let _ = self.service.wait();
    }
}
