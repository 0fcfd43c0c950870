// Trackers and fields shown at each page length.
import type { DayPage, Field, TrackerView } from "../../api/bindings";

export const LENGTHS = ["short", "usual", "everything"] as const;
export type Length = (typeof LENGTHS)[number];

/** Whether a tracker consists of a quick answer only. */
export const isQuickAnswer = (t: TrackerView) => t.definition.quick_answer !== null && t.definition.fields.length === 1;

/** Returns the fields of a tracker at a length; answered fields are never hidden. */
export function fieldsOf(tracker: TrackerView, page: DayPage, length: Length): Field[] {
  const answered = (key: string) => (page.entries[tracker.definition.key] ?? []).some((shown) => key in shown.answers);
  return tracker.definition.fields.filter((field, i) => {
    if (answered(field.key)) return true;
    // The closed row shows the quick answer as buttons; the open form repeats it.
    if (field.key === tracker.definition.quick_answer) return length !== "short" && !isQuickAnswer(tracker);
    if (length === "short") return i === 0;
    return length === "everything" || tracker.usual.includes(field.key);
  });
}

/** Returns the trackers shown below the first one. */
export function rowsOf(trackers: TrackerView[], first: TrackerView | undefined, page: DayPage, length: Length): TrackerView[] {
  const started = (t: TrackerView) => Object.keys(page.drafts).some((form) => form.startsWith(`${t.definition.key} `));
  const there = (t: TrackerView) =>
    (page.entries[t.definition.key]?.length ?? 0) > 0 || (page.planned[t.definition.key]?.length ?? 0) > 0 || started(t);
  return trackers.filter((t) => {
    if (t === first || isQuickAnswer(t)) return false;
    if (there(t)) return true;
    if (t.status !== "active" || length === "short") return false;
    const own = t.usual.filter((key) => key !== t.definition.quick_answer);
    return length === "everything" || own.length > 0;
  });
}
