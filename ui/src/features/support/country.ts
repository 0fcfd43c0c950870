/** Returns the name of a country in a language; empty if none is chosen. */
export function countryName(code: string, language: string): string {
  return code === "" ? "" : (new Intl.DisplayNames([language, "en"], { type: "region" }).of(code) ?? code);
}
