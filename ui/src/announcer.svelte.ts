// Text of the live region.

/** The latest announcement; the number tells equal texts apart. */
export const announcement = $state({ text: "", nth: 0 });

export function announce(text: string): void {
  announcement.text = text;
  announcement.nth += 1;
}
