// The closed lists of src/vocabulary, read from their one home when the app is built: a page imports
// "virtual:vocabulary/fr" and finds { verdict: { met: "tenu", … }, … }.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const folder = join(import.meta.dirname, "../../src/vocabulary");
const prefix = "virtual:vocabulary/";

/** Lists whose words people see in pages; others would only make the app heavier. */
const shown = [
  "account_state", "agreement_kind", "agreement_state", "approval_state", "attribute", "clock_state", "closure_side",
  "delivery_state", "dispute_about", "dispute_side", "dispute_state", "dispute_word", "email_choice", "event_word",
  "exclusion_ground", "import_state", "job_kind", "job_state", "metric", "notice_channel", "outage_word", "party_kind",
  "penalty_nature", "penalty_state", "permission", "phase", "relation", "role", "severity", "standing", "thing",
  "ticket_order", "ticket_shown", "user_role", "verdict", "act_word", "warning_trigger", "weekday", "contract_part",
  "import_row_kind", "source_kind", "promised_kind", "threshold_kind", "statistic", "reopening_step", "rule_watch", "treatment",
  "finding", "recipient_kind", "door",
] as const;

/** Words of a list, by key. `WORD(key, "English", "French", …)`; text in pieces is put together. */
export function words_of(text: string, language: "en" | "fr"): Record<string, string> {
  const words: Record<string, string> = {};
  const line = /^WORD\((\w+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+)/gm;
  for (const [, key, en, fr] of text.matchAll(line)) {
    const pieces = (language === "fr" ? fr : en) ?? "";
    words[key ?? ""] = [...pieces.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((piece) => JSON.parse(`"${piece[1]}"`)).join("");
  }
  return words;
}

export function vocabulary_in(language: "en" | "fr"): Record<string, Record<string, string>> {
  const there = new Set(readdirSync(folder));
  const lists = shown.filter((name) => there.has(`${name}.def`));
  return Object.fromEntries(
    lists.map((name) => [name, words_of(readFileSync(join(folder, `${name}.def`), "utf8"), language)]),
  );
}

export function vocabulary(): Plugin {
  return {
    name: "vocabulary",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const language = id.endsWith("/fr") ? "fr" : "en";
      return `export default ${JSON.stringify(vocabulary_in(language))}`;
    },
  };
}
