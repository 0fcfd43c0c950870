// State of the app: preferences and trackers, or why there is no journal.
import { announce } from "./announcer.svelte";
import type { DayPage, PreferencesView, Topic, TrackersView } from "./api/bindings";
import { call, onChanged } from "./api/client";
import { invalidate } from "./api/query.svelte";
import { setLocale } from "./i18n/i18n.svelte";

/** Preferences and trackers, which every screen needs. */
export type AppData = PreferencesView & TrackersView & { language: string };

interface App {
  data: AppData | undefined;
  /** Why the app can't go on; empty if it can. */
  startupError: string;
  damaged: boolean;
  crashed: boolean;
  closed: "" | "locked" | "closed";
  /** Something runs by itself that the user follows without touching anything. */
  busy: boolean;
}

export const app = $state<App>({ data: undefined, startupError: "", damaged: false, crashed: false, closed: "", busy: false });

/** Loads the language of the journal, or of the computer while it is closed. Returns its tag. */
export async function loadLocale(): Promise<string> {
  const locale = await call("locale", {});
  setLocale(locale);
  return locale.language;
}

// Fetch everything for the first answer in parallel, before mounting.
const preferences = call("preferences", {});
const trackers = call("trackers", {});
const locale = loadLocale();
const today = call("day_page", { day: null });
for (const request of [preferences, trackers, locale, today]) request.catch(() => undefined);

let prefetched: DayPage | undefined;

/** Loads the data once today has loaded too: rendering in two steps would paint twice. */
export async function loadApp(): Promise<void> {
  const data = { ...(await preferences), ...(await trackers), language: await locale };
  prefetched = await today.catch(() => undefined);
  app.data = data;
}

/** Returns the prefetched day, once only. */
export function takePrefetchedToday(): DayPage | undefined {
  const day = prefetched;
  prefetched = undefined;
  return day;
}

let requests = 0;

/** Fetches again what a change of these topics concerns. */
export async function refresh(topics: Topic[]): Promise<void> {
  if (!app.data) return;
  requests += 1;
  const request = requests;
  const changed = topics.includes("preferences");
  // A custom name, the country and the language all change the labels of trackers.
  const [language, newPreferences, newTrackers] = await Promise.all([
    changed ? loadLocale() : app.data.language,
    changed ? call("preferences", {}) : undefined,
    call("trackers", {}),
  ]);
  // A newer request supersedes this one.
  if (request !== requests || !app.data) return;
  app.data = { ...app.data, ...newPreferences, ...newTrackers, language };
}

onChanged((changed) => {
  // The time from first paint to first answer is the app's own usability measure.
  performance.mark("saved");
  for (const topic of changed.topics) invalidate(topic);
  if (changed.message) announce(changed.message);
  if (changed.topics.includes("trackers") || changed.topics.includes("preferences")) void refresh(changed.topics);
});
