//! What a person is to know about the journal's place.
//!
//! Owns when a place is one that other programs write to as well (a folder kept in step with other computers, a disk of
//! the network), and what a journal or a computer is like that is not as usual.

use crate::{Session, word};
use std::path::Path;

/// Folders that programs keep in step with other computers, as they are named.
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

/// Kinds of disks that are another computer's.
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

/// The sentences, the most pressing first.
pub fn notices(session: &Session) -> Vec<String> {
    let state = session.journal().state();
    let folder = &session.journal().place().folder;
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let told = [
        (state.read_only, word::NOTICE_READ_ONLY),
        (state.cut_off, word::NOTICE_CUT_OFF),
        (is_synced(folder), word::NOTICE_SYNCED),
        (is_of_the_network(folder, &mounts), word::NOTICE_NETWORK),
        (session.clock().known_zone().is_none(), word::NOTICE_ZONE),
    ];
    let tongue = session.tongue();
    let no_copy = session
        .no_copy()
        .map(|why| tongue.say_with(word::NOTICE_NO_COPY, &[("why", why.into())]));
    told.iter()
        .filter(|(is, _)| *is)
        .map(|(_, key)| tongue.say(key))
        .chain(no_copy)
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

/// `mounts` is what the system says: a device, a place, a kind of file system in each line.
fn is_of_the_network(folder: &Path, mounts: &str) -> bool {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let kind = mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            // Spaces stand as \040 there.
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
    fn a_folder_kept_in_step_with_other_computers_is_known_by_its_name_or_its_mark() {
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
    fn a_disk_of_the_network_is_told_from_one_of_this_computer() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/home /mnt/far\\040away nfs4 rw 0 0\n/dev/sdb1 /mnt/far\\040away/stick vfat rw 0 0\n";
        let at = |path: &str| is_of_the_network(Path::new(path), mounts);
        assert!(at("/mnt/far away/journal"), "another computer's");
        assert!(!at("/mnt/far away/stick/j"), "a stick of this one below it");
        assert!(!at("/home/ada"), "its own disk");
    }
}
