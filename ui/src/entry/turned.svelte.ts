// Taking back and doing again. Owns how often that happened: forms are made anew then.
import { call, said, settled } from "../bridge/call";
import { tell } from "../bridge/fresh.svelte";

export const turned = $state({ nth: 0 });

export async function turn(name: "undo" | "redo"): Promise<void> {
  // What is being recorded is recorded first: it is the last act.
  await settled();
  try {
    await call(name, {});
  } catch (error) {
    tell(said(error));
    return;
  }
  turned.nth += 1;
}
