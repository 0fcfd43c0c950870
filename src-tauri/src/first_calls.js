// Asks for what the first screen needs while the page's script is still being loaded. Runs before it.
window.firstCalls = Object.fromEntries(
  Object.entries({ locale: {}, preferences: {}, trackers: {}, day_page: { day: null } }).map(([name, args]) => {
    const answer = window.__TAURI_INTERNALS__.invoke(name, args);
    // The page handles a rejection once it takes the answer.
    answer.catch(() => undefined);
    return [name, answer];
  }),
);
