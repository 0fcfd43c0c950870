// Current route: the screen, the open day in Days and the open part in Settings.
export const PLACES = ["today", "days", "trends", "support", "visit", "settings"] as const;
export type Place = (typeof PLACES)[number];
export type Part = "" | "trackers" | "builder" | "pause";

export const route = $state<{ place: Place; day: string; part: Part; of: string; help: boolean }>({
  place: "today",
  day: "",
  part: "",
  of: "",
  help: false,
});

export function isPlace(text: string): text is Place {
  return (PLACES as readonly string[]).includes(text);
}

export function go(place: Place, day = ""): void {
  route.place = place;
  route.day = day;
  route.part = "";
  route.help = false;
  scrollTo(0, 0);
}

/** Opens a part of the settings, optionally for one tracker. */
export function open(part: Part, of = ""): void {
  go("settings");
  route.part = part;
  route.of = of;
}
