import { expect, test } from "vitest";
import { formatTime, completeTime, minutesOf } from "./time";

test("common spellings parse when the field is left", () => {
  const typed = {
    "2310": "23:10",
    "710": "7:10",
    "11pm": "11:00 pm",
    "7 am": "7:00 am",
    "1110 P.M.": "11:10 pm",
    "7": "7:00",
    "23": "23:00",
    "23:10": "23:10",
  };
  for (const [text, time] of Object.entries(typed)) expect(completeTime(text, true), text).toBe(time);
  for (const text of ["", "noon", "24", "99", "7:", "12345"]) expect(completeTime(text, true), text).toBe(text);
});

test("second ambiguous time keeps its marker", () => {
  expect(minutesOf("02:30 (2)")).toBe(150);
  expect(formatTime("02:30 (2)", true)).toBe("2:30 am (2)");
  expect(completeTime("02:30 (2)", true)).toBe("02:30 (2)");
});

test("incomplete digits stay as typed during input", () => {
  for (const text of ["2", "23"]) expect(completeTime(text), text).toBe(text);
  expect(minutesOf(completeTime("11pm"))).toBe(23 * 60);
});
