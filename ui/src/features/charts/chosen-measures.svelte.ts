// Which measures Trends draws, for as long as the app runs.
import { SvelteMap } from "svelte/reactivity";
import type { Panel } from "../../api/bindings";

/** The user's choice by measure; a measure without one is drawn if it has something to draw. */
const chosen = new SvelteMap<string, boolean>();

export const measureKey = (panel: Panel) => `${panel.tracker} ${panel.of}`;

export function isDrawn(panel: Panel): boolean {
  return chosen.get(measureKey(panel)) ?? !panel.few;
}

export function toggleMeasure(panel: Panel): void {
  chosen.set(measureKey(panel), !isDrawn(panel));
}

export function drawAll(panels: Panel[]): void {
  for (const panel of panels) chosen.set(measureKey(panel), true);
}
