//! Asks the desktop, over its bus, to open a file or to show it in its folder. What opens is no
//! child of this program, whose processes may not reach the network.

/// How a saved file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// In the program for its kind.
    Open,
    /// In its folder, selected.
    Show,
    /// In the system's print dialog.
    Print,
}

#[cfg(target_os = "linux")]
pub use linux::open;

#[cfg(target_os = "linux")]
mod linux {
    use super::Way;
    use gtk::gio::prelude::*;
    use gtk::gio::{self, BusType, Cancellable, DBusCallFlags, DBusSendMessageFlags, UnixFDList};
    use gtk::glib::{Error, Variant, variant::Handle};
    use std::os::fd::AsRawFd as _;
    use std::path::Path;

    /// How long the desktop may take to answer, in milliseconds.
    const PATIENCE: i32 = 5_000;

    /// Asks the desktop. Fails if no desktop answers.
    pub fn open(path: &Path, way: Way) -> Result<(), Error> {
        let bus = gio::bus_get_sync(BusType::Session, Cancellable::NONE)?;
        match way {
            Way::Show => show(&bus, path),
            Way::Open => hand_over(&bus, path, "OpenURI", "OpenFile", &[]),
            Way::Print => {
                let title = path
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned());
                hand_over(&bus, path, "Print", "Print", &[title.unwrap_or_default()])
            }
        }
    }

    fn show(bus: &gio::DBusConnection, path: &Path) -> Result<(), Error> {
        let uri = gio::File::for_path(path).uri().to_string();
        let arguments = (vec![uri], String::new()).to_variant();
        bus.call_sync(
            Some("org.freedesktop.FileManager1"),
            "/org/freedesktop/FileManager1",
            "org.freedesktop.FileManager1",
            "ShowItems",
            Some(&arguments),
            None,
            DBusCallFlags::NONE,
            PATIENCE,
            Cancellable::NONE,
        )?;
        Ok(())
    }

    /// Hands a file to the portal, so that a sandboxed viewer sees it too. `named` are the texts
    /// between the parent window and the file.
    fn hand_over(
        bus: &gio::DBusConnection,
        path: &Path,
        interface: &str,
        method: &str,
        named: &[String],
    ) -> Result<(), Error> {
        let failed = |e: std::io::Error| Error::new(gio::IOErrorEnum::Failed, &e.to_string());
        let file = std::fs::File::open(path).map_err(failed)?;
        let files = UnixFDList::new();
        let handle = Handle(files.append(file.as_raw_fd())?);
        let options = gtk::glib::VariantDict::new(None).end();
        let named = named.iter().map(ToVariant::to_variant);
        let parts = std::iter::once(String::new().to_variant()).chain(named);
        let parts = parts.chain([handle.to_variant(), options]);
        let arguments = Variant::tuple_from_iter(parts);
        // Not `call_with_unix_fd_list_sync`: it panics on an answer without files.
        let message = gio::DBusMessage::new_method_call(
            Some("org.freedesktop.portal.Desktop"),
            "/org/freedesktop/portal/desktop",
            Some(&format!("org.freedesktop.portal.{interface}")),
            method,
        );
        message.set_unix_fd_list(Some(&files));
        message.set_body(&arguments);
        let flags = DBusSendMessageFlags::NONE;
        let (answer, _) =
            bus.send_message_with_reply_sync(&message, flags, PATIENCE, Cancellable::NONE)?;
        // Not `to_gerror`: it panics on errors in a debug build.
        match answer.error_name() {
            Some(name) => Err(Error::new(gio::IOErrorEnum::Failed, &name)),
            None => Ok(()),
        }
    }
}

/// Nothing asks other systems yet: the message names the path.
#[cfg(not(target_os = "linux"))]
pub fn open(_path: &std::path::Path, _way: Way) -> Result<(), std::io::Error> {
    Err(std::io::ErrorKind::Unsupported.into())
}
