// The one way over the bridge. Owns calling commands and hearing what changed; knows no screen.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Changed, Commands, Failure } from "./generated";

/** What is under way: each call, and saves that wait for one another. Nothing is closed before it has ended. */
const under = new Set<Promise<unknown>>();

export function underWay<T>(saving: Promise<T>): Promise<T> {
  under.add(saving);
  const done = () => under.delete(saving);
  saving.then(done, done);
  return saving;
}

/** What is under way now, ended one way or the other. */
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

/** What is to happen when the other side fell over and closed the journal. */
export function onFell(hear: (failure: Failure) => void): void {
  fell = hear;
}

/** What a rejected call carries. */
export function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "code" in error && "said" in error;
}

/** The sentence of whatever was thrown. */
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

/** Tells the other side, once, that the page is painted and takes answers: two frames after it was made. */
export function tellReady(): void {
  if (told) return;
  told = true;
  performance.mark("ready");
  requestAnimationFrame(() => requestAnimationFrame(() => void invoke("ready")));
}
