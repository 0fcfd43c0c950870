import { expect, test } from "vitest";
import golden from "../../../../tests/golden/figures/trends-90.json";
import type { TrendsPage } from "../../api/bindings";
import { geometry } from "./geometry";

// Rust writes the golden files, so rendering and computation are tested on the same data.
const page = golden as unknown as TrendsPage;

test("all golden points fall inside the frame", () => {
  for (const { figure } of page.panels) {
    const p = geometry(figure, 640, 150);
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

test("higher value is drawn higher", () => {
  const figure = page.panels[0]!.figure;
  const p = geometry(figure, 640, 150);
  expect(p.y(figure.high)).toBeLessThan(p.y(figure.low));
});

test("position under the pointer is the one drawn there", () => {
  const figure = page.panels[0]!.figure;
  const p = geometry(figure, 640, 150);
  for (const { at } of figure.readings) expect(Math.round(p.at(p.x(at)))).toBe(at);
});

test("every figure has a description", () => {
  for (const { figure } of page.panels) expect(figure.description.length).toBeGreaterThan(5);
});

const of = (days: number) => geometry({ ...page.panels[0]!.figure, days, low: 0, high: 10 }, days + 52, 120);
/** The columns of a period as the backend divides it: the middle of each. */
const columns = (days: number) =>
  Array.from({ length: 360 }, (_, c) => (Math.floor((c * days) / 360) + Math.floor(((c + 1) * days) / 360) - 1) / 2);
const areas = (days: number, at: number[]) =>
  of(days)
    .ranges(
      at.map((day) => [day, 2, 4]),
      days / 360,
    )
    .split("M")
    .slice(1);

test("columns without values stay empty in an area", () => {
  const p = of(100);
  const area = p.ranges(
    [
      [4.5, 2, 4],
      [14.5, 5, 5],
      [34.5, 1, 9],
    ],
    10,
  );
  const one = `M44 ${p.y(2) + 1}V${p.y(4) - 1}H54V${p.y(5) - 1}H64V${p.y(5) + 1}H54V${p.y(2) + 1}H44Z`;
  expect(area).toBe(`${one}M74 ${p.y(1) + 1}V${p.y(9) - 1}H84V${p.y(1) + 1}H74Z`);
});

test.each([401, 450, 500, 539, 540, 1000, 3650, 18250])("full columns of %i days are one area", (days) => {
  expect(areas(days, columns(days))).toHaveLength(1);
  const oneMissing = columns(days).filter((_, c) => c !== 100);
  expect(areas(days, oneMissing)).toHaveLength(2);
});

test.each([730, 1095, 1825])("values weeks apart in %i days stand alone", (days) => {
  const seldom = columns(days).filter((_, c) => c % 7 === 0);
  expect(areas(days, seldom)).toHaveLength(seldom.length);
});

test("single value stays within the frame", () => {
  const [area] = areas(1000, [998.5]);
  const ends = [...(area ?? "").matchAll(/H([\d.]+)/g)].map((match) => Number(match[1]));
  const p = of(1000);
  for (const end of ends) expect(end).toBeLessThanOrEqual(p.left + p.inner + 1);
});
