// Which step of a practice is on at a moment.
import type { Step } from "../../api/bindings";

export type StepNow = {
  /** Position of the step, from 0. */
  nth: number;
  step: Step;
  /** Whole seconds left in the step. */
  left: number;
};

/** Returns the length of all steps, in seconds. */
export function totalSeconds(steps: Step[]): number {
  return steps.reduce((sum, step) => sum + step.seconds, 0);
}

/** Returns the step after `elapsed` seconds. Breathing repeats; other steps run once. */
export function stepAt(steps: Step[], elapsed: number, repeats: boolean): StepNow | undefined {
  let along = repeats ? elapsed % (totalSeconds(steps) || 1) : elapsed;
  for (const [nth, step] of steps.entries()) {
    if (along < step.seconds || nth === steps.length - 1) return { nth, step, left: Math.max(0, Math.ceil(step.seconds - along)) };
    along -= step.seconds;
  }
  return undefined;
}

/** Formats seconds as minutes and seconds, such as `4:05`. */
export function formatCountdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
