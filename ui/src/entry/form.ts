// The name of a form, and the time a new one is of.
import { call } from "../bridge/call";
import type { DayPage } from "../bridge/generated";

/** What was typed in a form is found again by its name. */
export const formOf = (tracker: string, day: string, uid: string | undefined) => `${tracker} ${day} ${uid ?? "new"}`;

/** A further entry is of now, whenever the page was asked for; on a day that is over its time is asked. */
export async function timeOf(page: DayPage): Promise<string> {
  return page.today ? call("day_page", { day: null }).then((now) => now.now, () => "") : "";
}
