// Where one is in the app. Owns the place, in Days the open day, and in Settings the open part.
export const PLACES = ["today", "days", "trends", "support", "visit", "settings"] as const;
export type Place = (typeof PLACES)[number];
export type Part = "" | "trackers" | "builder" | "pause";

export const route = $state<{ place: Place; day: string; part: Part; of: string; help: boolean }>({ place: "today", day: "", part: "", of: "", help: false });

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

/** Opens a part of the settings, of one tracker where that is said. */
export function open(part: Part, of = ""): void {
  go("settings");
  route.part = part;
  route.of = of;
}
