// Where one is in the app. Owns the place and, in Days, the open day.
export const PLACES = ["today", "days", "trends", "visit", "settings"] as const;
export type Place = (typeof PLACES)[number];

export const route = $state<{ place: Place; day: string; help: boolean }>({ place: "today", day: "", help: false });

export function isPlace(text: string): text is Place {
  return (PLACES as readonly string[]).includes(text);
}

export function go(place: Place, day = ""): void {
  route.place = place;
  route.day = day;
  route.help = false;
}
