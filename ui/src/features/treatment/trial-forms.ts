// Forms about the history of treatments: what they begin with, and the words to choose from.
import type { Helped, Known, TrialForm, TrialKind, TrialRow } from "../../api/bindings";
import { say } from "../../i18n/i18n.svelte";

export const TRIAL_KINDS: TrialKind[] = ["medicine", "course", "therapy", "other"];

export const kinds = (): { key: TrialKind; label: string }[] => TRIAL_KINDS.map((key) => ({ key, label: say(`trial-kind-${key}`) }));

export const helpedWords = (): { key: Helped; label: string }[] => [
  { key: "none", label: say("helped-none") },
  { key: "a-little", label: say("helped-little") },
  { key: "half", label: say("helped-half") },
  { key: "a-lot", label: say("helped-lot") },
  { key: "fully", label: say("helped-fully") },
  { key: "dont-remember", label: say("dont-remember") },
];

export const knownWords = (): { key: Known; label: string }[] =>
  (["memory", "letter", "pharmacy", "journal"] as const).map((key) => ({ key, label: say(`known-${key}`) }));

export const emptyTrial = (): TrialForm => ({
  name: "",
  kind: "medicine",
  episode: "",
  from: "",
  to: "",
  ongoing: false,
  about: false,
  highest_dose: "",
  weeks: "",
  combined_with: "",
  helped: null,
  scores: "",
  side_effects: "",
  why_stopped: "",
  known: "memory",
});

export const trialOf = (row: TrialRow): TrialForm => ({ ...row.trial, from: row.trial.from ?? "", to: row.trial.to ?? "" });

/** Filled squares of four for an answer; none for "don't remember". */
export const SQUARES: Record<Helped, number | undefined> = {
  none: 0,
  "a-little": 1,
  half: 2,
  "a-lot": 3,
  fully: 4,
  "dont-remember": undefined,
};
