import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { flushSync } from "svelte";
import { root } from "../features/day/effect-root.test-helper.svelte";
vi.mock("@tauri-apps/api/core", () => ({ invoke: () => Promise.resolve({}) }));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve() }));

import { Query, invalidate } from "./query.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("burst of changes is read once, soon after the last", async () => {
  const fetch = vi.fn(() => Promise.resolve(0));
  const end = root(() => void new Query(["entries"], () => ({}), fetch));
  flushSync();
  expect(fetch).toHaveBeenCalledTimes(1);
  for (let nth = 0; nth < 3; nth += 1) {
    invalidate("entries");
    flushSync();
    await vi.advanceTimersByTimeAsync(40);
  }
  expect(fetch).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60);
  expect(fetch).toHaveBeenCalledTimes(2);
  end();
});

test("changes without end put a fetch off for two seconds at most", async () => {
  const fetch = vi.fn(() => Promise.resolve(0));
  const end = root(() => void new Query(["entries"], () => ({}), fetch));
  flushSync();
  for (let nth = 0; nth < 54; nth += 1) {
    invalidate("entries");
    flushSync();
    await vi.advanceTimersByTimeAsync(40);
  }
  expect(fetch.mock.calls.length).toBeGreaterThan(1);
  end();
});

test("what is gone fetches no more", async () => {
  const fetch = vi.fn(() => Promise.resolve(0));
  const end = root(() => void new Query(["entries"], () => ({}), fetch));
  flushSync();
  invalidate("entries");
  flushSync();
  end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("change during a fetch is fetched again", async () => {
  let done: (() => void)[] = [];
  const fetch = vi.fn(() => new Promise<number>((resolve) => done.push(() => resolve(0))));
  const end = root(() => void new Query(["entries"], () => ({}), fetch));
  flushSync();
  invalidate("entries");
  flushSync();
  await vi.advanceTimersByTimeAsync(60);
  expect(fetch).toHaveBeenCalledTimes(2);
  invalidate("entries");
  flushSync();
  for (const one of done) one();
  done = [];
  await vi.advanceTimersByTimeAsync(60);
  expect(fetch).toHaveBeenCalledTimes(3);
  end();
});
