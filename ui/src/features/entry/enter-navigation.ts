// Enter moves the focus to the next question. Digits, arrows, Space and typing answer.

const STOPS =
  "input:not([type='checkbox']), textarea, [role='radiogroup'] [tabindex='0'], [role='group'] input[type='checkbox'], [role='slider'][tabindex='0'], button.onward";

/** Group of a tab stop: one question is one stop. */
const question = (stop: Element) => stop.closest("[role='radiogroup'], [role='group'].several, .bar, .bar-line") ?? stop;

export function moveOnEnter(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const from = event.target;
  if (event.key !== "Enter" || event.defaultPrevented || !(from instanceof HTMLElement)) return;
  const radio = from.getAttribute("role") === "radio";
  // Enter in a note is a new line. Buttons keep Enter, except scale points, which digits answer.
  if (from instanceof HTMLTextAreaElement || (from instanceof HTMLButtonElement && !radio)) return;
  // Disclosure summaries and links keep Enter.
  if (from.closest("summary, a")) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)].filter((s) => s.getClientRects().length > 0);
  const here = question(from);
  const at = stops.findIndex((s) => question(s) === here);
  const next = stops.slice(at + 1).find((s) => question(s) !== here);
  if (next) next.focus();
  else from.blur();
}
