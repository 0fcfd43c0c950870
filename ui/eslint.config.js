// Lints of the UI, with the boundaries between its parts.
import { readdirSync } from "node:fs";
import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";

/** Features that may import another one. */
const FEATURE_IMPORTS = {
  calendar: ["files"],
  charts: ["files", "forms"],
  day: ["dates", "entry"],
  patterns: ["treatment"],
  practices: ["entry"],
  scales: ["charts", "dates", "support"],
  settings: ["dates", "entry"],
  support: ["entry", "files"],
  trackers: ["entry"],
  treatment: ["charts", "files", "forms"],
  visit: ["dates", "forms"],
};

const features = readdirSync(new URL("src/features", import.meta.url));
const forbid = (files, ...group) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns: [{ group, message: "This import crosses a boundary; see ARCHITECTURE.md." }] }] },
});

export default ts.config(
  { ignores: ["dist", "src/api/bindings.ts", "src/i18n/message-ids.ts"] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { "no-undef": "off", "svelte/prefer-svelte-reactivity": "off", "svelte/no-unused-svelte-ignore": "off" },
  },
  forbid(["src/**"], "@tauri-apps/*"),
  { files: ["src/api/**"], rules: { "no-restricted-imports": "off" } },
  forbid(["src/components/**"], "@tauri-apps/*", "**/api/*", "**/features/**", "**/screens/*", "**/app-state*", "**/i18n/*"),
  ...features.map((feature) => {
    const others = features.filter((other) => other !== feature && !FEATURE_IMPORTS[feature]?.includes(other));
    return forbid([`src/features/${feature}/**`], "@tauri-apps/*", "**/screens/*", ...others.map((other) => `../${other}/*`));
  }),
);
