//! Memory hardening.
//!
//! Wipes freed memory and prevents memory dumps. A program running as the same user can still read
//! memory in use; the README says so.

#![allow(unsafe_code)]

use zeroizing_alloc::ZeroAlloc;

/// Global allocator that wipes memory on free: answers, notes and keys do not outlive their use.
#[global_allocator]
static WIPED: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// Wipes memory freed by C libraries, forbids tracing and disables core dumps. Failures are
/// ignored.
#[cfg(target_os = "linux")]
pub fn harden() {
    let none = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the three calls only change settings of this process, and `none` outlives the call
    // that reads it. A refused call leaves the process as it was.
    unsafe {
        libc::mallopt(libc::M_PERTURB, 0xa5);
        libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0);
        libc::setrlimit(libc::RLIMIT_CORE, &raw const none);
    }
}

/// Does nothing beyond the allocator on this platform.
#[cfg(not(target_os = "linux"))]
pub fn harden() {}
