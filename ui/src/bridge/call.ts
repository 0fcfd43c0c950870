// Typed client for backend commands and events.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Changed, Commands, Failure } from "./generated";

/** Pending calls and queued saves. The app waits for them before it closes. */
const under = new Set<Promise<unknown>>();

export function underWay<T>(saving: Promise<T>): Promise<T> {
  under.add(saving);
  const done = () => under.delete(saving);
  saving.then(done, done);
  return saving;
}

/** Resolves once all pending work has settled. */
export async function settled(): Promise<void> {
  await Promise.allSettled([...under]);
}

export async function call<Name extends keyof Commands>(
  name: Name,
  takes: Commands[Name]["takes"],
): Promise<Commands[Name]["gives"]> {
  try {
    return await underWay(invoke<Commands[Name]["gives"]>(name, takes as Record<string, unknown>));
  } catch (error) {
    const failure: Failure = isFailure(error) ? error : { code: "bug", said: String(error), fields: [] };
    if (failure.code === "fell") fell(failure);
    throw failure;
  }
}

let fell: (failure: Failure) => void = () => {};

/** Sets the handler for a backend panic, which closes the journal. */
export function onFell(hear: (failure: Failure) => void): void {
  fell = hear;
}

/** Whether a rejection carries a `Failure`. */
export function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "code" in error && "said" in error;
}

/** Returns the message of any thrown value. */
export function said(error: unknown): string {
  return isFailure(error) ? error.said : String(error);
}

export function onChanged(hear: (changed: Changed) => void): void {
  void listen<Changed>("changed", (event) => hear(event.payload));
}

export function onMenu(hear: (item: string) => void): void {
  void listen<string>("menu", (event) => hear(event.payload));
}

let told = false;

/** Reports once that the page is painted and interactive, two frames after rendering. */
export function tellReady(): void {
  if (told) return;
  told = true;
  performance.mark("ready");
  requestAnimationFrame(() => requestAnimationFrame(() => void invoke("ready")));
}
