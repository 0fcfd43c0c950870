// Closing and opening the journal. These two need no open journal, so they stand beside the list of commands.
import { invoke } from "@tauri-apps/api/core";
import { isFailure, settled } from "./call";
import type { Failure, RepairShown, Spoken } from "./generated";

/** What is being typed is left, and so kept; done when it is. */
async function left(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await settled();
}

/** The program ends, once what was typed is kept. */
export async function quit(): Promise<void> {
  await left();
  await invoke("quit");
}

/** Closes the journal. What was typed is kept first; the page begins anew, with nothing of the journal in it. */
export async function lock(): Promise<void> {
  await left();
  await invoke("lock");
  location.reload();
}

/** Opens the journal; what keeps it closed is a failure. */
export async function unlock(kind: "passphrase" | "sheet" | "nothing", secret: string): Promise<Failure | undefined> {
  try {
    await invoke("unlock", { kind, secret });
  } catch (error) {
    return isFailure(error) ? error : { code: "bug", said: String(error), fields: [] };
  }
  location.reload();
  return undefined;
}

/** How the window speaks while the journal is closed. */
export async function spoken(): Promise<Spoken> {
  return invoke<Spoken>("spoken");
}

/** Begins anew after the other side fell over. */
export async function reopen(): Promise<void> {
  await invoke("reopen");
}

/** What the program did lately, without a word of the person's. */
export async function trail(): Promise<string> {
  return invoke<string>("trail");
}

/** Repairs the journal, which stays closed; what went wrong is thrown. */
export async function repair(kind: "passphrase" | "sheet" | "nothing", secret: string): Promise<RepairShown> {
  return invoke<RepairShown>("repair", { kind, secret });
}
