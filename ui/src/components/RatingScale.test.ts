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
  const passed = props();
  render(RatingScale, passed);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "7" });
  expect(passed.choose).toHaveBeenLastCalledWith(7);
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.keyDown(group, { key: "0" });
  expect(passed.choose).toHaveBeenLastCalledWith(10);
  expect(passed.choose).toHaveBeenCalledTimes(2);
});

test("pending digit answers on timeout, blur or unmount", async () => {
  vi.useFakeTimers();
  const passed = props();
  const { unmount } = render(RatingScale, passed);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "1" });
  expect(screen.getAllByRole("radio")[1]?.getAttribute("aria-checked")).toBe("true");
  expect(passed.choose).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(passed.choose).toHaveBeenCalledExactlyOnceWith(1);
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.focusOut(group, { relatedTarget: document.body });
  expect(passed.choose).toHaveBeenCalledTimes(2);
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.keyDown(group, { key: "4" });
  expect(passed.choose.mock.calls.slice(2)).toEqual([[1], [4]]);
  await fireEvent.keyDown(group, { key: "1" });
  unmount();
  expect(passed.choose).toHaveBeenLastCalledWith(1);
  vi.useRealTimers();
});

test("Backspace drops a pending digit, keeps the answer", async () => {
  vi.useFakeTimers();
  const passed = { ...props(8), clear: vi.fn() };
  render(RatingScale, passed);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.keyDown(group, { key: "Backspace" });
  vi.advanceTimersByTime(1000);
  expect(passed.choose).not.toHaveBeenCalled();
  expect(passed.clear).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test("minus then digit answers a negative point", async () => {
  const passed = { ...props(), min: -5, max: 5 };
  render(RatingScale, passed);
  const group = screen.getByRole("radiogroup");
  for (const key of ["-", "3", "3", "-", "9"]) await fireEvent.keyDown(group, { key });
  expect(passed.choose.mock.calls).toEqual([[-3], [3]]);
});

test("arrows without an answer only move the focus", async () => {
  const passed = props();
  render(RatingScale, passed);
  const group = screen.getByRole("radiogroup");
  const [none, one] = screen.getAllByRole("radio");
  none?.focus();
  await fireEvent.keyDown(group, { key: "ArrowRight" });
  expect(document.activeElement).toBe(one);
  expect(passed.choose).not.toHaveBeenCalled();
});

test("reselecting or Backspace clears, double click not", async () => {
  const passed = { ...props(3), clear: vi.fn() };
  render(RatingScale, passed);
  const three = screen.getAllByRole("radio")[3] as HTMLElement;
  await fireEvent.click(three, { detail: 1 });
  expect(passed.clear).toHaveBeenCalledTimes(1);
  await fireEvent.click(three, { detail: 1 });
  expect(passed.clear).toHaveBeenCalledTimes(1);
  await fireEvent.click(three, { detail: 0 });
  expect(passed.clear).toHaveBeenCalledTimes(1);
  await fireEvent.keyDown(screen.getByRole("radiogroup"), { key: "Backspace" });
  expect(passed.clear).toHaveBeenCalledTimes(2);
  expect(passed.choose).not.toHaveBeenCalled();
});

test("arrows step from the answer and stop at the ends", async () => {
  const passed = props(10);
  render(RatingScale, passed);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "ArrowRight" });
  expect(passed.choose).not.toHaveBeenCalled();
  await fireEvent.keyDown(group, { key: "ArrowLeft" });
  expect(passed.choose).toHaveBeenLastCalledWith(9);
});
