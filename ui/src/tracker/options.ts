// The answers to choose from as their lines are typed. Owns which line is which answer; no words, no bridge.
import type { OwnOption } from "../bridge/generated";

/**
 * An answer keeps its key by its name, wherever its line is moved, and each is one line only. Another word for it is the
 * same answer only where nothing else changed: as many lines, and this the one that differs.
 */
export function typed(before: OwnOption[], names: string[], counted: boolean): OwnOption[] {
  const free = new Set(before);
  const claim = (option: OwnOption | undefined) => (option && free.delete(option) ? option : undefined);
  const differ = names.filter((name, i) => before[i]?.name !== name).length;
  const staying = names.map((name, i) => (before[i]?.name === name ? claim(before[i]) : undefined));
  return names.map((name, i) => {
    const moved = () => claim([...free].find((o) => o.name === name));
    const renamed = () => (names.length === before.length && differ === 1 ? claim(before[i]) : undefined);
    const same = staying[i] ?? moved() ?? renamed();
    return { key: same?.key ?? "", name, score: same?.score ?? (counted ? i : null) };
  });
}
