// Which measures Trends draws, for as long as the app runs.
import { SvelteMap } from "svelte/reactivity";
import type { Panel } from "../../api/bindings";

/** The user's choice by measure; a measure without one is drawn if it has something to draw. */
const chosen = new SvelteMap<string, boolean>();

/** Whether a measure without a choice is drawn if it has something to draw. */
const others = $state({ drawn: true });

export const measureKey = (panel: Panel) => `${panel.tracker} ${panel.of}`;

export function isDrawn(panel: Panel): boolean {
  return chosen.get(measureKey(panel)) ?? (others.drawn && !panel.few);
}

export function toggleMeasure(panel: Panel): void {
  chosen.set(measureKey(panel), !isDrawn(panel));
}

export function drawAll(panels: Panel[]): void {
  for (const panel of panels) chosen.set(measureKey(panel), true);
}

/** Draws these measures and no others, also of those that are listed later. */
export function drawOnly(keys: string[]): void {
  chosen.clear();
  for (const key of keys) chosen.set(key, true);
  others.drawn = false;
}
