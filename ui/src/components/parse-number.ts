// Parsing and formatting of amounts. Validation is done by the backend.
export type Amount = number | string | number[] | undefined;

// The decimal mark of the region, which the app sets on the root element; either mark can be typed.
const mark = () => (document.documentElement.dataset["decimal"] === "," ? "," : ".");

const DECIMAL = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/**
 * Parses a number with either decimal mark, else returns `NaN`. Before groups of three digits, a
 * space or the mark the region does not use for decimals separates thousands ("10,000").
 */
function plain(text: string): number {
  const typed = text.trim();
  const [own, other] = mark() === "," ? [",", "."] : [".", ","];
  const thousands = new RegExp(`^[1-9]\\d{0,2}(([\\s\u202f\u00a0]\\d{3})+|(\\${other}\\d{3})+)(\\${own}\\d+)?$`);
  if (thousands.test(typed)) return Number(typed.replace(/\s/g, "").replaceAll(other, "").replace(own, "."));
  return DECIMAL.test(typed) ? Number(typed.replace(",", ".")) : NaN;
}

/** Returns a number, several if the field accepts them ("15 + 20"), or the text as typed. */
export function parseNumber(text: string, several: boolean): Amount {
  if (text.trim() === "") return undefined;
  const one = plain(text);
  if (Number.isFinite(one)) return one;
  const parts = text
    .split(/[+;]/)
    .filter((part) => part.trim() !== "")
    .map(plain);
  return several && parts.length > 1 && parts.every(Number.isFinite) ? parts : text;
}

const shown = (value: number | string) => (typeof value === "number" ? String(value).replace(".", mark()) : value);

export function formatNumber(value: Amount): string {
  return Array.isArray(value) ? value.map(shown).join(" + ") : value === undefined ? "" : shown(value);
}
