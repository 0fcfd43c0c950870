// Day on which the user chose a length over the automatically shortened page. Holds for all of that
// day on every screen, and for no other day.
export const lengthOverride = $state({ day: "" });
