// What is being typed on its way to the journal. Owns that saves go one after another and that what was typed
// stays where it can't be right.
import { call, isFailure, said } from "../bridge/call";
import { tell } from "../bridge/fresh.svelte";
import type { AddedUp, Answer, Draft, Shown, Tracker } from "../bridge/generated";

export class Keep {
  values = $state<Record<string, Answer>>({});
  note = $state("");
  faults = $state<Record<string, string>>({});
  whole = $state("");
  addedUp = $state.raw<AddedUp[]>([]);
  #uid: string | undefined;
  #at: string | null;
  #queue: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly tracker: Tracker,
    readonly day: string,
    shown: Shown | undefined,
  ) {
    this.values = { ...(shown?.answers as Record<string, Answer> | undefined) };
    this.note = shown?.note ?? "";
    this.#uid = shown?.uid;
    this.#at = shown?.at || null;
    if (shown) void this.#sum(this.#draft());
  }

  answer(key: string, answer: Answer | undefined): void {
    const before = this.values[key];
    if (answer === undefined) delete this.values[key];
    else this.values[key] = answer;
    // Fields that are usually the same are filled in where one can see it, and only while untouched.
    for (const field of this.tracker.definition.fields) {
      const same = this.values[field.key] === undefined || this.values[field.key] === before;
      if (field.like === key && answer !== undefined && same) this.values[field.key] = answer;
    }
    this.save();
  }

  /** Keeps a note a moment after the last key, and at once when the field is left. */
  write(note: string, now: boolean): void {
    this.note = note;
    clearTimeout(this.#timer);
    if (now) this.save();
    else this.#timer = setTimeout(() => this.save(), 400);
  }

  save(): void {
    clearTimeout(this.#timer);
    const draft = this.#draft();
    this.#queue = this.#queue.then(() => this.#save(draft));
  }

  #draft(): Draft {
    return { tracker: this.tracker.definition.key, day: this.day, at: this.#at, zone: null, values: { ...this.values }, note: this.note };
  }

  async #save(draft: Draft): Promise<void> {
    try {
      const empty = Object.keys(draft.values).length === 0 && draft.note.trim() === "";
      if (empty && this.#uid) {
        await call("remove_entry", { uid: this.#uid });
        this.#uid = undefined;
      } else if (!empty) {
        const changed = this.#uid ? await call("amend_entry", { uid: this.#uid, draft }) : await call("record_entry", { draft });
        this.#uid = changed.uid ?? this.#uid;
      }
      this.faults = {};
      this.whole = "";
      await this.#sum(draft);
    } catch (error) {
      this.#blame(error);
    }
  }

  async #sum(draft: Draft): Promise<void> {
    if (this.tracker.definition.measures.length === 0 || Object.keys(draft.values).length === 0) return;
    this.addedUp = await call("add_up", { draft }).catch(() => []);
  }

  #blame(error: unknown): void {
    this.whole = said(error);
    this.faults = {};
    if (isFailure(error)) {
      const fields = error.fields.filter((f) => this.tracker.definition.fields.some((own) => own.key === f.field));
      this.faults = Object.fromEntries(fields.map((f) => [f.field, f.said]));
      if (fields.length > 0 && fields.length === error.fields.length) this.whole = "";
    }
    tell(said(error));
  }
}
