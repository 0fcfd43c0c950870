//! Lock on suspend and screen lock.
//!
//! Listens to desktop signals over D-Bus (Linux only). The page saves unfinished input and locks;
//! if it does not answer in time, the journal is closed without it.

use crate::shutdown;
use tauri::AppHandle;

/// Locks the journal through the page, or directly if the page does not answer in time.
fn lock(app: &AppHandle) {
    shutdown::request(app, "lock", shutdown::lock);
}

/// D-Bus signals that lock the journal: bus, interface, signal, and whether the first argument must
/// be `true`.
#[cfg(target_os = "linux")]
const SIGNALS: [(gtk::gio::BusType, &str, &str, bool); 5] = {
    use gtk::gio::BusType::{Session, System};
    let login = (
        "org.freedesktop.login1.Manager",
        "org.freedesktop.login1.Session",
    );
    [
        (System, login.0, "PrepareForSleep", true),
        (System, login.1, "Lock", false),
        (
            Session,
            "org.freedesktop.ScreenSaver",
            "ActiveChanged",
            true,
        ),
        (Session, "org.gnome.ScreenSaver", "ActiveChanged", true),
        (Session, "org.xfce.ScreenSaver", "ActiveChanged", true),
    ]
};

/// Subscribes to the signals for the lifetime of the program. Unavailable buses are skipped.
#[cfg(target_os = "linux")]
pub fn listen(app: &AppHandle) {
    use gtk::gio::{Cancellable, DBusSignalFlags, bus_get};
    for (bus, interface, signal, only_true) in SIGNALS {
        let app = app.clone();
        bus_get(bus, None::<&Cancellable>, move |connection| {
            let Ok(connection) = connection else { return };
            // Losing the bus must not end the program.
            connection.set_exit_on_close(false);
            let _ = connection.signal_subscribe(
                // Any sender is accepted: a forged signal can only lock the journal.
                None,
                Some(interface),
                Some(signal),
                None,
                None,
                DBusSignalFlags::NONE,
                move |_, _, _, _, _, values| {
                    let argument = || values.try_child_value(0).and_then(|v| v.get::<bool>());
                    if !only_true || argument() == Some(true) {
                        lock(&app);
                    }
                },
            );
        });
    }
}

/// Does nothing on this platform. The idle timeout still locks the journal.
#[cfg(not(target_os = "linux"))]
pub fn listen(_: &AppHandle) {
    let _ = lock;
}
