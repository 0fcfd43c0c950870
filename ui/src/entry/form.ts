// Draft keys, and the time of a further entry.
import { call } from "../bridge/call";
import type { DayPage } from "../bridge/generated";

/** Key under which a form's draft is stored. */
export const formOf = (tracker: string, day: string, uid: string | undefined) => `${tracker} ${day} ${uid ?? "new"}`;

/**
 * Returns the current time for a further entry today; empty on a past day, where the time is asked.
 */
export async function timeOf(page: DayPage): Promise<string> {
  return page.today ? call("day_page", { day: null }).then((now) => now.now, () => "") : "";
}
