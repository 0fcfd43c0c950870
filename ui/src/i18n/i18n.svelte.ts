// UI texts from the Fluent files shared with Rust. Unknown message ids do not compile.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { LocaleBundle } from "../api/bindings";
import type { MessageId } from "./message-ids";

import english from "../../../assets/locales/en/app.ftl?raw";

interface Texts {
  /** The pattern of each message. Most are plain text and need no parser. */
  messages: Record<string, string | undefined>;
  /** What was parsed so far. */
  bundle: FluentBundle;
}

const texts = (language: string, messages: Texts["messages"]): Texts => ({
  messages,
  bundle: new FluentBundle(language, { useIsolating: false }),
});

/** Built-in English, used until the backend sends a locale, or if it can't. */
function builtIn(): Texts {
  const first = texts("en", {});
  first.bundle.addResource(new FluentResource(english));
  return first;
}

let active = $state.raw<Texts>();

let known = "";

/** Switches the locale; does nothing if it is already active. */
export function setLocale({ language, direction, messages }: LocaleBundle): void {
  if (language === known) return;
  // The backend validates the tag; the browser's own may be one that Intl rejects.
  active = texts(language, messages);
  known = language;
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
}

let withoutLocale: Texts | undefined;

export function say(key: MessageId, args?: Record<string, FluentVariable>): string {
  const { messages, bundle } = active ?? (withoutLocale ??= builtIn());
  const pattern = messages[key];
  if (pattern !== undefined && !/[{\n]/.test(pattern)) return pattern;
  if (pattern !== undefined && !bundle.hasMessage(key)) bundle.addResource(new FluentResource(`${key} = ${pattern}`));
  const message = bundle.getMessage(key);
  return message?.value ? bundle.formatPattern(message.value, args ?? null, []) : key;
}
