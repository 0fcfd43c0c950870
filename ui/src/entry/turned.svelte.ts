// Undo and redo, with a counter that makes forms rebuild.
import { call, said, settled } from "../bridge/call";
import { tell } from "../bridge/fresh.svelte";

export const turned = $state({ nth: 0 });

export async function turn(name: "undo" | "redo"): Promise<void> {
  // Wait for pending saves: they are the latest change.
  await settled();
  try {
    await call(name, {});
  } catch (error) {
    tell(said(error));
    return;
  }
  turned.nth += 1;
}
