import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import Scale from "./Scale.svelte";

afterEach(cleanup);

const props = (value?: number) => ({ id: "s", label: "Mood", min: 0, max: 10, low: "low", high: "high", value, choose: vi.fn() });

test("nothing is chosen beforehand", () => {
  render(Scale, props());
  expect(screen.getAllByRole("radio").some((r) => r.getAttribute("aria-checked") === "true")).toBe(false);
});

test("a digit answers, and 1 then 0 is 10", async () => {
  const given = props();
  render(Scale, given);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "7" });
  expect(given.choose).toHaveBeenLastCalledWith(7);
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.keyDown(group, { key: "0" });
  expect(given.choose).toHaveBeenLastCalledWith(10);
  expect(given.choose).toHaveBeenCalledTimes(2);
});

test("a digit that may be the first of two answers once no second comes, or the scale is left", async () => {
  vi.useFakeTimers();
  const given = props();
  const { unmount } = render(Scale, given);
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

test("a waiting digit is taken back by Backspace, and what is answered stays", async () => {
  vi.useFakeTimers();
  const given = { ...props(8), clear: vi.fn() };
  render(Scale, given);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "1" });
  await fireEvent.keyDown(group, { key: "Backspace" });
  vi.advanceTimersByTime(1000);
  expect(given.choose).not.toHaveBeenCalled();
  expect(given.clear).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test("a minus before a digit answers below zero", async () => {
  const given = { ...props(), min: -5, max: 5 };
  render(Scale, given);
  const group = screen.getByRole("radiogroup");
  for (const key of ["-", "3", "3", "-", "9"]) await fireEvent.keyDown(group, { key });
  expect(given.choose.mock.calls).toEqual([[-3], [3]]);
});

test("from nothing the arrows look along the scale and answer nothing", async () => {
  const given = props();
  render(Scale, given);
  const group = screen.getByRole("radiogroup");
  const [none, one] = screen.getAllByRole("radio");
  none?.focus();
  await fireEvent.keyDown(group, { key: "ArrowRight" });
  expect(document.activeElement).toBe(one);
  expect(given.choose).not.toHaveBeenCalled();
});

test("the chosen point chosen again, or Backspace, takes the answer back; a double click does not", async () => {
  const given = { ...props(3), clear: vi.fn() };
  render(Scale, given);
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

test("arrows move from the answer and stop at the ends", async () => {
  const given = props(10);
  render(Scale, given);
  const group = screen.getByRole("radiogroup");
  await fireEvent.keyDown(group, { key: "ArrowRight" });
  expect(given.choose).not.toHaveBeenCalled();
  await fireEvent.keyDown(group, { key: "ArrowLeft" });
  expect(given.choose).toHaveBeenLastCalledWith(9);
});
