//! The commands: their list, their binding to use cases, and the TypeScript bindings.

pub mod bind;
#[cfg(feature = "ts")]
pub mod typescript;
