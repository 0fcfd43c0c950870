// Current route: the screen, the open day in Days, the questionnaire in hand, the open part in Settings and the tab of Support.
export const PLACES = ["today", "days", "trends", "scales", "treatment", "support", "visit", "settings"] as const;
export type Place = (typeof PLACES)[number];
export type Part = "" | "trackers" | "builder" | "pause";

export const SUPPORT_TABS = ["tools", "plan", "contacts", "lines"] as const;
export type SupportTab = (typeof SUPPORT_TABS)[number];

export const TREATMENT_TABS = ["now", "timeline", "history", "sessions", "therapy", "effects", "conditions"] as const;
export type TreatmentTab = (typeof TREATMENT_TABS)[number];

export const route = $state<{
  place: Place;
  day: string;
  part: Part;
  /** The tracker of a part of the settings, the questionnaire in hand, the medicine that is edited ("new" for a new one), or the practice open in Support. */
  of: string;
  tab: SupportTab;
  treatment: TreatmentTab;
  /** Whether Support now is open, in front of the place. */
  now: boolean;
  help: boolean;
}>({
  place: "today",
  day: "",
  part: "",
  of: "",
  tab: "tools",
  treatment: "now",
  now: false,
  help: false,
});

export function isPlace(text: string): text is Place {
  return (PLACES as readonly string[]).includes(text);
}

/** Leaves the focused field, which saves what was typed in it, before its page goes. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

export function go(place: Place, day = ""): void {
  leaveField();
  route.place = place;
  route.day = day;
  route.part = "";
  route.of = "";
  route.now = false;
  route.help = false;
  scrollTo(0, 0);
}

/** Opens a part of the settings, optionally for one tracker. */
export function open(part: Part, of = ""): void {
  go("settings");
  route.part = part;
  route.of = of;
}

/** Opens a questionnaire of a day (today's if none is given), or all of them. */
export function openScale(tracker: string, day = ""): void {
  go("scales", day);
  route.of = tracker;
}

/** Opens a tab of Support, optionally with a practice. */
export function openSupport(tab: SupportTab, practice = ""): void {
  go("support");
  route.tab = tab;
  route.of = practice;
}

/** Opens Support now in front of everything. */
export function openSupportNow(): void {
  leaveField();
  route.help = false;
  route.now = true;
  scrollTo(0, 0);
}
