//! Warnings about the journal and its location.
//!
//! Covers a read-only journal, an interrupted save, a synced folder, a network disk, an unknown
//! time zone and a failed backup.

use crate::msg;
use crate::session::Session;
use std::path::Path;

/// Names of folders that file synchronization services use.
const SYNCED: &[&str] = &[
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "icloud drive",
    "com~apple~clouddocs",
    "mobile documents",
    "pcloud",
    "megasync",
    "seafile",
    "syncthing",
];

/// File system types of network disks.
const NETWORK: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "davfs",
    "fuse.davfs2",
    "9p",
    "afs",
    "ceph",
];

/// Returns the warnings, most urgent first.
pub fn warnings(session: &Session) -> Vec<String> {
    let state = session.journal().condition();
    let folder = &session.journal().paths().folder;
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let conditions = [
        (state.read_only, msg::NOTICE_READ_ONLY),
        (state.cut_off, msg::NOTICE_CUT_OFF),
        (is_synced(folder), msg::NOTICE_SYNCED),
        (is_of_the_network(folder, &mounts), msg::NOTICE_NETWORK),
        (session.clock().known_zone().is_none(), msg::NOTICE_ZONE),
    ];
    let locale = session.locale();
    let backup_error = session
        .backup_error()
        .map(|why| locale.format(msg::NOTICE_NO_COPY, &[("why", why.into())]));
    conditions
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, key)| locale.text(key))
        .chain(backup_error)
        .collect()
}

fn is_synced(folder: &Path) -> bool {
    let named = folder.components().any(|part| {
        let name = part.as_os_str().to_string_lossy().to_lowercase();
        SYNCED
            .iter()
            .any(|synced| name == *synced || name.starts_with(&format!("{synced} ")))
    });
    named
        || folder
            .ancestors()
            .any(|above| above.join(".stfolder").exists())
}

/// Returns whether a folder lies on a network disk.
///
/// `mounts` is the text of `/proc/self/mounts`: device, mount point and file system type per line.
fn is_of_the_network(folder: &Path, mounts: &str) -> bool {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let kind = mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            // Spaces are escaped as \040.
            let place = words.next()?.replace("\\040", " ");
            Some((place, words.next()?))
        })
        .filter(|(place, _)| folder.starts_with(place))
        .max_by_key(|(place, _)| place.len())
        .map(|(_, kind)| kind);
    kind.is_some_and(|kind| NETWORK.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synced_folder_is_detected_by_name_or_marker() {
        for path in [
            "/home/ada/Dropbox/journal",
            "/home/ada/OneDrive - Clinic/j",
            "/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/j",
        ] {
            assert!(is_synced(Path::new(path)), "{path}");
        }
        assert!(
            !is_synced(Path::new("/home/ada/.local/share/daymark/journal")),
            "the usual place is nobody else's"
        );
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(".stfolder")).unwrap();
        assert!(is_synced(&folder.path().join("j")), "Syncthing's mark");
    }

    #[test]
    fn network_mount_is_detected_and_local_disk_is_not() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/home /mnt/far\\040away nfs4 rw 0 0\n/dev/sdb1 /mnt/far\\040away/stick vfat rw 0 0\n";
        let at = |path: &str| is_of_the_network(Path::new(path), mounts);
        assert!(at("/mnt/far away/journal"), "another computer's");
        assert!(!at("/mnt/far away/stick/j"), "a stick of this one below it");
        assert!(!at("/home/ada"), "its own disk");
    }
}
