// Times of day as they are typed and read. What can be right is not decided here.

/**
 * 2310 is 23:10, 11pm is 11:00 pm, 1110 pm is 11:10 pm; anything else is passed on as it was typed. An hour alone is
 * one only once the field is left: while one types, more may follow.
 */
export function clockTyped(text: string, left = false): string {
  const typed = text.trim();
  const read = /^(\d{1,2}?)(\d{2})?\s*(?:([ap])\.?\s?m?\.?)?$/i.exec(typed);
  if (!read || !read[1]) return typed;
  const [, hour, minute, half] = read;
  if (minute === undefined && half === undefined && !(left && Number(hour) < 24)) return typed;
  // Two digits alone are an hour, not a minute of none.
  return `${hour}:${minute ?? "00"}${half ? ` ${half.toLowerCase()}m` : ""}`;
}

/** The second of two times that the autumn change shows: "02:30 (2)". */
const SECOND = /\s*\(2\)$/;

/** Minutes after midnight of a time that can be read. */
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

/** HH:MM of minutes after midnight. */
export function clockOf(minutes: number): string {
  const day = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, "0")}:${String(day % 60).padStart(2, "0")}`;
}

/** A time as the person reads it; what can't be read stays as it is. */
export function clockShown(text: string, halves: boolean): string {
  const minutes = minutesOf(text);
  if (minutes === undefined || !halves) return text;
  const hour = Math.floor(minutes / 60);
  return `${hour % 12 || 12}:${String(minutes % 60).padStart(2, "0")} ${hour < 12 ? "am" : "pm"}${SECOND.exec(text)?.[0] ?? ""}`;
}
