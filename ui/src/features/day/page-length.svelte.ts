// Length of a day's page: the user's choice, shortened after a low answer.
import type { DayPage, PageLength } from "../../api/bindings";
import { call } from "../../api/client";
import { app } from "../../app-state.svelte";
import { lengthOverride } from "./length-override.svelte";

/**
 * Wait before shortening, in milliseconds: the user may still change the answer. An answer already
 * there when the page opens shortens it at once.
 */
export const SETTLES = 1200;

export class PageLengthState {
  /** Whether the user is being told that the page was shortened. */
  #told = $state(false);
  #low = $state(false);
  #opened = "";
  readonly #page: () => DayPage | undefined;
  readonly #near: () => boolean;

  /** `near` says whether the page can be shortened: past days are not. */
  constructor(page: () => DayPage | undefined, near: () => boolean) {
    this.#page = page;
    this.#near = near;
    $effect(() => this.#follow());
    $effect(() => this.#announceShortening());
  }

  /** Whether a low answer shortens the page now. */
  get shortened(): boolean {
    const chosen = app.data?.length ?? "usual";
    return this.#low && this.#near() && app.data?.shorten === true && lengthOverride.day !== this.#page()?.day && chosen !== "short";
  }

  get length(): PageLength {
    return this.shortened ? "short" : (app.data?.length ?? "usual");
  }

  /** Whether the page says that it was shortened. */
  get announced(): boolean {
    return this.#told && this.shortened;
  }

  /** Sets the length, for this day also against a low answer. */
  async choose(length: PageLength): Promise<void> {
    if (!app.data) return;
    lengthOverride.day = this.#page()?.day ?? "";
    if (length === app.data.length) return;
    app.data = { ...app.data, length };
    await call("set_preference", { key: "length", value: length });
  }

  /** Never shortens the page again. */
  async keepLong(): Promise<void> {
    lengthOverride.day = this.#page()?.day ?? "";
    this.#told = false;
    if (app.data) app.data = { ...app.data, shorten: false };
    await call("set_preference", { key: "shorten", value: "no" });
  }

  #follow(): (() => void) | undefined {
    const page = this.#page();
    if (!page) return undefined;
    const opened = this.#opened !== page.day;
    this.#opened = page.day;
    if (opened || !page.low) {
      this.#low = page.low;
      return undefined;
    }
    const timer = setTimeout(() => (this.#low = true), SETTLES);
    return () => clearTimeout(timer);
  }

  #announceShortening(): void {
    if (!this.shortened || app.data?.shorten_announced || this.#told) return;
    this.#told = true;
    void call("announce_shortening", {});
  }
}
