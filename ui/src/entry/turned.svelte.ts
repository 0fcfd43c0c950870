// How often something was taken back or done again: forms are made anew then.
export const turned = $state({ nth: 0 });
