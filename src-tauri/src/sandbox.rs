//! Network sandbox.
//!
//! On Linux the kernel refuses every socket that could leave this computer, for this process and
//! all its children (including the web processes), from before the window exists. Windows and macOS
//! have no equivalent; there the guarantee rests on the code that is built in, and the README says
//! so.

/// Error of setting up the sandbox.
#[derive(Debug, thiserror::Error)]
#[error("the network could not be sealed off: {0}")]
pub struct SandboxError(String);

/// Installs a seccomp filter that refuses internet, packet and vsock sockets for this thread and
/// all it starts. Local sockets (display, desktop) stay allowed.
#[cfg(target_os = "linux")]
pub fn block_network() -> Result<(), SandboxError> {
    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule, TargetArch,
    };
    let error = |why: &dyn std::fmt::Display| SandboxError(why.to_string());
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
        .map_err(|e| error(&e))?;
    // `io_uring` can open sockets past this filter, so it is refused entirely.
    let calls = [
        (libc::SYS_socket, rules),
        (libc::SYS_io_uring_setup, Vec::new()),
    ];
    let target = TargetArch::try_from(std::env::consts::ARCH).map_err(|e| error(&e))?;
    let refuse = SeccompAction::Errno(libc::EACCES.unsigned_abs());
    let filter = SeccompFilter::new(
        calls.into_iter().collect(),
        SeccompAction::Allow,
        refuse,
        target,
    );
    let program: BpfProgram = filter
        .and_then(BpfProgram::try_from)
        .map_err(|e| error(&e))?;
    seccompiler::apply_filter(&program).map_err(|e| error(&e))?;
    block_ports().map_err(|e| error(&e))
}

/// Adds a Landlock rule, where the kernel supports it, that forbids binding and connecting TCP
/// ports.
#[cfg(target_os = "linux")]
fn block_ports() -> Result<(), landlock::RulesetError> {
    use landlock::{ABI, Access as _, AccessNet, Ruleset, RulesetAttr as _};
    // Older kernels ignore this; the seccomp filter still applies.
    Ruleset::default()
        .handle_access(AccessNet::from_all(ABI::V4))?
        .create()?
        .restrict_self()
        .map(drop)
}

/// Disables WebRTC and DNS prefetching in the page, which the sandbox would refuse anyway.
#[cfg(target_os = "linux")]
pub fn disable_webrtc(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt as _, WebViewExt as _};
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_enable_webrtc(false);
            settings.set_enable_dns_prefetching(false);
        }
    })
}

/// Does nothing on this platform; see the module.
#[cfg(not(target_os = "linux"))]
pub fn disable_webrtc(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Does nothing on this platform; see the module.
#[cfg(not(target_os = "linux"))]
pub fn block_network() -> Result<(), SandboxError> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::block_network;
    use std::io::ErrorKind;
    use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream, UdpSocket};
    use std::os::unix::net::UnixStream;

    #[test]
    fn sandbox_denies_network_and_allows_local_sockets() {
        let open = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = open.local_addr().unwrap();
        assert!(
            TcpStream::connect(address).is_ok(),
            "before the seal it works"
        );
        // The filter applies to this thread only; other test threads keep their sockets.
        let refused = std::thread::spawn(move || {
            block_network().unwrap();
            let denied = |result: std::io::Result<()>| {
                result.err().map(|e| e.kind()) == Some(ErrorKind::PermissionDenied)
            };
            assert!(
                denied(TcpStream::connect(address).map(drop)),
                "no connection"
            );
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
