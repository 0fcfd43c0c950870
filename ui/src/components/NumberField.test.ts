import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import NumberField from "./NumberField.svelte";
import type { Amount } from "./parse-number";

afterEach(cleanup);

const props = (value: Amount, several = false) => ({
  id: "n",
  label: "Minutes",
  value,
  step: 5,
  max: 90,
  several,
  less: "less",
  more: "more",
  change: vi.fn(),
});

test("arrow key steps from the typed number", async () => {
  const passed = props(20);
  render(NumberField, passed);
  const input = screen.getByRole("textbox");
  await fireEvent.input(input, { target: { value: "45" } });
  await fireEvent.keyDown(input, { key: "ArrowUp" });
  expect(passed.change).toHaveBeenLastCalledWith(50);
  await fireEvent.input(input, { target: { value: "15" } });
  await fireEvent.keyDown(input, { key: "ArrowUp" });
  expect((input as HTMLInputElement).value).toBe("20");
});

test("arrow key ignores several amounts and text", async () => {
  const passed = props([15, 20], true);
  render(NumberField, passed);
  const input = screen.getByRole("textbox");
  await fireEvent.keyDown(input, { key: "ArrowUp" });
  await fireEvent.input(input, { target: { value: "half" } });
  await fireEvent.keyDown(input, { key: "ArrowUp" });
  expect(passed.change).not.toHaveBeenCalled();
});

test("buttons step by decimals without sticking", async () => {
  const passed = { ...props(0.3), step: 0.1 };
  render(NumberField, passed);
  await fireEvent.click(screen.getByLabelText("more: Minutes"));
  expect(passed.change).toHaveBeenLastCalledWith(0.4);
  await fireEvent.click(screen.getByLabelText("less: Minutes"));
  expect(passed.change).toHaveBeenLastCalledWith(0.2);
});
