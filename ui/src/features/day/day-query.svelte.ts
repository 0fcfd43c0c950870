// The page of a day, read again when something changes.
import type { DayPage } from "../../api/bindings";
import { call } from "../../api/client";
import { Query } from "../../api/query.svelte";
import { takePrefetchedToday } from "../../app-state.svelte";
import { turned } from "../entry/undo.svelte";

/**
 * Reads the page of a day; empty stands for today. The response carries the undo count of its request, so
 * that forms are rebuilt together with their data.
 */
export function dayQuery(day: () => string): Query<{ nth: number; page: DayPage }> {
  return new Query(
    ["entries", "preferences", "trackers"],
    () => ({ nth: turned.nth, day: day() }),
    async (asked) => {
      const prefetched = asked.day === "" ? takePrefetchedToday() : undefined;
      return { nth: asked.nth, page: await (prefetched ?? call("day_page", { day: asked.day === "" ? null : asked.day })) };
    },
  );
}
