import { expect, test } from "vitest";
import { clockShown, clockTyped, minutesOf } from "./clock";

test("a time is read as people type it, once the field is left", () => {
  const typed = { "2310": "23:10", "710": "7:10", "11pm": "11:00 pm", "7 am": "7:00 am", "1110 P.M.": "11:10 pm", "7": "7:00", "23": "23:00", "23:10": "23:10" };
  for (const [text, time] of Object.entries(typed)) expect(clockTyped(text, true), text).toBe(time);
  for (const text of ["", "noon", "24", "99", "7:", "12345"]) expect(clockTyped(text, true), text).toBe(text);
});

test("the second of two times in autumn stays what it is", () => {
  expect(minutesOf("02:30 (2)")).toBe(150);
  expect(clockShown("02:30 (2)", true)).toBe("2:30 am (2)");
  expect(clockTyped("02:30 (2)", true)).toBe("02:30 (2)");
});

test("while one types, more digits may follow", () => {
  for (const text of ["2", "23"]) expect(clockTyped(text), text).toBe(text);
  expect(minutesOf(clockTyped("11pm"))).toBe(23 * 60);
});
