import { expect, test } from "vitest";
import golden from "../../../tests/golden/figures/trends-90.json";
import type { TrendsPage } from "../bridge/generated";
import { place } from "./place";

// The goldens are written by Rust, so what is painted here is what is counted there.
const page = golden as unknown as TrendsPage;

test("every point of every golden figure falls inside its frame", () => {
  for (const { figure } of page.panels) {
    const p = place(figure, 640, 150);
    for (const mark of figure.marks) {
      if (mark.is !== "dots" && mark.is !== "bars") continue;
      for (const [at, value] of mark.points as [number, number][]) {
        expect(p.x(at), figure.title).toBeGreaterThanOrEqual(p.left);
        expect(p.x(at), figure.title).toBeLessThanOrEqual(p.left + p.inner);
        expect(p.y(value), figure.title).toBeGreaterThanOrEqual(p.top - 0.1);
        expect(p.y(value), figure.title).toBeLessThanOrEqual(p.bottom + 0.1);
      }
    }
  }
});

test("a higher value stands higher", () => {
  const figure = page.panels[0]!.figure;
  const p = place(figure, 640, 150);
  expect(p.y(figure.high)).toBeLessThan(p.y(figure.low));
});

test("the nearest reading is the one under the pointer", () => {
  const figure = page.panels[0]!.figure;
  const p = place(figure, 640, 150);
  figure.readings.forEach((reading, i) => expect(p.nearest(p.x(reading.at))).toBe(i));
});

test("every figure says what it shows", () => {
  for (const { figure } of page.panels) expect(figure.said.length).toBeGreaterThan(5);
});
