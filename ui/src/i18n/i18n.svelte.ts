// UI texts from the Fluent files shared with Rust. Unknown message ids do not compile.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { LocaleBundle } from "../api/bindings";
import type { MessageId } from "./message-ids";

import english from "../../../assets/locales/en/app.ftl?raw";

const first = new FluentBundle("en", { useIsolating: false });
// Built-in English, used until the backend sends a locale, or if it can't.
first.addResource(new FluentResource(english));
let bundle = $state.raw(first);

let known = "";

/** Switches the locale; does nothing if it is already active. */
export function setLocale({ language, direction, messages }: LocaleBundle): void {
  if (language === known) return;
  // The backend validates the tag; the browser's own may be one that Intl rejects.
  const learned = new FluentBundle(language, { useIsolating: false });
  learned.addResource(new FluentResource(messages));
  bundle = learned;
  known = language;
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}

export function say(key: MessageId, args?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(key);
  return message?.value ? bundle.formatPattern(message.value, args ?? null, []) : key;
}
