//! Empty window with the same dependency versions: the baseline for start-up and memory benchmarks.
#![allow(unsafe_code)]

use std::io::Write as _;

#[tauri::command(async)]
fn ready() {
    println!("ready");
    let _ = std::io::stdout().flush();
}

fn main() {
    #[cfg(target_os = "linux")]
    // SAFETY: runs first in `main`, before any other thread exists, as in the app.
    unsafe {
        std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    let built = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![ready])
        .setup(|app| {
            tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::default())
                .inner_size(1280.0, 800.0)
                // The test driver can't reach a window without a profile.
                .incognito(std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none())
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"));
    if let Err(error) = built {
        eprintln!("{error}");
    }
}
