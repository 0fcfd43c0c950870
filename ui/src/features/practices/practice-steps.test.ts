import { expect, test } from "vitest";
import { formatCountdown, stepAt } from "./practice-steps";

const steps = [
  { text: "In", seconds: 4 },
  { text: "Out", seconds: 6 },
];

test("breathing_repeats_after_its_last_step", () => {
  expect(stepAt(steps, 3.5, true)).toMatchObject({ nth: 0, left: 1 });
  expect(stepAt(steps, 9, true)).toMatchObject({ nth: 1, left: 1 });
  expect(stepAt(steps, 12, true)).toMatchObject({ nth: 0, left: 2 });
});

test("other_steps_stay_at_the_last_one", () => {
  expect(stepAt(steps, 12, false)).toMatchObject({ nth: 1, left: 0 });
  expect(stepAt([], 0, false)).toBeUndefined();
});

test("countdown_pads_its_seconds", () => {
  expect(formatCountdown(245)).toBe("4:05");
});
