// Typed client for backend commands and events.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Changed, CommandError, Commands } from "./bindings";

/** Pending calls and queued saves. The app waits for them before it closes. */
const pending = new Set<Promise<unknown>>();

export function track<T>(work: Promise<T>): Promise<T> {
  pending.add(work);
  markPending();
  const done = () => {
    pending.delete(work);
    markPending();
  };
  work.then(done, done);
  return work;
}

/** Shows on the root element whether work is pending, so that a test can wait for it. */
function markPending(): void {
  if (typeof document !== "undefined") document.documentElement.toggleAttribute("data-pending", pending.size > 0);
}

/** Resolves once all pending work has settled. */
export async function idle(): Promise<void> {
  await Promise.allSettled([...pending]);
}

/** Answers that the window asked for before this script was loaded, each to be taken once. */
const firstCalls: Partial<Record<string, Promise<unknown>>> = (globalThis as { firstCalls?: typeof firstCalls }).firstCalls ?? {};

function takeFirst<Name extends keyof Commands>(name: Name): Promise<Commands[Name]["result"]> | undefined {
  const answer = firstCalls[name] as Promise<Commands[Name]["result"]> | undefined;
  delete firstCalls[name];
  return answer;
}

export async function call<Name extends keyof Commands>(name: Name, args: Commands[Name]["args"]): Promise<Commands[Name]["result"]> {
  try {
    return await track(takeFirst(name) ?? invoke<Commands[Name]["result"]>(name, args as Record<string, unknown>));
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === "crashed") crashed(failure);
    throw failure;
  }
}

let crashed: (failure: CommandError) => void = () => {};

/** Sets the handler for a backend panic, which closes the journal. */
export function onCrash(hear: (failure: CommandError) => void): void {
  crashed = hear;
}

/** Whether a rejection carries a `CommandError`. */
export function isFailure(error: unknown): error is CommandError {
  return typeof error === "object" && error !== null && "code" in error && "message" in error && "fields" in error;
}

/** Returns a rejection as a `CommandError`. */
export function asFailure(error: unknown): CommandError {
  return isFailure(error) ? error : { code: "internal", message: String(error), fields: [] };
}

/** Returns the message of any thrown value. */
export function messageOf(error: unknown): string {
  return isFailure(error) ? error.message : String(error);
}

export function onChanged(hear: (changed: Changed) => void): void {
  void listen<Changed>("changed", (event) => hear(event.payload));
}

export function onMenu(hear: (item: string) => void): void {
  void listen<string>("menu", (event) => hear(event.payload));
}

let reported = false;

/** Reports once that the page is painted and interactive, two frames after rendering. */
export function reportReady(): void {
  if (reported) return;
  reported = true;
  performance.mark("ready");
  requestAnimationFrame(() => requestAnimationFrame(() => void call("ready", {})));
}
