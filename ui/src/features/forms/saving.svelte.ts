// Saving a form: what was typed stays, and each fault stands at its field.
import type { Changed } from "../../api/bindings";
import { isFailure, messageOf } from "../../api/client";
import { announce } from "../../announcer.svelte";

export class Saving {
  /** What is wrong, by field. */
  faults = $state<Record<string, string>>({});
  /** What is wrong apart from the fields. */
  failed = $state("");

  /** Runs a change. Returns whether it was done. */
  async run(change: () => Promise<Changed>): Promise<boolean> {
    return (await this.get(change)) !== undefined;
  }

  /** Runs what answers with a message, and returns the answer; nothing if it failed or was cancelled. */
  async get<T extends { message: string }>(work: () => Promise<T | null>): Promise<T | undefined> {
    [this.faults, this.failed] = [{}, ""];
    try {
      const done = await work();
      if (done) announce(done.message);
      return done ?? undefined;
    } catch (error) {
      if (isFailure(error) && error.fields.length > 0)
        this.faults = Object.fromEntries(error.fields.map((field) => [field.field, field.message]));
      else this.failed = messageOf(error);
      announce(messageOf(error));
      return undefined;
    }
  }
}
