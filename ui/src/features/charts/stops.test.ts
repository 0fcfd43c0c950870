import { expect, test } from "vitest";
import type { Panel, Reading } from "../../api/bindings";
import { reach, readingAt, stops, words } from "./stops";

const at = (days: number[]): Reading[] => days.map((day) => ({ at: day, day: `day ${day}`, text: `value ${day}` }));
const panel = (readings: Reading[], column?: number) =>
  ({ figure: { readings, marks: column ? [{ is: "range", points: [], column }] : [{ is: "dots", points: [] }] } }) as unknown as Panel;

const mood = panel(at([24.5, 74.5, 174.5]), 50);
const scores = panel(at([30, 120]));

test("score within a column adds no stop of its own", () => {
  expect(stops([mood, scores])).toEqual([24.5, 74.5, 120, 174.5]);
});

test("measure is not said to be missing beside a score", () => {
  const half = reach([mood, scores]);
  expect(readingAt(mood, 24.5, half)?.text).toBe("value 24.5");
  expect(readingAt(scores, 24.5, half)?.text).toBe("value 30");
  expect(readingAt(mood, 120, half)).toBeUndefined();
});

test("score between columns says its day", () => {
  expect(words(scores, scores.figure.readings[0]!, false)).toBe("value 30 (day 30)");
  expect(words(mood, mood.figure.readings[0]!, false)).toBe("value 24.5");
});
