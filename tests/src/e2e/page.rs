//! Finds, clicks and reads what is on the page.

use super::app::{App, PATIENCE};
use std::time::{Duration, Instant};
use thirtyfour::{By, WebElement};

/// Script that reports whether an element is attached and did not move for two frames.
const STILL: &str = "const [it, tell] = arguments;
    const place = () => { const p = it.getBoundingClientRect(); return [p.x, p.y, p.width, p.height].join(); };
    const was = place();
    requestAnimationFrame(() => requestAnimationFrame(() => tell(it.isConnected && place() === was)));";

impl App {
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
                let clicked = element.click().await;
                return clicked.unwrap_or_else(|error| panic!("{selector}: {error}"));
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

fn by(selector: &str) -> By {
    if selector.starts_with("//") {
        By::XPath(selector)
    } else {
        By::Css(selector)
    }
}
