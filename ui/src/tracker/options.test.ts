import { expect, test } from "vitest";
import { typed } from "./options";

const option = (name: string, key = name) => ({ key, name, score: null });
const keys = (before: ReturnType<typeof option>[], text: string) => typed(before, text.split("\n"), false).map((o) => o.key);

test("another word for an answer is the same answer", () => {
  expect(keys([option("red"), option("green")], "red\nolive")).toEqual(["red", "green"]);
});

test("a line put before others, or moved, takes no other's key", () => {
  expect(keys([option("red"), option("green")], "yellow\nred\ngreen")).toEqual(["", "red", "green"]);
  expect(keys([option("red"), option("green")], "green\nred")).toEqual(["green", "red"]);
});

test("typing a new answer past an old one's name shares no key", () => {
  let options = [option("yes"), option("no")];
  for (const line of ["", "n", "no", "not", "not sure"]) options = typed(options, ["yes", "no", line], false) as typeof options;
  expect(options.map((o) => o.key)).toEqual(["yes", "no", ""]);
});
