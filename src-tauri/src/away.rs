//! The person goes away: the computer sleeps, the screen is locked.
//!
//! Owns hearing of it on Linux, from the desktop's own messages. What is done then is the page's, which keeps what was
//! typed and locks; where the page does not answer in time, the journal is closed without it.

use crate::leave;
use tauri::AppHandle;

/// Locks the journal: by the page where it answers, without it where it does not.
fn lock(app: &AppHandle) {
    leave::ask(app, "lock", leave::lock);
}

/// What the desktop says, where it is told: the bus, the interface, the signal, and whether its first value has to be true.
#[cfg(target_os = "linux")]
const TOLD: [(gtk::gio::BusType, &str, &str, bool); 5] = {
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

/// Listens for as long as the program runs. A bus that is not there has nothing to say.
#[cfg(target_os = "linux")]
pub fn listen(app: &AppHandle) {
    use gtk::gio::{Cancellable, DBusSignalFlags, bus_get};
    for (bus, interface, signal, only_true) in TOLD {
        let app = app.clone();
        bus_get(bus, None::<&Cancellable>, move |connection| {
            let Ok(connection) = connection else { return };
            // The desktop's end is not Daymark's.
            connection.set_exit_on_close(false);
            let _ = connection.signal_subscribe(
                // Whoever may speak on the bus may have the journal locked: that harms nobody.
                None,
                Some(interface),
                Some(signal),
                None,
                None,
                DBusSignalFlags::NONE,
                move |_, _, _, _, _, values| {
                    let says_so = || values.try_child_value(0).and_then(|v| v.get::<bool>());
                    if !only_true || says_so() == Some(true) {
                        lock(&app);
                    }
                },
            );
        });
    }
}

/// Nothing is heard here yet; the journal locks after a while without a touch.
#[cfg(not(target_os = "linux"))]
pub fn listen(_: &AppHandle) {
    let _ = lock;
}
