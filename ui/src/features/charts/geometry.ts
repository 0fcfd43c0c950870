// Chart geometry: maps a figure's values to pixels.
import type { Figure } from "../../api/bindings";

const LEFT = 44;
const RIGHT = 8;
/** Room at the right for the numbers of a second axis. */
export const RIGHT_AXIS = 48;
const TOP = 8;
const BOTTOM = 22;

const n = (value: number) => Math.round(value * 10) / 10;

/** `axis` says whether there is room for the labels of the x axis, `right` how much is left beside it. */
export function geometry(figure: Figure, width: number, height: number, axis = true, right = RIGHT) {
  const inner = Math.max(width - LEFT - right, 10);
  const bottom = height - (axis ? BOTTOM : TOP);
  const x = (at: number) => n(LEFT + ((at + 0.5) / Math.max(figure.days, 1)) * inner);
  const span = figure.high - figure.low || 1;
  const y = (value: number) => n(bottom - ((value - figure.low) / span) * (bottom - TOP));
  const bar = Math.max(1, Math.min(9, (inner / Math.max(figure.days, 1)) * 0.7));
  const base = y(Math.max(figure.low, Math.min(0, figure.high)));
  const box = (at: number, from: number, to: number) => `M${n(x(at) - bar / 2)} ${from}h${n(bar)}V${to}h${n(-bar)}Z`;
  return {
    left: LEFT,
    inner,
    top: TOP,
    bottom,
    x,
    y,
    /** Returns the position on the x axis at a horizontal pixel position. */
    at: (px: number) => ((px - LEFT) / inner) * figure.days - 0.5,
    anchor: (at: number): "start" | "middle" | "end" => (x(at) > LEFT + inner - 16 ? "end" : x(at) < LEFT + 16 ? "start" : "middle"),
    lines: (runs: [number, number][][]) => runs.map((run) => "M" + run.map(([at, v]) => `${x(at)} ${y(v)}`).join("L")).join(""),
    dots: (points: [number, number][]) => points.map(([at, v]) => `M${x(at)} ${y(v)}h0`).join(""),
    bars: (points: [number, number][]) => points.map(([at, v]) => box(at, Math.abs(y(v) - base) < 1.5 ? base - 1.5 : y(v), base)).join(""),
    /** Stepped areas from low to high, one step a column: quicker to paint than a stroke each. */
    ranges: (points: [number, number, number][], column: number) => {
      // Neighbours lie at most so far apart, since the days of columns differ by one.
      const beside = Math.ceil(2 * column) / 2;
      const runs: [number, number, number][][] = [];
      for (const point of points) {
        const run = runs.at(-1);
        if (run && point[0] - (run.at(-1)?.[0] ?? -Infinity) <= beside) run.push(point);
        else runs.push([point]);
      }
      // A column of equal values is still two pixels high.
      const area = (run: [number, number, number][]) => {
        const [left, right] = [(at: number) => x(at - column / 2), (at: number) => x(at + column / 2)];
        const above = run.map(([at, , high]) => `V${n(y(high) - 1)}H${right(at)}`).join("");
        const below = run.map(([at, low]) => `V${n(y(low) + 1)}H${left(at)}`).reverse();
        const [first, low] = run[0] ?? [0, figure.low];
        return `M${left(first)} ${n(y(low) + 1)}${above}${below.join("")}Z`;
      };
      return runs.map(area).join("");
    },
    /** Small diamonds below the axis, clear of any value, for quick answers. */
    diamonds: (ticks: { at: number }[]) => ticks.map(({ at }) => `M${x(at)} ${bottom + 1}l3.5 3.5l-3.5 3.5l-3.5 -3.5Z`).join(""),
    strip: (points: number[]) => points.map((at) => box(at, TOP, bottom)).join(""),
  };
}
