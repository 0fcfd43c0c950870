//! Entry point of the desktop app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(unsafe_code)]

fn main() {
    for (name, value) in daymark::ENVIRONMENT {
        // SAFETY: runs first in `main`, before any other thread could read the environment.
        unsafe { std::env::set_var(name, value) };
    }
    daymark::run();
}
