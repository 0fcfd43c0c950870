//! Dialogs of the system. Only Rust opens them and learns the chosen path; the page never does.

use commands::saving::SuggestedFile;
use std::path::{Path, PathBuf};
use tauri::AppHandle;

/// What a dialog asks for.
pub enum Question {
    /// Where to save a file.
    Save(SuggestedFile),
    /// Which folder, with the title and the folder it begins in.
    Folder(String, PathBuf),
}

/// Asks where to save a file. `None` if the user cancels.
pub async fn save_path(app: &AppHandle, suggested: SuggestedFile) -> Option<PathBuf> {
    ask(app, Question::Save(suggested)).await
}

/// Asks for a folder. `None` if the user cancels.
pub async fn folder(app: &AppHandle, title: String, start: &Path) -> Option<PathBuf> {
    ask(app, Question::Folder(title, start.to_owned())).await
}

/// Opens a dialog on the main thread, as the toolkits want it, and waits for its answer.
async fn ask(app: &AppHandle, question: Question) -> Option<PathBuf> {
    let (answer, mut answered) = tauri::async_runtime::channel(1);
    let handle = app.clone();
    // The receiver waits for as long as the dialog is open.
    let reply = move |path| drop(answer.try_send(path));
    app.run_on_main_thread(move || system::show(&handle, question, reply))
        .ok()?;
    answered.recv().await?
}

/// GTK's native dialog: the desktop's portal where there is one, else GTK's own.
#[cfg(target_os = "linux")]
mod system {
    use super::Question;
    use crate::state::WINDOW;
    use gtk::prelude::*;
    use gtk::{FileChooserAction, FileChooserNative, ResponseType};
    use std::cell::RefCell;
    use std::path::PathBuf;
    use std::rc::Rc;
    use tauri::{AppHandle, Manager as _};

    pub fn show(app: &AppHandle, question: Question, reply: impl Fn(Option<PathBuf>) + 'static) {
        let window = app
            .get_webview_window(WINDOW)
            .and_then(|w| w.gtk_window().ok());
        let dialog = dialog(question, window.as_ref());
        dialog.set_modal(true);
        // A native dialog belongs to no widget: it lives until it has been answered.
        let kept = Rc::new(RefCell::new(None));
        let held = Rc::clone(&kept);
        dialog.connect_response(move |dialog, response| {
            let accepted = response == ResponseType::Accept;
            reply(accepted.then(|| dialog.filename()).flatten());
            dialog.destroy();
            held.take();
        });
        dialog.show();
        kept.replace(Some(dialog));
    }

    fn dialog(question: Question, window: Option<&gtk::ApplicationWindow>) -> FileChooserNative {
        match question {
            Question::Save(suggested) => {
                let title = Some(suggested.title.as_str());
                let save = FileChooserAction::Save;
                let dialog = FileChooserNative::new(title, window, save, None, None);
                dialog.set_do_overwrite_confirmation(true);
                dialog.set_current_folder(suggested.folder);
                dialog.set_current_name(&suggested.name);
                dialog
            }
            Question::Folder(title, start) => {
                let folder = FileChooserAction::SelectFolder;
                let dialog = FileChooserNative::new(Some(&title), window, folder, None, None);
                dialog.set_current_folder(start);
                dialog
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use super::Question;
    use crate::state::WINDOW;
    use rfd::FileDialog;
    use std::path::PathBuf;
    use tauri::{AppHandle, Manager as _};

    pub fn show(app: &AppHandle, question: Question, reply: impl Fn(Option<PathBuf>) + 'static) {
        let dialog = FileDialog::new();
        let dialog = match app.get_webview_window(WINDOW) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        };
        reply(match question {
            Question::Save(s) => {
                let dialog = dialog.set_title(s.title).set_directory(s.folder);
                dialog.set_file_name(s.name).save_file()
            }
            Question::Folder(title, start) => {
                dialog.set_title(title).set_directory(start).pick_folder()
            }
        });
    }
}
