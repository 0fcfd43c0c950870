// Looking closer at a part of Trends: dragged with the pointer, or by key around the cursor.
import { addDays } from "./days";

/** Pixels that a drag has to reach; less is a press. */
const LEAST_DRAG = 12;

/** Fewest days that are looked at. */
const LEAST_DAYS = 7;

export class Zoom {
  /** The part that is being dragged, in pixels from the left of the board. */
  dragged = $state<{ from: number; to: number }>();
  /** Where the drag began, as a day. */
  #begun = 0;

  begin(px: number, day: number): void {
    this.dragged = { from: px, to: px };
    this.#begun = day;
  }

  drag(px: number): void {
    if (this.dragged) this.dragged = { from: this.dragged.from, to: px };
  }

  /** Whether it has reached far enough to be a drag. */
  get isDrag(): boolean {
    return this.dragged !== undefined && Math.abs(this.dragged.to - this.dragged.from) >= LEAST_DRAG;
  }

  /** Ends the drag on a day. Returns the stretch of days; none if it was a press. */
  end(day: number): [number, number] | undefined {
    const isDrag = this.isDrag;
    this.dragged = undefined;
    if (!isDrag) return undefined;
    return [Math.min(this.#begun, day), Math.max(this.#begun, day)];
  }
}

/** Returns a stretch of days as a span: whole days within the period, at least a week. */
export function stretch(first: string, days: number, [from, to]: [number, number]): string {
  const last = days - 1;
  let begin = Math.min(last, Math.max(0, Math.round(from)));
  let end = Math.min(last, Math.max(0, Math.round(to)));
  if (end - begin + 1 < LEAST_DAYS) {
    const middle = Math.round((begin + end) / 2);
    begin = Math.max(0, Math.min(middle - 3, last - LEAST_DAYS + 1));
    end = Math.min(last, begin + LEAST_DAYS - 1);
  }
  return `${addDays(first, begin)}..${addDays(first, end)}`;
}

/** Returns the middle half around a day. */
export function closer(days: number, around: number): [number, number] {
  const quarter = Math.max(days / 4, LEAST_DAYS / 2);
  return [around - quarter, around + quarter];
}
