// Amounts as they are typed and read back. What can be right is not decided here.
export type Amount = number | string | number[] | undefined;

const plain = (text: string) => Number(text.trim().replace(",", "."));

/** A number, several where the field takes them ("15 + 20"), or what was typed. */
export function amountTyped(text: string, several: boolean): Amount {
  if (text.trim() === "") return undefined;
  const one = plain(text);
  if (Number.isFinite(one)) return one;
  const parts = text.split(/[+;]|\s+/).filter((part) => part.trim() !== "").map(plain);
  return several && parts.length > 1 && parts.every(Number.isFinite) ? parts : text;
}

// The page's own language decides, which comes validated; either mark can be typed.
const mark = () => ((1.1).toLocaleString(document.documentElement.lang || "en").includes(",") ? "," : ".");
const shown = (value: number | string) => (typeof value === "number" ? String(value).replace(".", mark()) : value);

export function amountShown(value: Amount): string {
  return Array.isArray(value) ? value.map(shown).join(" + ") : value === undefined ? "" : shown(value);
}
