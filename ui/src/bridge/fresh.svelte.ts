// Reactive queries that refetch when their topics are invalidated, and the live region's text.
import { call, onChanged } from "./call";
import type { Commands, DayPage, Launch, Topic } from "./generated";
import { learn } from "./words.svelte";

/** Latest announcement for the live region. */
export const told = $state({ said: "", nth: 0 });

export function tell(said: string): void {
  told.said = said;
  told.nth += 1;
}

const versions = $state<Record<Topic, number>>({ entries: 0, visit: 0, preferences: 0, trackers: 0 });

onChanged((changed) => {
  // The time from first paint to first answer is the app's own usability measure.
  performance.mark("saved");
  for (const topic of changed.topics) versions[topic] += 1;
  if (changed.said) tell(changed.said);
  // Tracker names, order and status are part of the launch data.
  if (app.launch && (changed.topics.includes("trackers") || changed.topics.includes("preferences"))) void relaunch();
});

/** Invalidates a topic without a change, for example when the day has changed. */
export function stale(topic: Topic): void {
  versions[topic] += 1;
}

export class Fresh<T> {
  value = $state.raw<T>();
  failed = $state.raw<unknown>();
  #asked = 0;

  constructor(topics: Topic[], ask: () => Promise<T>) {
    $effect(() => {
      for (const topic of topics) void versions[topic];
      const mine = ++this.#asked;
      ask().then(
        (value) => {
          // A slow earlier response must not overwrite a later one.
          if (mine === this.#asked) [this.value, this.failed] = [value, undefined];
        },
        (error: unknown) => {
          if (mine === this.#asked) this.failed = error;
        },
      );
    });
  }
}

/** Runs a command, and again whenever a topic is invalidated or an argument changes. */
export function fresh<Name extends keyof Commands>(
  name: Name,
  takes: () => Commands[Name]["takes"],
  topics: Topic[],
): Fresh<Commands[Name]["gives"]> {
  return new Fresh(topics, () => call(name, takes()));
}

// Fetch the launch data and today in parallel before mounting: both are needed for the first
// answer.
const beginning = call("launch", {});
let early: Promise<DayPage> | undefined = call("day_page", { day: null });
beginning.catch(() => undefined);
early.catch(() => undefined);

/** Returns the launch data once today has loaded too: rendering in two steps would paint twice. */
export async function opening(): Promise<Launch> {
  const given = await beginning;
  await early?.catch(() => undefined);
  return given;
}

/** Returns the prefetched day, once only. */
export function takeEarly(): Promise<DayPage> | undefined {
  const given = early;
  early = undefined;
  return given;
}

/** Application state. */
export const app = $state<{ launch: Launch | undefined; stopped: string; damaged: boolean; fell: boolean; closed: "" | "locked" | "closed"; /** Something runs by itself that a person follows without touching anything. */ busy: boolean }>({ launch: undefined, stopped: "", damaged: false, fell: false, closed: "", busy: false });

let asked = 0;

/** Refetches the launch data. */
export async function relaunch(): Promise<void> {
  asked += 1;
  const mine = asked;
  const given = await call("launch", {});
  // A newer request supersedes this one.
  if (mine !== asked) return;
  learn(given);
  app.launch = given;
}
