import { expect, test } from "vitest";
import { folded, marks, within, zoom } from "./timeline";

test("view stays within the timeline and above a month", () => {
  expect(within({ from: -10, to: 40 }, 400)).toEqual({ from: 0, to: 50 });
  expect(within({ from: 390, to: 395 }, 400)).toEqual({ from: 370, to: 400 });
  expect(zoom({ from: 0, to: 400 }, 0.5, 400)).toEqual({ from: 100, to: 300 });
  expect(zoom({ from: 100, to: 300 }, 4, 400)).toEqual({ from: 0, to: 400 });
});

test("axis has years, and months of a short view", () => {
  const month = (nth: number) => `m${nth + 1}`;
  expect(marks({ from: 0, to: 1096 }, "2024-01-01", month).map((m) => m.label)).toEqual(["2024", "2025", "2026", "2027"]);
  const short = marks({ from: 0, to: 100 }, "2024-11-15", month);
  expect(short.map((m) => m.label)).toEqual(["m12", "2025", "m2"]);
  expect(short[0]?.at).toBe(16);
});

test("many stopped medicines share a lane", () => {
  const lane = (nth: number, current: boolean) => ({
    group: "medicines" as const,
    name: `${nth}`,
    current,
    parts: [{ from: nth, to: nth + 1, height: 1, label: "", fuzzy: false, sessions: [], said: "" }],
  });
  const lanes = Array.from({ length: 16 }, (_, nth) => lane(nth, nth > 12));
  const shown = folded(lanes, (count) => `${count} stopped`);
  expect(shown.map((l) => l.name)).toEqual(["13 stopped", "13", "14", "15"]);
  expect(shown[0]?.parts.length).toBe(13);
  expect(folded(lanes.slice(0, 10), String)).toHaveLength(10);
});
