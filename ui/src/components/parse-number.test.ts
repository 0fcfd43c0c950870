import { afterEach, expect, test } from "vitest";
import { parseNumber } from "./parse-number";

afterEach(() => (document.documentElement.lang = ""));

test("decimal and thousands marks parse per language", () => {
  document.documentElement.lang = "en";
  const english = { "2.5": 2.5, "2,5": 2.5, "10,000": 10_000, "1,234,567.8": 1_234_567.8, "10.000": 10, "0,500": 0.5, "1,50": 1.5 };
  for (const [text, number] of Object.entries(english)) expect(parseNumber(text, false), text).toBe(number);
  document.documentElement.lang = "es";
  const spanish = { "2,5": 2.5, "2.5": 2.5, "10.000": 10_000, "1.234,5": 1234.5, "0.500": 0.5 };
  for (const [text, number] of Object.entries(spanish)) expect(parseNumber(text, false), text).toBe(number);
});

test("sums parse as several numbers, text stays text", () => {
  expect(parseNumber("15 + 20", true)).toEqual([15, 20]);
  expect(parseNumber("15 + 20", false)).toBe("15 + 20");
  expect(parseNumber("20 min", true)).toBe("20 min");
});
