// Drafts: their keys and an empty one, and the time of a further entry.
import type { Answer, DayPage, Draft } from "../../api/bindings";
import { call } from "../../api/client";

/** Key under which a form's draft is stored. */
export const draftKey = (tracker: string, day: string, uid: string | undefined) => `${tracker} ${day} ${uid ?? "new"}`;

/** Returns a draft of a tracker with the given answers and nothing else. */
export function emptyDraft(tracker: string, day: string, values: Record<string, Answer> = {}): Draft {
  return { tracker, day, at: null, zone: null, start_zone: null, values, note: "", another: false };
}

/**
 * Returns the current time for a further entry today; empty on a past day, where the time is asked.
 */
export async function currentTime(page: DayPage): Promise<string> {
  return page.today
    ? call("clock", {}).then(
        (clock) => clock.now,
        () => "",
      )
    : "";
}

/** Returns the label of an option, in the past form on a past day if there is one. */
export function optionLabel(labels: Record<string, string>, field: string, option: string, past: boolean): string {
  const key = `${field}.${option}`;
  return (past ? labels[`${key}.past`] : undefined) ?? labels[key] ?? option;
}
