// The day on which the person asked for more than a hard day's short page. Owns that it holds for all of that day, wherever
// one goes meanwhile, and for no other.
export const otherwise = $state({ day: "" });
