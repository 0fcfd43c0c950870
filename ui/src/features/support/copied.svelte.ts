// What was copied last, so that only one button says so.
import { announce } from "../../announcer.svelte";
import { copyText } from "../../components/clipboard";

export const copied = $state({ text: "" });

/** Copies a text and says so. */
export async function copy(text: string, said: string): Promise<void> {
  await copyText(text);
  copied.text = text;
  announce(said);
}
