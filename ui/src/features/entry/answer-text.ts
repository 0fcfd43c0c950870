// An answer as a short text, for values in a row.
import { say } from "../../i18n/i18n.svelte";
import type { Answer, Field } from "../../api/bindings";
import { optionLabel } from "./draft-key";

export function answerText(field: Field, answer: Answer, labels: Record<string, string>): string {
  const option = (key: string) => optionLabel(labels, field.key, key, false);
  if (typeof answer === "boolean") return say(answer ? "yes" : "no");
  if (typeof answer === "number") return String(answer);
  if (Array.isArray(answer)) return answer.map((one) => (typeof one === "number" ? String(one) : option(one))).join(", ");
  return field.kind.type === "choice" ? option(answer) : answer;
}
