// Effects outside a component, for tests.

/** Runs `work` in an effect root. Returns how to end it. */
export function root(work: () => void): () => void {
  return $effect.root(work);
}
