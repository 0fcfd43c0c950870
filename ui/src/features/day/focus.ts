// Focus on the page of a day.
import { tick } from "svelte";

/** Focuses the first scale, so that one key answers it. */
export function focusFirstQuestion(): void {
  document.querySelector<HTMLElement>("main [role='radiogroup'].scale [tabindex='0']")?.focus({ preventScroll: true });
}

/**
 * Id of a question, the same before and after its entry is saved; for a point, that of its scale.
 */
function questionId(element: Element | null): string {
  const id = element?.id || element?.closest(".scale")?.querySelector("[id]")?.id || "";
  return id.replace(/-(new|[0-9a-f]{32})-/, "--");
}

/** The focus before forms are rebuilt. */
export class HeldFocus {
  #id = "";
  #typing = false;

  remember(): void {
    const element = document.activeElement;
    this.#id = questionId(element);
    this.#typing = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element?.closest(".scale") != null;
  }

  /** Focuses the same question again, or the first one if it is gone. */
  restoreAfterRender(): void {
    const [id, typing] = [this.#id, this.#typing];
    void tick().then(() => {
      if (document.activeElement !== document.body) return;
      const again = id ? [...document.querySelectorAll<HTMLElement>("main [id]")].find((there) => questionId(there) === id) : undefined;
      const point = again?.closest(".scale")?.querySelector<HTMLElement>("[tabindex='0']");
      if (again) (point ?? again).focus({ preventScroll: true });
      // After typing, leave the focus alone: further digits must not answer another scale.
      else if (!typing) focusFirstQuestion();
    });
  }
}
