// Where the cursor stops in a period drawn in columns, and what a measure says there.
import type { Panel, Reading } from "../../api/bindings";

const columnOf = (panel: Panel) => panel.figure.marks.reduce((width, mark) => (mark.is === "range" ? mark.column : width), 0);

/** Returns half the width of a column, in days; half a day where nothing is drawn in columns. */
export function reach(panels: Panel[]): number {
  return Math.max(1, ...panels.map(columnOf)) / 2;
}

/** Returns the columns with a value, and the scores that lie in none of them, ascending. */
export function stops(panels: Panel[]): number[] {
  const at = (some: Panel[]) => some.flatMap((panel) => panel.figure.readings.map((reading) => reading.at));
  const columns = new Set(at(panels.filter((panel) => columnOf(panel) > 0)));
  const half = reach(panels);
  const alone = at(panels.filter((panel) => columnOf(panel) === 0)).filter((day) => ![...columns].some((c) => Math.abs(c - day) <= half));
  return [...columns, ...new Set(alone)].sort((a, b) => a - b);
}

/** Returns the nearest reading of a measure within reach of the cursor. */
export function readingAt(panel: Panel, cursor: number, half: number): Reading | undefined {
  const far = (reading: Reading) => Math.abs(reading.at - cursor);
  return panel.figure.readings.reduce<Reading | undefined>(
    (best, reading) => (far(reading) <= half && (!best || far(reading) < far(best)) ? reading : best),
    undefined,
  );
}

/** Returns a reading in words. A score between columns of many days says its own day. */
export function words(panel: Panel, reading: Reading, daily: boolean): string {
  return daily || columnOf(panel) > 0 ? reading.text : `${reading.text} (${reading.day})`;
}
