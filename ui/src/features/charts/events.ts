// Dated changes of a period: a lane of their own, or a list.
import type { TrendsPage } from "../../api/bindings";

/** Maximum number of changes with a lane of their own. */
const MAX_LANE = 12;

/** Whether there are too many changes for a lane: they are listed below the charts. */
export function hasManyEvents(page: TrendsPage): boolean {
  return page.events.length > MAX_LANE;
}
