// Answers that are asked again when what they show went stale. Owns that, and what the app was told last.
import { call, onChanged } from "./call";
import type { Commands, DayPage, Launch, Topic } from "./generated";
import { learn } from "./words.svelte";

/** What the app was told last, for the live region. */
export const told = $state({ said: "", nth: 0 });

export function tell(said: string): void {
  told.said = said;
  told.nth += 1;
}

const versions = $state<Record<Topic, number>>({ entries: 0, visit: 0, preferences: 0, trackers: 0 });

onChanged((changed) => {
  // How long the first answer took from the first picture is the app's own measure of a bad day.
  performance.mark("saved");
  for (const topic of changed.topics) versions[topic] += 1;
  if (changed.said) tell(changed.said);
  // Names, order and what is asked come with the launch.
  if (app.launch && (changed.topics.includes("trackers") || changed.topics.includes("preferences"))) void relaunch();
});

/** What a topic shows went stale without an act: the day has turned. */
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
          // A slower earlier answer never overwrites a later one.
          if (mine === this.#asked) [this.value, this.failed] = [value, undefined];
        },
        (error: unknown) => {
          if (mine === this.#asked) this.failed = error;
        },
      );
    });
  }
}

/** Asks a command and asks again when one of the topics went stale, or an argument changed. */
export function fresh<Name extends keyof Commands>(
  name: Name,
  takes: () => Commands[Name]["takes"],
  topics: Topic[],
): Fresh<Commands[Name]["gives"]> {
  return new Fresh(topics, () => call(name, takes()));
}

// The launch and today are asked side by side, before the page is made: both are needed before anything can be answered.
const beginning = call("launch", {});
let early: Promise<DayPage> | undefined = call("day_page", { day: null });
beginning.catch(() => undefined);
early.catch(() => undefined);

/** What the app begins with, once today is there too: a page made in two steps is painted twice. */
export async function opening(): Promise<Launch> {
  const given = await beginning;
  await early?.catch(() => undefined);
  return given;
}

/** Today as it was asked at the start; once, then it is asked anew. */
export function takeEarly(): Promise<DayPage> | undefined {
  const given = early;
  early = undefined;
  return given;
}

/** What was told at launch. */
export const app = $state<{ launch: Launch | undefined; stopped: string; damaged: boolean; fell: boolean; closed: "" | "locked" | "closed"; /** Something runs by itself that a person follows without touching anything. */ busy: boolean }>({ launch: undefined, stopped: "", damaged: false, fell: false, closed: "", busy: false });

let asked = 0;

/** Asks again for what was told at launch. */
export async function relaunch(): Promise<void> {
  asked += 1;
  const mine = asked;
  const given = await call("launch", {});
  // A later answer is the newer one.
  if (mine !== asked) return;
  learn(given);
  app.launch = given;
}
