import { expect, test } from "vitest";
import { matchOptions } from "./option-keys";

const option = (name: string, key = name) => ({ key, name, score: null });
const keys = (before: ReturnType<typeof option>[], text: string) => matchOptions(before, text.split("\n"), false).map((o) => o.key);

test("renamed option keeps its key", () => {
  expect(keys([option("red"), option("green")], "red\nolive")).toEqual(["red", "green"]);
});

test("inserted or moved line takes no other line's key", () => {
  expect(keys([option("red"), option("green")], "yellow\nred\ngreen")).toEqual(["", "red", "green"]);
  expect(keys([option("red"), option("green")], "green\nred")).toEqual(["green", "red"]);
});

test("typing through an existing name shares no key", () => {
  let options = [option("yes"), option("no")];
  for (const line of ["", "n", "no", "not", "not sure"]) options = matchOptions(options, ["yes", "no", line], false) as typeof options;
  expect(options.map((o) => o.key)).toEqual(["yes", "no", ""]);
});
