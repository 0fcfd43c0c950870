// Undo and redo, with a counter that makes forms rebuild.
import { call, messageOf, idle } from "../../api/client";
import { announce } from "../../announcer.svelte";

export const turned = $state({ nth: 0 });

export async function undoOrRedo(name: "undo" | "redo"): Promise<void> {
  // Wait for pending saves: they are the latest change.
  await idle();
  try {
    await call(name, {});
  } catch (error) {
    announce(messageOf(error));
    return;
  }
  turned.nth += 1;
}
