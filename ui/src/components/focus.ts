// Moving the focus.

/** Focuses an element as soon as it is rendered; gives up after about a second. */
export function focusWhenReady(find: () => HTMLElement | null | undefined, frames = 60): void {
  const element = find();
  if (element) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenReady(find, frames - 1));
}
