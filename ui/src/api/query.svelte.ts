// Reactive queries that refetch when their topics are invalidated.
import type { Commands, Topic } from "./bindings";
import { call, track } from "./client";

const versions = $state<Record<Topic, number>>({ entries: 0, visit: 0, preferences: 0, trackers: 0, support: 0, treatment: 0 });

/** Invalidates a topic, so that its queries fetch again. */
export function invalidate(topic: Topic): void {
  versions[topic] += 1;
}

/**
 * How long after a change queries fetch again, in milliseconds. An answer is painted first, and a burst of
 * changes is read once.
 */
const QUIET = 60;

/** The longest that a burst of changes puts off a fetch. */
const LONGEST = 2000;

/** A fetch that is put off for a moment. It counts as pending work. */
class PutOff {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #settle: (() => void) | undefined;

  plan(run: () => Promise<unknown>): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    if (!this.#settle) {
      this.#since = now;
      void track(new Promise<void>((resolve) => (this.#settle = resolve)));
    }
    const wait = Math.max(0, Math.min(QUIET, this.#since + LONGEST - now));
    this.#timer = setTimeout(() => {
      // What is planned while it runs is a fetch of its own.
      const settle = this.#settle;
      this.#settle = undefined;
      void run().finally(settle);
    }, wait);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#settle?.();
    this.#settle = undefined;
  }
}

export class Query<T, Args = unknown> {
  value = $state.raw<T>();
  failed = $state.raw<unknown>();
  #requests = 0;
  #given: string | undefined;
  #putOff = new PutOff();

  constructor(topics: Topic[], args: () => Args, fetch: (args: Args) => Promise<T>) {
    $effect(() => {
      for (const topic of topics) void versions[topic];
      const given = args();
      const text = JSON.stringify(given);
      const changed = text !== this.#given;
      this.#given = text;
      this.#requests += 1;
      const request = this.#requests;
      const run = () => this.#run(request, fetch(given));
      if (changed) {
        this.#putOff.cancel();
        void run();
      } else this.#putOff.plan(run);
    });
    $effect(() => () => this.#putOff.cancel());
  }

  async #run(request: number, fetched: Promise<T>): Promise<void> {
    await fetched.then(
      (value) => {
        // A slow earlier response must not overwrite a later one.
        if (request === this.#requests) [this.value, this.failed] = [value, undefined];
      },
      (error: unknown) => {
        if (request === this.#requests) this.failed = error;
      },
    );
  }
}

/** Runs a command at once, again when an argument changes, and soon after a topic is invalidated. */
export function query<Name extends keyof Commands>(
  name: Name,
  args: () => Commands[Name]["args"],
  topics: Topic[],
): Query<Commands[Name]["result"], Commands[Name]["args"]> {
  return new Query(topics, args, (given) => call(name, given));
}
