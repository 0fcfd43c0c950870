// Matches edited option lines to existing options.
import type { OptionForm } from "../../api/bindings";

/**
 * Matches lines to options by name, wherever a line is moved; each option is used once. A renamed
 * line keeps its key only if the number of lines is the same and no other line changed.
 */
export function matchOptions(before: OptionForm[], names: string[], counted: boolean): OptionForm[] {
  const free = new Set(before);
  const claim = (option: OptionForm | undefined) => (option && free.delete(option) ? option : undefined);
  const differ = names.filter((name, i) => before[i]?.name !== name).length;
  const staying = names.map((name, i) => (before[i]?.name === name ? claim(before[i]) : undefined));
  return names.map((name, i) => {
    const moved = () => claim([...free].find((o) => o.name === name));
    const renamed = () => (names.length === before.length && differ === 1 ? claim(before[i]) : undefined);
    const same = staying[i] ?? moved() ?? renamed();
    return { key: same?.key ?? "", name, score: same?.score ?? (counted ? i : null) };
  });
}
