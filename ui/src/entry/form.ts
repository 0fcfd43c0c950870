// The name of a form. Owns only that: what was typed in it is found again by this.
export const formOf = (tracker: string, day: string, uid: string | undefined) => `${tracker} ${day} ${uid ?? "new"}`;
