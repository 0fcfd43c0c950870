// An action behind a button: whether it runs, what it reported, and why it failed.

/** Returns the message of a thrown value. */
const describe = (error: unknown) =>
  typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);

export class Action {
  busy = $state(false);
  outcome = $state("");
  error = $state("");

  /** Runs the action unless one runs already. Its result, if any, is the message to show. */
  async run(action: () => Promise<string | void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    [this.outcome, this.error] = ["", ""];
    try {
      this.outcome = (await action()) ?? "";
      return true;
    } catch (error) {
      this.error = describe(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

export const createAction = () => new Action();
