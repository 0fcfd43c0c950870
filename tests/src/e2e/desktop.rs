//! Desktop services for tests: a D-Bus session bus and a keyring.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Configuration of a bus without service activation.
const BUS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A private session bus, stopped on drop.
pub struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    pub fn start() -> Self {
        let config = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(config.path(), BUS).unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .arg("--config-file")
            .arg(config.path())
            .args(["--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed (Debian: dbus-daemon)");
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        Self {
            daemon,
            address: address.trim().to_owned(),
        }
    }

    /// Returns the bus address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Emits the signal that a desktop sends when its screen is locked or unlocked.
    pub fn screen(&self, locked: bool) {
        let done = Command::new("gdbus")
            .args(["emit", "--session", "--object-path", "/ScreenSaver"])
            .args(["--signal", "org.freedesktop.ScreenSaver.ActiveChanged"])
            .arg(locked.to_string())
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .status();
        assert!(
            done.is_ok_and(|s| s.success()),
            "gdbus is installed (Debian: libglib2.0-bin)"
        );
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// The desktop keyring, unlocked as after login and stopped on drop.
pub struct KeyStore(Child);

impl KeyStore {
    pub fn start(bus: &Bus, home: &Path) -> Self {
        let mut daemon = Command::new("gnome-keyring-daemon")
            .args(["--unlock", "--foreground", "--components=secrets"])
            .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("gnome-keyring-daemon is installed (Debian: gnome-keyring)");
        daemon.stdin.take().unwrap().write_all(b"login").unwrap();
        let mut ready = String::new();
        BufReader::new(daemon.stdout.take().unwrap())
            .read_line(&mut ready)
            .unwrap();
        Self(daemon)
    }
}

impl Drop for KeyStore {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
