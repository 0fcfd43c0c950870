//! Entry point of the desktop app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(unsafe_code)]

fn main() {
    #[cfg(target_os = "linux")]
    for (name, value) in [
        // Without a usable GPU the DMABUF renderer draws blank or slow windows. This UI needs no GPU.
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
        // GDK need not load the GL libraries either: 15 to 30 ms of the start.
        ("GDK_GL", "disable"),
        // The page's script is small: it is no slower interpreted, takes 13 MB less, and its process
        // has no memory that is both writable and executable.
        ("JSC_useJIT", "0"),
    ] {
        // SAFETY: runs first in `main`, before any other thread could read the environment.
        unsafe {
            std::env::set_var(name, value);
        }
    }
    daymark::run();
}
