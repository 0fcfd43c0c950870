// Commands of the shell, which need no open journal.
import type { CommandError, RepairView } from "./bindings";
import { asFailure, call, idle } from "./client";

/** What unlocks a journal. */
export type CredentialKind = "passphrase" | "recovery" | "none";

/** Blurs the focused field, which saves it, and waits for pending saves. */
async function saveInput(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await idle();
}

/** Saves unfinished input and quits the program. */
export async function quit(): Promise<void> {
  await saveInput();
  await call("quit", {});
}

/**
 * Saves unfinished input, closes the journal and reloads the page, which drops all journal data.
 */
export async function lock(): Promise<void> {
  await saveInput();
  await call("lock", {});
  location.reload();
}

/** Opens the journal. Returns the failure if it stays closed. */
export async function unlock(kind: CredentialKind, secret: string): Promise<CommandError | undefined> {
  try {
    await call("unlock", { kind, secret });
  } catch (error) {
    return asFailure(error);
  }
  location.reload();
  return undefined;
}

/** Restarts the program after a backend panic. */
export async function restart(): Promise<void> {
  await call("restart", {});
}

/** Returns the activity log, which holds no user data. */
export async function activityLog(): Promise<string> {
  return call("activity_log", {});
}

/** Repairs the journal, which stays closed. Throws a `CommandError`. */
export async function repair(kind: CredentialKind, secret: string): Promise<RepairView> {
  return call("repair", { kind, secret });
}
