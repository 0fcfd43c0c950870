//! Daymark's window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(unsafe_code)]

fn main() {
    // The DMABUF renderer draws blank or slow windows without a usable GPU; forms and lines need none.
    #[cfg(target_os = "linux")]
    // SAFETY: first thing in main, before any other thread exists that could read the environment.
    unsafe {
        std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    daymark::run();
}
