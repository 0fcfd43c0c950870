// Reactive queries that refetch when their topics are invalidated.
import type { Commands, Topic } from "./bindings";
import { call } from "./client";

const versions = $state<Record<Topic, number>>({ entries: 0, visit: 0, preferences: 0, trackers: 0, support: 0, treatment: 0 });

/** Invalidates a topic, so that its queries fetch again. */
export function invalidate(topic: Topic): void {
  versions[topic] += 1;
}

export class Query<T> {
  value = $state.raw<T>();
  failed = $state.raw<unknown>();
  #requests = 0;

  constructor(topics: Topic[], fetch: () => Promise<T>) {
    $effect(() => {
      for (const topic of topics) void versions[topic];
      this.#requests += 1;
      const request = this.#requests;
      fetch().then(
        (value) => {
          // A slow earlier response must not overwrite a later one.
          if (request === this.#requests) [this.value, this.failed] = [value, undefined];
        },
        (error: unknown) => {
          if (request === this.#requests) this.failed = error;
        },
      );
    });
  }
}

/** Runs a command, and again whenever a topic is invalidated or an argument changes. */
export function query<Name extends keyof Commands>(
  name: Name,
  args: () => Commands[Name]["args"],
  topics: Topic[],
): Query<Commands[Name]["result"]> {
  return new Query(topics, () => call(name, args()));
}
