import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DayPage } from "../../api/bindings";
import type { AppData } from "../../app-state.svelte";

const calls = vi.hoisted(() => [] as string[]);
vi.mock("@tauri-apps/api/core", () => ({
  invoke: (name: string) => {
    calls.push(name);
    return Promise.resolve({});
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve() }));

import { app } from "../../app-state.svelte";
import { PageLengthState, SETTLES } from "./page-length.svelte";
import { root } from "./effect-root.test-helper.svelte";
import { lengthOverride } from "./length-override.svelte";

let page = { day: "2026-11-23", low: false } as DayPage;
let state: PageLengthState;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  calls.length = 0;
  lengthOverride.day = "";
  app.data = { length: "usual", shorten: true, shorten_announced: true } as AppData;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function open(low: boolean) {
  page = { day: "2026-11-23", low } as DayPage;
  stop = root(() => {
    state = new PageLengthState(
      () => page,
      () => true,
    );
  });
  flushSync();
}

test("low answer on opening shortens the page at once", () => {
  open(true);
  expect(state.length).toBe("short");
});

test("choosing a length overrides a low answer for the day", async () => {
  open(true);
  await state.choose("usual");
  expect(state.length).toBe("usual");
  expect(calls).not.toContain("set_preference");
});

test("first shortening is announced once", () => {
  if (app.data) app.data = { ...app.data, shorten_announced: false };
  open(true);
  expect(state.announced).toBe(true);
  expect(calls.filter((name) => name === "announce_shortening")).toHaveLength(1);
  expect(SETTLES).toBeGreaterThan(0);
});
