// Which question of a questionnaire comes next, and where an answer stands among its options.
import type { ItemView } from "../../api/bindings";

/** Returns the index of the first question without an answer; `undefined` if all have one. */
export function firstOpen(items: ItemView[]): number | undefined {
  const index = items.findIndex((item) => item.answer === null);
  return index < 0 ? undefined : index;
}

/** Returns the place of an item's answer among its options; -1 for none, or for one that declines. */
export function stands(item: ItemView, items: ItemView[]): number {
  const now = items.find((other) => other.key === item.key);
  return now?.options.findIndex((option) => option.key === now.answer) ?? -1;
}

/** Returns the option that a key stands for: a digit for the options from 0 on, N to decline. */
export function optionOf(item: ItemView, key: string): string | undefined {
  if (key.toLowerCase() === "n") return item.declined?.key;
  return /^\d$/.test(key) ? item.options[Number(key)]?.key : undefined;
}

/** Whether a key was pressed once, with the focus on the questions or nowhere. */
export function inHand(event: KeyboardEvent): boolean {
  const on = document.activeElement;
  return !event.repeat && (on === null || on === document.body || on.closest("main") !== null);
}
