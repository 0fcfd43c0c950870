//! No network, by the system's own hand.
//!
//! Owns the one promise that no code here can break by mistake: on Linux the kernel refuses every socket that could
//! leave this computer, to this program and to each one it starts (the page's processes too), from before the window
//! exists. Windows and macOS have no such door; there it rests on what is built in, and the README says so.

/// Why the seal could not be put on.
#[derive(Debug, thiserror::Error)]
#[error("the network could not be sealed off: {0}")]
pub struct Unsealed(String);

/// Refuses sockets of the internet, and of packets, to this thread and to all that it starts from now on. Sockets
/// inside this computer (the display, the desktop) stay.
#[cfg(target_os = "linux")]
pub fn seal() -> Result<(), Unsealed> {
    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule, TargetArch,
    };
    let unsealed = |why: &dyn std::fmt::Display| Unsealed(why.to_string());
    let families = [
        libc::AF_INET,
        libc::AF_INET6,
        libc::AF_PACKET,
        libc::AF_VSOCK,
    ];
    let rules = families
        .iter()
        .map(|family| {
            let family = u64::from(family.unsigned_abs());
            SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, family)
                .and_then(|is| SeccompRule::new(vec![is]))
        })
        .collect::<Result<Vec<_>, _>>()
        .map_err(|e| unsealed(&e))?;
    // A ring could open a socket without asking: it is refused whole, as on systems that have none.
    let calls = [
        (libc::SYS_socket, rules),
        (libc::SYS_io_uring_setup, Vec::new()),
    ];
    let target = TargetArch::try_from(std::env::consts::ARCH).map_err(|e| unsealed(&e))?;
    let refuse = SeccompAction::Errno(libc::EACCES.unsigned_abs());
    let filter = SeccompFilter::new(
        calls.into_iter().collect(),
        SeccompAction::Allow,
        refuse,
        target,
    );
    let program: BpfProgram = filter
        .and_then(BpfProgram::try_from)
        .map_err(|e| unsealed(&e))?;
    seccompiler::apply_filter(&program).map_err(|e| unsealed(&e))?;
    no_port().map_err(|e| unsealed(&e))
}

/// A second wall of another make, where the kernel has one: no port can be bound or connected to.
#[cfg(target_os = "linux")]
fn no_port() -> Result<(), landlock::RulesetError> {
    use landlock::{ABI, Access as _, AccessNet, Ruleset, RulesetAttr as _};
    // An older kernel has none; the seal above holds alone there.
    Ruleset::default()
        .handle_access(AccessNet::from_all(ABI::V4))?
        .create()?
        .restrict_self()
        .map(drop)
}

/// Takes from the page what the seal would refuse anyway: calls from browser to browser, and names looked up ahead.
#[cfg(target_os = "linux")]
pub fn quiet(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt as _, WebViewExt as _};
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_enable_webrtc(false);
            settings.set_enable_dns_prefetching(false);
        }
    })
}

/// Nothing to take away; see the module.
#[cfg(not(target_os = "linux"))]
pub fn quiet(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Nothing to seal with; see the module.
#[cfg(not(target_os = "linux"))]
pub fn seal() -> Result<(), Unsealed> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::seal;
    use std::io::ErrorKind;
    use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream, UdpSocket};
    use std::os::unix::net::UnixStream;

    #[test]
    fn no_socket_can_leave_this_computer_and_those_inside_it_stay() {
        let open = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let there = open.local_addr().unwrap();
        assert!(
            TcpStream::connect(there).is_ok(),
            "before the seal it works"
        );
        // The seal is the thread's own: the others of this test program keep their sockets.
        let refused = std::thread::spawn(move || {
            seal().unwrap();
            let denied = |result: std::io::Result<()>| {
                result.err().map(|e| e.kind()) == Some(ErrorKind::PermissionDenied)
            };
            assert!(denied(TcpStream::connect(there).map(drop)), "no connection");
            assert!(
                denied(UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).map(drop)),
                "no datagram"
            );
            assert!(
                denied(UdpSocket::bind((Ipv6Addr::UNSPECIFIED, 0)).map(drop)),
                "nor by IPv6"
            );
            assert!(
                UnixStream::pair().is_ok(),
                "the desktop can still be spoken to"
            );
            let child = std::process::Command::new("cat")
                .arg("/proc/self/status")
                .output()
                .unwrap();
            let status = String::from_utf8_lossy(&child.stdout).into_owned();
            assert!(
                status.contains("Seccomp:\t2"),
                "what it starts is sealed too: {status}"
            );
        });
        refused.join().unwrap();
    }
}
