//! The app under WebDriver, and helpers that drive its window.

use crate::cli::built;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::{By, Capabilities, WebDriver, WebElement};

const PATIENCE: Duration = Duration::from_secs(60);

/// Script that reports whether an element is attached and did not move for two frames.
const STILL: &str = "const [it, tell] = arguments;
    const place = () => { const p = it.getBoundingClientRect(); return [p.x, p.y, p.width, p.height].join(); };
    const was = place();
    requestAnimationFrame(() => requestAnimationFrame(() => tell(it.isConnected && place() === was)));";

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
        self.find(".where").await;
        self.click("main > .btn.main").await;
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

    /// Waits for an element, by CSS or XPath, and returns it.
    pub async fn find(&self, selector: &str) -> WebElement {
        let started = Instant::now();
        loop {
            match self.driver().find(by(selector)).await {
                Ok(element) => return element,
                Err(error) if started.elapsed() > PATIENCE => {
                    panic!("{selector} did not come: {error}\n{}", self.text().await)
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    /// Returns whether an element matches now.
    pub async fn there(&self, selector: &str) -> bool {
        self.driver().find(by(selector)).await.is_ok()
    }

    /// Waits until no element matches.
    pub async fn gone(&self, selector: &str) {
        let started = Instant::now();
        while self.there(selector).await {
            assert!(started.elapsed() < PATIENCE, "{selector} stays");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Clicks an element once it stands still. WebDriver clicks at the position it looked up, so a
    /// click on a moving element would miss.
    pub async fn click(&self, selector: &str) {
        let started = Instant::now();
        loop {
            let element = self.find(selector).await;
            if self.still(&element).await {
                return element.click().await.unwrap();
            }
            assert!(
                started.elapsed() < PATIENCE,
                "{selector} does not stand still"
            );
        }
    }

    /// Returns whether an element is where it was two frames ago. A detached element is not.
    async fn still(&self, element: &WebElement) -> bool {
        let element = element.to_json().unwrap();
        let stood = self.driver().execute_async(STILL, vec![element]).await;
        stood.is_ok_and(|s| s.convert().unwrap_or(false))
    }

    /// Resizes the window and waits until the page has that width.
    pub async fn size(&self, width: u32, height: u32) {
        let asked = self.driver().set_window_rect(0, 0, width, height);
        asked.await.unwrap();
        self.until(&format!("innerWidth === {width}")).await;
    }

    /// Sets the text size, in percent, in the settings and waits until the page uses it.
    pub async fn text_size(&self, percent: &str) {
        self.go("Settings").await;
        let named = format!("//button[@role='radio' and normalize-space()='{percent} %']");
        self.click(&named).await;
        self.find(&format!("html[data-text='{percent}']")).await;
    }

    /// Waits until a JavaScript condition holds in the page.
    pub async fn until(&self, so: &str) {
        let started = Instant::now();
        while !self.script::<bool>(&format!("return {so}")).await {
            assert!(started.elapsed() < PATIENCE, "{so} does not come to be");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Sends keys to the focused element.
    pub async fn keys(&self, keys: impl Into<thirtyfour::TypingData>) {
        self.driver()
            .active_element()
            .await
            .unwrap()
            .send_keys(keys.into())
            .await
            .unwrap();
    }

    /// Kills the app with `SIGKILL`, without notice, as a power cut would.
    pub fn kill(self) {
        let killed = Command::new("pkill")
            .args(["-KILL", "-P"])
            .arg(self.service.id().to_string())
            .status();
        assert!(killed.is_ok_and(|s| s.success()), "the program was running");
    }

    /// Runs a script in the page and returns its result.
    pub async fn script<T: serde::de::DeserializeOwned>(&self, script: &str) -> T {
        let args = self.driver().execute(script, vec![]).await.unwrap();
        args.convert().unwrap()
    }

    /// Presses Tab until the focused element matches, at most 250 times.
    pub async fn tab_to(&self, selector: &str) {
        for _ in 0..250 {
            // A key action instead of `send_keys`: file inputs reject keys that are not a path.
            let tab = self.driver().action_chain().key_down(thirtyfour::Key::Tab);
            tab.key_up(thirtyfour::Key::Tab).perform().await.unwrap();
            let script = format!("return document.activeElement.matches({selector:?})");
            if self.script(&script).await {
                return;
            }
        }
        panic!("Tab does not come to {selector}");
    }

    /// Opens a screen with its navigation button.
    pub async fn go(&self, place: &str) {
        let place = format!("//nav//button[normalize-space()='{place}'");
        self.click(&format!("{place}]")).await;
        self.find(&format!("{place} and @aria-current='page']"))
            .await;
    }

    /// Waits until the text of a matching element contains `words`.
    pub async fn wait_text(&self, selector: &str, words: &str) {
        let started = Instant::now();
        loop {
            let mut message = Vec::new();
            for element in self
                .driver()
                .find_all(by(selector))
                .await
                .unwrap_or_default()
            {
                message.push(element.text().await.unwrap_or_default());
            }
            if message.iter().any(|s| s.contains(words)) {
                return;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "{selector} does not say “{words}” but {message:?}"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn text(&self) -> String {
        match self.driver().find(By::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(error) => error.to_string(),
        }
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

fn by(selector: &str) -> By {
    if selector.starts_with("//") {
        By::XPath(selector)
    } else {
        By::Css(selector)
    }
}
