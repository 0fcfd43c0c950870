import { expect, test } from "vitest";
import { closer, stretch, Zoom } from "./zoom.svelte";

test("stretch lies within the period and is at least a week", () => {
  expect(stretch("2026-09-01", 90, [-3, 20.4])).toBe("2026-09-01..2026-09-21");
  expect(stretch("2026-09-01", 90, [88, 120])).toBe("2026-11-23..2026-11-29");
  expect(stretch("2026-09-01", 90, [40, 41])).toBe("2026-10-09..2026-10-15");
});

test("middle half around a day", () => {
  expect(closer(90, 45)).toEqual([22.5, 67.5]);
  expect(closer(8, 4)).toEqual([0.5, 7.5]);
});

test("press is no drag, and a drag may go left", () => {
  const zoom = new Zoom();
  zoom.begin(100, 10);
  zoom.drag(105);
  expect(zoom.end(11)).toBeUndefined();
  zoom.begin(100, 30);
  zoom.drag(40);
  expect(zoom.end(12)).toEqual([12, 30]);
  expect(zoom.dragged).toBeUndefined();
});
