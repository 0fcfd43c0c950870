// Shell commands, which need no open journal and so are not in the command list.
import { invoke } from "@tauri-apps/api/core";
import { isFailure, settled } from "./call";
import type { Failure, RepairShown, Spoken } from "./generated";

/** Blurs the focused field, which saves it, and waits for pending saves. */
async function left(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await settled();
}

/** Saves unfinished input and quits the program. */
export async function quit(): Promise<void> {
  await left();
  await invoke("quit");
}

/**
 * Saves unfinished input, closes the journal and reloads the page, which drops all journal data.
 */
export async function lock(): Promise<void> {
  await left();
  await invoke("lock");
  location.reload();
}

/** Opens the journal. Returns the failure if it stays closed. */
export async function unlock(kind: "passphrase" | "sheet" | "nothing", secret: string): Promise<Failure | undefined> {
  try {
    await invoke("unlock", { kind, secret });
  } catch (error) {
    return isFailure(error) ? error : { code: "bug", said: String(error), fields: [] };
  }
  location.reload();
  return undefined;
}

/** Returns the locale while the journal is closed. */
export async function spoken(): Promise<Spoken> {
  return invoke<Spoken>("spoken");
}

/** Restarts the program after a backend panic. */
export async function reopen(): Promise<void> {
  await invoke("reopen");
}

/** Returns the activity log, which holds no user data. */
export async function trail(): Promise<string> {
  return invoke<string>("trail");
}

/** Repairs the journal, which stays closed. Throws a `Failure`. */
export async function repair(kind: "passphrase" | "sheet" | "nothing", secret: string): Promise<RepairShown> {
  return invoke<RepairShown>("repair", { kind, secret });
}
