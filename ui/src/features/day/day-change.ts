// Notices that the day changes in a window that stays open.
import { call } from "../../api/client";

/** Longest time between two looks, in milliseconds: a computer may sleep, or its clock be set. */
const MAX_WAIT = 60_000;

/** Calls `changed` when the patient's day or the calendar date changes. Returns how to stop. */
export function watchDay(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = "";
  let stopped = false;
  const look = async () => {
    clearTimeout(timer);
    const clock = await call("clock", {}).catch(() => undefined);
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(again, Math.min(clock?.until_next_change ?? MAX_WAIT, MAX_WAIT) + 50);
    if (!clock) return;
    const now = `${clock.today} ${clock.date}`;
    if (seen !== "" && seen !== now) changed();
    seen = now;
  };
  const again = () => void look();
  again();
  addEventListener("focus", again);
  document.addEventListener("visibilitychange", again);
  return () => {
    stopped = true;
    clearTimeout(timer);
    removeEventListener("focus", again);
    document.removeEventListener("visibilitychange", again);
  };
}
