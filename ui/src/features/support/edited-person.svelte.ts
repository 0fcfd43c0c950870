// The card that is open. It is kept while the person looks at another page.
import type { Person } from "../../api/bindings";

export const edited = $state<{ card: { uid: string | null; person: Person } | undefined }>({ card: undefined });
