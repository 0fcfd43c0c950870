// Geometry of the timeline: the part that is shown, and its marks.
import type { TimelineLane } from "../../api/bindings";

/** The part of the timeline that is shown, in days. */
export interface View {
  from: number;
  to: number;
}

/** Shortest part that is shown, in days. */
export const SHORTEST = 30;

/** Returns a part of the timeline that lies within it and is not too short. */
export function within(view: View, days: number): View {
  const length = Math.min(days, Math.max(SHORTEST, view.to - view.from));
  const from = Math.min(Math.max(0, view.from), days - length);
  return { from, to: from + length };
}

/** Makes the part shorter or longer by a factor, around its middle. */
export function zoom(view: View, factor: number, days: number): View {
  const middle = (view.from + view.to) / 2;
  const half = ((view.to - view.from) * factor) / 2;
  return within({ from: middle - half, to: middle + half }, days);
}

export interface AxisMark {
  at: number;
  label: string;
}

const DAY = 86_400_000;

/** Returns years, or months of a short part, as marks of the axis. */
export function marks(view: View, first: string, month: (nth: number) => string): AxisMark[] {
  const begin = Date.parse(`${first}T00:00:00Z`);
  const at = (year: number, nth: number) => (Date.UTC(year, nth, 1) - begin) / DAY;
  const start = new Date(begin + view.from * DAY);
  const years = (view.to - view.from) / 365.25;
  const step = years > 14 ? 24 : years > 2 ? 12 : years > 0.8 ? 3 : 1;
  const found: AxisMark[] = [];
  for (let nth = 0; ; nth += step) {
    const when = at(start.getUTCFullYear(), nth);
    if (when > view.to) return found;
    if (when < view.from) continue;
    const year = start.getUTCFullYear() + Math.floor(nth / 12);
    found.push({ at: when, label: step >= 12 || nth % 12 === 0 ? String(year) : month(nth % 12) });
  }
}

/** Most lanes of one group before stopped ones fold into one. */
const MANY = 14;

/** Returns the lanes to draw. Of many, the stopped ones share a lane. */
export function folded(lanes: TimelineLane[], name: (count: number) => string): TimelineLane[] {
  const stopped = lanes.filter((lane) => lane.group === "medicines" && !lane.current);
  if (lanes.length <= MANY || stopped.length < 2) return lanes;
  const one: TimelineLane = {
    group: "medicines",
    name: name(stopped.length),
    current: false,
    parts: stopped.flatMap((lane) => lane.parts.map((part) => ({ ...part, height: 0.4, label: "", said: `${lane.name}, ${part.said}` }))),
  };
  return [one, ...lanes.filter((lane) => !stopped.includes(lane))];
}
