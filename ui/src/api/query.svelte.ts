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

  /** `fetch` may return a value that is there already: it is rendered with the component. */
  constructor(topics: Topic[], fetch: () => T | Promise<T>) {
    $effect.pre(() => {
      for (const topic of topics) void versions[topic];
      this.#requests += 1;
      const request = this.#requests;
      // A slow earlier response must not overwrite a later one.
      const isLast = () => request === this.#requests;
      const show = (value: T) => ([this.value, this.failed] = [value, undefined]);
      const fetched = fetch();
      if (!(fetched instanceof Promise)) show(fetched);
      else
        fetched.then(
          (value) => isLast() && show(value),
          (error: unknown) => isLast() && (this.failed = error),
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
