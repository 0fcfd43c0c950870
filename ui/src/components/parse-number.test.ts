import { afterEach, expect, test } from "vitest";
import { parseNumber } from "./parse-number";

const root = document.documentElement;
afterEach(() => delete root.dataset["decimal"]);

test("decimal and thousands marks parse per region", () => {
  const point = {
    "2.5": 2.5,
    "2,5": 2.5,
    "10,000": 10_000,
    "1,234,567.8": 1_234_567.8,
    "10.000": 10,
    "0,500": 0.5,
    "1,50": 1.5,
    "1.125": 1.125,
  };
  for (const [text, number] of Object.entries(point)) expect(parseNumber(text, false), text).toBe(number);
  root.dataset["decimal"] = ",";
  const comma = { "2,5": 2.5, "2.5": 2.5, "10.000": 10_000, "1.234,5": 1234.5, "0.500": 0.5 };
  for (const [text, number] of Object.entries(comma)) expect(parseNumber(text, false), text).toBe(number);
});

test("sums parse as several numbers, text stays text", () => {
  expect(parseNumber("15 + 20", true)).toEqual([15, 20]);
  expect(parseNumber("15 + 20", false)).toBe("15 + 20");
  expect(parseNumber("20 min", true)).toBe("20 min");
});

test("a space groups thousands and never adds", () => {
  expect(parseNumber("12 000", true)).toBe(12_000);
  expect(parseNumber("1 234 567", false)).toBe(1_234_567);
  expect(parseNumber("1 30", true)).toBe("1 30");
  expect(parseNumber("12 000 + 5", true)).toEqual([12_000, 5]);
});

test("notations of programs are no amounts", () => {
  for (const text of ["0x10", "1e3", "Infinity", "0b1"]) expect(parseNumber(text, false), text).toBe(text);
});
