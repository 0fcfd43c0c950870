// State of one entry form. Saves run one after another. Unfinished input is stored as a draft
// within a moment, and invalid input stays where it was typed.
import { call, isFailure, messageOf, track } from "../../api/client";
import { announce } from "../../announcer.svelte";
import type { Answer, Draft, EntryView, EntryPreview, TrackerView } from "../../api/bindings";
import { draftKey } from "./draft-key";

/** Longest time until typing is stored as a draft, in milliseconds. */
const DRAFT_INTERVAL = 250;

const NO_PREVIEW: EntryPreview = { measures: [], time_span: "", warnings: [], ambiguous_times: [] };

export interface EntryFormInput {
  entry?: EntryView | undefined;
  /** Draft left over when the app ended. */
  draft?: Draft | undefined;
  /** Time of a further entry of a tracker that is asked once a day. */
  another?: string | undefined;
  /** Day of the entry, if it is not the page's. */
  day?: string;
  /** Whether that day is in the future. */
  ahead?: boolean;
}

export class EntryFormState {
  values = $state<Record<string, Answer>>({});
  note = $state("");
  at = $state<string | null>(null);
  day = $state("");
  /** Time zone of the entry's times; `null` for the computer's. */
  zone = $state<string | null>(null);
  /** Time zone in which a night began, if different. */
  start_zone = $state<string | null>(null);
  faults = $state<Record<string, string>>({});
  whole = $state("");
  sum = $state.raw(NO_PREVIEW);
  #uid: string | undefined;
  #another: boolean;
  #typed: Record<string, Answer> = {};
  #noted: string;
  #typedAt: string | undefined;
  #queue: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly tracker: TrackerView,
    day: string,
    { entry, draft, another }: EntryFormInput,
  ) {
    this.day = draft?.day ?? day;
    this.values = { ...((draft?.values ?? entry?.answers) as Record<string, Answer> | undefined) };
    this.note = draft?.note ?? entry?.note ?? "";
    this.#noted = entry?.note ?? "";
    this.#uid = entry?.uid;
    this.#another = another !== undefined || (draft?.another ?? false);
    this.zone = draft?.zone ?? entry?.zone ?? null;
    this.start_zone = (draft ? draft.start_zone : entry?.start_zone) ?? null;
    this.at = draft?.at ?? (entry?.at || another || null);
    if (draft) this.save();
    else if (entry) void this.#add(this.#draft());
  }

  get form(): string {
    return draftKey(this.tracker.definition.key, this.day, this.#uid);
  }

  get saved(): boolean {
    return this.#uid !== undefined;
  }

  /** Whether there is anything to save, or a save that failed. */
  get started(): boolean {
    return this.saved || Object.keys(this.values).length > 0 || this.note.trim() !== "" || this.blamed;
  }

  get blamed(): boolean {
    return this.whole !== "" || Object.keys(this.faults).length > 0;
  }

  answer(key: string, answer: Answer | undefined): void {
    delete this.#typed[key];
    const before = this.values[key];
    if (answer === undefined) delete this.values[key];
    else this.values[key] = answer;
    // Prefill fields that usually have the same value, only while untouched. Clearing the source
    // clears them too.
    for (const field of this.tracker.definition.fields) {
      const same = this.values[field.key] === undefined || this.values[field.key] === before;
      if (field.default_from !== key || !same) continue;
      if (answer === undefined) delete this.values[field.key];
      else this.values[field.key] = answer;
    }
    this.save();
  }

  /** Stores unfinished typing in a field as a draft, not as an answer. */
  typing(key: string, typed: Answer | undefined): void {
    if (typed === undefined) delete this.#typed[key];
    else this.#typed[key] = typed;
    this.#soon();
  }

  /** Stores unfinished typing of the entry's time. */
  typingAt(at: string): void {
    this.#typedAt = at;
    this.#soon();
  }

  /** Stores a note as a draft while typing and records it when its field is left. */
  write(note: string, left: boolean): void {
    this.note = note;
    if (left) this.save();
    else this.#soon();
  }

  /** Changes the entry's time, time zones or day. */
  move(to: { at?: string | null; day?: string; zone?: string; start_zone?: string | null }): void {
    if (to.zone !== undefined) this.zone = to.zone;
    if (to.start_zone !== undefined) this.start_zone = to.start_zone;
    if (to.at !== undefined) [this.at, this.#typedAt] = [to.at, undefined];
    if (to.day !== undefined && to.day !== this.day) {
      // Discard the draft under the old day.
      const form = this.form;
      this.#queue = this.#queue.then(async () => {
        await call("discard_draft", { form }).catch((error: unknown) => announce(messageOf(error)));
      });
      this.day = to.day;
    }
    this.save();
  }

  save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const draft = this.#draft();
    this.#noted = draft.note;
    this.#queue = track(this.#queue.then(() => this.#save(draft)));
  }

  /** Waits for pending saves; resolves to whether all input was accepted. */
  async settled(): Promise<boolean> {
    await this.#queue;
    return !this.blamed;
  }

  /** Saves unrecorded input when the form goes away. */
  leave(note: string | undefined): void {
    const noted = note !== undefined && note !== this.#noted;
    if (this.#timer === undefined && Object.keys(this.#typed).length === 0 && this.#typedAt === undefined && !noted) return;
    if (this.#typedAt !== undefined) this.at = this.#typedAt || null;
    this.#typedAt = undefined;
    if (note !== undefined) this.note = note;
    this.values = { ...this.values, ...this.#typed };
    this.#typed = {};
    this.save();
  }

  #soon(): void {
    // A throttle, not a debounce: continuous typing is still stored regularly.
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const draft = this.#draft();
      draft.values = { ...draft.values, ...this.#typed };
      draft.at = this.#typedAt ?? draft.at;
      this.#queue = this.#queue.then(async () => {
        await call("save_draft", { form: this.form, draft }).catch((error: unknown) => announce(messageOf(error)));
        await this.#add(draft);
      });
    }, DRAFT_INTERVAL);
  }

  #draft(): Draft {
    return {
      tracker: this.tracker.definition.key,
      day: this.day,
      at: this.at,
      zone: this.zone,
      start_zone: this.start_zone,
      values: { ...this.values },
      note: this.note,
      another: this.#another,
    };
  }

  async #save(draft: Draft): Promise<void> {
    const form = this.form;
    try {
      const empty = Object.keys(draft.values).length === 0 && draft.note.trim() === "";
      if (empty && this.#uid) {
        await call("remove_entry", { uid: this.#uid });
        this.#uid = undefined;
      } else if (!empty) {
        const changed = this.#uid
          ? await call("amend_entry", { uid: this.#uid, draft, form })
          : await call("record_entry", { draft, form });
        this.#uid = changed.uid ?? this.#uid;
      }
      if (empty) await call("discard_draft", { form });
      this.faults = {};
      this.whole = "";
      await this.#add(draft);
    } catch (error) {
      this.#blame(error);
      // Rejected input is still stored as a draft.
      await call("save_draft", { form, draft }).catch((why: unknown) => announce(messageOf(why)));
    }
  }

  async #add(draft: Draft): Promise<void> {
    const { measures, covers } = this.tracker.definition;
    const clock = this.tracker.definition.fields.some((f) => f.kind.type === "clock");
    if ((measures.length === 0 && covers !== "night" && !clock && !draft.at) || Object.keys(draft.values).length === 0) return;
    // A half-typed time has no preview; that is no error.
    this.sum = await call("preview_entry", { draft }).catch(() => NO_PREVIEW);
  }

  #blame(error: unknown): void {
    this.whole = messageOf(error);
    this.faults = {};
    if (isFailure(error)) {
      const own = [...this.tracker.definition.fields.map((f) => f.key), "at", "day", "note"];
      const fields = error.fields.filter((f) => own.includes(f.field));
      this.faults = Object.fromEntries(fields.map((f) => [f.field, f.message]));
      if (fields.length > 0 && fields.length === error.fields.length) this.whole = "";
    }
    announce(messageOf(error));
  }
}
