// Amounts as they are typed and read back. What can be right is not decided here.
export type Amount = number | string | number[] | undefined;

// The page's own language decides which mark stands before decimals, which comes validated; either can be typed.
const mark = () => ((1.1).toLocaleString(document.documentElement.lang || "en").includes(",") ? "," : ".");

/** "2.5" and "2,5" are the same; the mark the language does not write before decimals divides thousands ("10,000"). */
function plain(text: string): number {
  const typed = text.trim();
  const [own, other] = mark() === "," ? [",", "."] : [".", ","];
  const thousands = new RegExp(`^[1-9]\\d{0,2}(\\${other}\\d{3})+(\\${own}\\d+)?$`);
  return thousands.test(typed) ? Number(typed.replaceAll(other, "").replace(own, ".")) : Number(typed.replace(",", "."));
}

/** A number, several where the field takes them ("15 + 20"), or what was typed. */
export function amountTyped(text: string, several: boolean): Amount {
  if (text.trim() === "") return undefined;
  const one = plain(text);
  if (Number.isFinite(one)) return one;
  const parts = text.split(/[+;]|\s+/).filter((part) => part.trim() !== "").map(plain);
  return several && parts.length > 1 && parts.every(Number.isFinite) ? parts : text;
}

const shown = (value: number | string) => (typeof value === "number" ? String(value).replace(".", mark()) : value);

export function amountShown(value: Amount): string {
  return Array.isArray(value) ? value.map(shown).join(" + ") : value === undefined ? "" : shown(value);
}
