// UI texts from the Fluent files shared with Rust. Unknown message ids do not compile.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Spoken } from "./generated";
import type { Word } from "./words";

import english from "../../../assets/words/en/shell.ftl?raw";

const first = new FluentBundle("en", { useIsolating: false });
// Built-in English, used until the backend sends a locale, or if it can't.
first.addResource(new FluentResource(english));
let bundle = $state.raw(first);

let known = "";

/** Switches the locale; does nothing if it is already active. */
export function learn({ language, direction, words }: Spoken): void {
  if (language === known) return;
  // The backend validates the tag; the browser's own may be one that Intl rejects.
  const learned = new FluentBundle(language, { useIsolating: false });
  learned.addResource(new FluentResource(words));
  bundle = learned;
  known = language;
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}

export function say(key: Word, args?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(key);
  return message?.value ? bundle.formatPattern(message.value, args ?? null, []) : key;
}
