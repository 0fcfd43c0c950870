// Parsing and formatting of amounts. Validation is done by the backend.
export type Amount = number | string | number[] | undefined;

// The decimal mark follows the page's language, whose tag is validated; either mark can be typed.
const mark = () => ((1.1).toLocaleString(document.documentElement.lang || "en").includes(",") ? "," : ".");

/**
 * Parses a number with either decimal mark. Before groups of three digits, the mark the language
 * does not use for decimals separates thousands ("10,000").
 */
function plain(text: string): number {
  const typed = text.trim();
  const [own, other] = mark() === "," ? [",", "."] : [".", ","];
  const thousands = new RegExp(`^[1-9]\\d{0,2}(\\${other}\\d{3})+(\\${own}\\d+)?$`);
  return thousands.test(typed) ? Number(typed.replaceAll(other, "").replace(own, ".")) : Number(typed.replace(",", "."));
}

/** Returns a number, several if the field accepts them ("15 + 20"), or the text as typed. */
export function parseNumber(text: string, several: boolean): Amount {
  if (text.trim() === "") return undefined;
  const one = plain(text);
  if (Number.isFinite(one)) return one;
  const parts = text
    .split(/[+;]|\s+/)
    .filter((part) => part.trim() !== "")
    .map(plain);
  return several && parts.length > 1 && parts.every(Number.isFinite) ? parts : text;
}

const shown = (value: number | string) => (typeof value === "number" ? String(value).replace(".", mark()) : value);

export function formatNumber(value: Amount): string {
  return Array.isArray(value) ? value.map(shown).join(" + ") : value === undefined ? "" : shown(value);
}
