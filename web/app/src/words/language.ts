// In which language the reader is spoken to.
export type Language = "en" | "fr";

const kept_as = "vigie.language";

function of_browser(): Language {
  const kept = localStorage.getItem(kept_as);
  if (kept === "en" || kept === "fr") return kept;
  return navigator.languages.find((name) => /^(en|fr)\b/.test(name))?.startsWith("fr") ? "fr" : "en";
}

let now: Language = of_browser();

export const language_now = (): Language => now;

export function keep_language(language: Language): void {
  now = language;
  localStorage.setItem(kept_as, language);
  document.documentElement.lang = language;
}
