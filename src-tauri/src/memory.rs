//! What was in memory does not outlive its use.
//!
//! Owns the wiping of freed memory and the refusal of dumps. What is in use cannot be hidden from a program that runs
//! as the same person, and the README says so.

#![allow(unsafe_code)]

use zeroizing_alloc::ZeroAlloc;

/// Memory given back is overwritten first: an answer, a note or a key is gone when nothing holds it any more.
#[global_allocator]
static WIPED: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// What libraries give back is overwritten too, and no crash leaves a picture of the memory on disk.
#[cfg(target_os = "linux")]
pub fn keep_to_itself() {
    let none = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: three calls that only set something of this process; the limit is read while the call lasts. Where one is
    // refused the program is no worse off than without it.
    unsafe {
        libc::mallopt(libc::M_PERTURB, 0xa5);
        libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0);
        libc::setrlimit(libc::RLIMIT_CORE, &raw const none);
    }
}

/// Nothing more to do; see the module.
#[cfg(not(target_os = "linux"))]
pub fn keep_to_itself() {}
