// Parsing and formatting of times of day. Validation is done by the backend.

/**
 * Completes a typed time: 2310 is 23:10, 11pm is 11:00 pm, 1110 pm is 11:10 pm. Other text is
 * returned as typed. An hour alone counts only once the field is left: more digits may follow.
 */
export function completeTime(text: string, left = false): string {
  const typed = text.trim();
  const read = /^(\d{1,2}?)(\d{2})?\s*(?:([ap])\.?\s?m?\.?)?$/i.exec(typed);
  if (!read || !read[1]) return typed;
  const [, hour, minute, half] = read;
  if (minute === undefined && half === undefined && !(left && Number(hour) < 24)) return typed;
  // Two digits alone are an hour, never minutes.
  return `${hour}:${minute ?? "00"}${half ? ` ${half.toLowerCase()}m` : ""}`;
}

/** Marks the second occurrence of a time repeated when clocks go back: "02:30 (2)". */
const SECOND = /\s*\(2\)$/;

/** Returns the minutes after midnight, or `undefined` if the text is no time. */
export function minutesOf(text: string): number | undefined {
  const read = /^(\d{1,2})[:.](\d{2})\s*(?:([ap])\.?\s?m\.?)?$/i.exec(text.trim().replace(SECOND, ""));
  if (!read) return undefined;
  let hour = Number(read[1]);
  const minute = Number(read[2]);
  const half = read[3]?.toLowerCase();
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  if (half) hour = (hour % 12) + (half === "p" ? 12 : 0);
  return hour * 60 + minute;
}

/** Formats minutes after midnight as HH:MM. */
export function timeOf(minutes: number): string {
  const day = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, "0")}:${String(day % 60).padStart(2, "0")}`;
}

/** Formats a time on the user's clock; unreadable text stays as it is. */
export function formatTime(text: string, halves: boolean): string {
  const minutes = minutesOf(text);
  if (minutes === undefined || !halves) return text;
  const hour = Math.floor(minutes / 60);
  return `${hour % 12 || 12}:${String(minutes % 60).padStart(2, "0")} ${hour < 12 ? "am" : "pm"}${SECOND.exec(text)?.[0] ?? ""}`;
}
