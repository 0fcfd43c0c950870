import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import RatingScale from "./RatingScale.svelte";

afterEach(cleanup);

const props = (value?: number) => ({ id: "s", label: "Mood", min: 0, max: 10, low: "low", high: "high", value, choose: vi.fn() });

test("no point is selected initially", () => {
  render(RatingScale, props());
  expect(screen.getAllByRole("radio").some((r) => r.getAttribute("aria-checked") === "true")).toBe(false);
});

test("digit key answers, 1 then 0 answers 10", async () => {
  const given = props();
  render(RatingScale, given);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "7" });
  expect(given.choose).toHaveBeenLastCalledWith(7);
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.keyDown(group, { key: "0" });
  expect(given.choose).toHaveBeenLastCalledWith(10);
  expect(given.choose).toHaveBeenCalledTimes(2);
});

test("pending digit answers on timeout, blur or unmount", async () => {
  vi.useFakeTimers();
  const given = props();
  const { unmount } = render(RatingScale, given);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "1" });
  expect(screen.getAllByRole("radio")[1]?.getAttribute("aria-checked")).toBe("true");
  expect(given.choose).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(given.choose).toHaveBeenCalledExactlyOnceWith(1);
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.focusOut(group, { relatedTarget: document.body });
  expect(given.choose).toHaveBeenCalledTimes(2);
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.keyDown(group, { key: "4" });
  expect(given.choose.mock.calls.slice(2)).toEqual([[1], [4]]);
  await fireEvent.keyDown(group, { key: "1" });
  unmount();
  expect(given.choose).toHaveBeenLastCalledWith(1);
  vi.useRealTimers();
});

test("Backspace drops a pending digit, keeps the answer", async () => {
  vi.useFakeTimers();
  const given = { ...props(8), clear: vi.fn() };
  render(RatingScale, given);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.keyDown(group, { key: "Backspace" });
  vi.advanceTimersByTime(1000);
  expect(given.choose).not.toHaveBeenCalled();
  expect(given.clear).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test("minus then digit answers a negative point", async () => {
  const given = { ...props(), min: -5, max: 5 };
  render(RatingScale, given);
  const group = screen.getByRole("radiogroup");
  for (const key of ["-", "3", "3", "-", "9"]) await fireEvent.keyDown(group, { key });
  expect(given.choose.mock.calls).toEqual([[-3], [3]]);
});

test("arrows without an answer only move the focus", async () => {
  const given = props();
  render(RatingScale, given);
  const group = screen.getByRole("radiogroup");
  const [none, one] = screen.getAllByRole("radio");
  none?.focus();
  await fireEvent.keyDown(group, { key: "ArrowRight" });
  expect(document.activeElement).toBe(one);
  expect(given.choose).not.toHaveBeenCalled();
});

test("reselecting or Backspace clears, double click not", async () => {
  const given = { ...props(3), clear: vi.fn() };
  render(RatingScale, given);
  const three = screen.getAllByRole("radio")[3] as HTMLElement;
  await fireEvent.click(three, { detail: 1 });
  expect(given.clear).toHaveBeenCalledTimes(1);
  await fireEvent.click(three, { detail: 1 });
  expect(given.clear).toHaveBeenCalledTimes(1);
  await fireEvent.click(three, { detail: 0 });
  expect(given.clear).toHaveBeenCalledTimes(1);
  await fireEvent.keyDown(screen.getByRole("radiogroup"), { key: "Backspace" });
  expect(given.clear).toHaveBeenCalledTimes(2);
  expect(given.choose).not.toHaveBeenCalled();
});

test("arrows step from the answer and stop at the ends", async () => {
  const given = props(10);
  render(RatingScale, given);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "ArrowRight" });
  expect(given.choose).not.toHaveBeenCalled();
  await fireEvent.keyDown(group, { key: "ArrowLeft" });
  expect(given.choose).toHaveBeenLastCalledWith(9);
});
