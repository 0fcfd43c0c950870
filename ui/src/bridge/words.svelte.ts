// The interface's words, from the one source both sides share. Owns looking them up; a key that is not
// generated does not compile.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Spoken } from "./generated";
import type { Word } from "./words";

import english from "../../../assets/words/en/shell.ftl?raw";

const first = new FluentBundle("en", { useIsolating: false });
// Until the other side has spoken, and where it can't: the frame's own words.
first.addResource(new FluentResource(english));
let bundle = $state.raw(first);

let known = "";

/** Speaks a language from now on; one that is spoken already is not read again. */
export function learn({ language, direction, words }: Spoken): void {
  if (language === known) return;
  // The tag comes validated from the other side; the browser's own may be one that Intl refuses.
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
