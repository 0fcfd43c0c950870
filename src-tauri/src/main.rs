//! Entry point of the desktop app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(unsafe_code)]

fn main() {
    // Without a usable GPU the DMABUF renderer draws blank or slow windows. This UI needs no GPU.
    #[cfg(target_os = "linux")]
    // SAFETY: runs first in `main`, before any other thread could read the environment.
    unsafe {
        std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    daymark::run();
}
