//! An otherwise empty window of the same versions: what the app's start and memory are measured against.
#![allow(unsafe_code)]

use std::io::Write as _;

#[tauri::command(async)]
fn ready() {
    println!("ready");
    let _ = std::io::stdout().flush();
}

fn main() {
    #[cfg(target_os = "linux")]
    // SAFETY: first thing in main, as in the app.
    unsafe {
        std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    let built = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![ready])
        .setup(|app| {
            tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::default())
                .inner_size(1280.0, 800.0)
                .incognito(true)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"));
    if let Err(error) = built {
        eprintln!("{error}");
    }
}
