// What a file seems to say: a proposal to look at, never a decision.
import type { Choices, Field, Meaning } from "./choices";
import { formats_of, is_stamps } from "./stamp_format";
import type { TableHead } from "./table_text";

const bare = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

/** What a name of a column makes one think of; the first that fits wins. `stamps`: only for columns of stamps, or never for them. */
const names: readonly { field: Field; words: RegExp; stamps: boolean }[] = [
  { field: "at", words: /^(sys )?(updated( at| on)?|last modified( at)?|modified( at| on)?|changed( at)?|date( de)? (mise a jour|modification|action)|maj|timestamp|event time)$/, stamps: true },
  { field: "opened", words: /^(opened|created|creation|submitted|reported)( (at|on|date|time))?$|^(date )?(d |de )?(ouverture|creation|ouvert|cree)( le)?$|^date (d )?ouverture$|^created? at$/, stamps: true },
  { field: "acknowledged", words: /prise en (compte|charge)|acknowledged|taken/, stamps: true },
  { field: "responded", words: /first (response|reply)|responded|premiere reponse/, stamps: true },
  { field: "restored", words: /restored|retabli/, stamps: true },
  { field: "workaround_provided", words: /workaround|contournement/, stamps: true },
  { field: "resolved", words: /resolved|resolution|resolu|solved|solution/, stamps: true },
  { field: "closed", words: /closed|cloture|clos|ferme|fermeture/, stamps: true },
  { field: "cancelled", words: /cancell?ed|annul/, stamps: true },
  { field: "ticket", words: /^(number|numero|num|n|id|ticket|ticket id|reference|ref|key|cle|issue key|incident( id)?|no ticket|n ticket)$/, stamps: false },
  { field: "state", words: /^(incident )?(state|status|etat|statut)$/, stamps: false },
  { field: "priority", words: /^(priority|priorite|prio)$/, stamps: false },
  { field: "kind", words: /^(type|kind|nature|ticket type|issue type|type de ticket)$/, stamps: false },
  { field: "customer", words: /^(customer|client|company|societe|organi[sz]ation|account|entite|entity)$/, stamps: false },
  { field: "service", words: /^(service|business service|service name|application)$/, stamps: false },
  { field: "site", words: /^(site|location|lieu|agence|localisation)$/, stamps: false },
  { field: "category", words: /^(category|categorie|domaine)$/, stamps: false },
  { field: "impact", words: /^impact$/, stamps: false },
  { field: "urgency", words: /^(urgency|urgence)$/, stamps: false },
  { field: "channel", words: /^(channel|canal|contact type|source|origine)$/, stamps: false },
  { field: "group", words: /^(assignment group|group|groupe|team|equipe|groupe( d affectation)?|assigned group)$/, stamps: false },
  { field: "person", words: /^(assigned to|assignee|technicien|technician|owner|attribue a|assigne a)$/, stamps: false },
];

const missing_marks = ["?", "-", "N/A", "n/a", "NULL", "null", "None", "\\N"];

export const cells_of = (head: TableHead, column: string, missing: readonly string[]): string[] => {
  const at = head.columns.indexOf(column);
  return at < 0 ? [] : head.rows.map((row) => row[at] ?? "").filter((cell) => cell !== "" && !missing.includes(cell));
};

/** Distinct values, the most frequent first. */
export function values_seen(cells: readonly string[]): { value: string; times: number }[] {
  const times = new Map<string, number>();
  for (const cell of cells) times.set(cell, (times.get(cell) ?? 0) + 1);
  return [...times].map(([value, count]) => ({ value, times: count })).sort((a, b) => b.times - a.times || a.value.localeCompare(b.value));
}

const state_words: readonly [RegExp, Meaning][] = [
  [/\b(awaiting|waiting|attente|pending|en attente|hold)\b.*\b(user|customer|client|caller|utilisateur|demandeur|requester|info)\b/, "awaiting customer"],
  [/\b(awaiting|waiting|attente|pending)\b.*\b(vendor|supplier|fournisseur|third|tiers|editeur|operateur|constructeur)\b/, "awaiting supplier"],
  [/\b(awaiting|waiting|attente|pending)\b/, "awaiting provider"],
  [/\b(cancell?ed|annule|withdrawn|rejected|rejete)\b/, "cancelled"],
  [/\b(closed|clos|ferme|done|termine|clotures?)\b/, "closed"],
  [/\b(resolved|resolu|solved)\b/, "resolved"],
  [/\b(new|nouveau|open|ouvert|active|progress|en cours|assigned|assigne|attribue|in progress|todo|hold|planned|planifie)\b/, "open"],
];
export const meaning_of_state = (state: string): Meaning => state_words.find(([words]) => words.test(bare(state)))?.[1] ?? (/^-?\d+$/.test(state) ? "ignore" : "open");

const priority_words: readonly [RegExp, string][] = [
  [/^p ?([1-5])$/, "P$1"], [/^([1-5])\b/, "P$1"], [/critical|critique|tres haute|very high|highest|blocker|bloquant|urgent|majeure?/, "P1"],
  [/tres basse|very low|lowest/, "P5"], [/high|haute|elevee?/, "P2"], [/moderate|medium|moyenne?|normale?|standard/, "P3"], [/low|basse|faible|minor|mineure?/, "P4"],
];
export function priority_of(value: string): string {
  const text = bare(value);
  for (const [words, to] of priority_words) {
    const found = words.exec(text);
    if (found) return to.replace("$1", found[1] ?? "");
  }
  return "";
}

const kind_words: readonly [RegExp, string][] = [
  [/incident|panne|dysfonctionnement|bug|anomal/, "incident"], [/request|demande|service/, "request"], [/change|changement/, "change"], [/problem/, "problem"],
];
export const kind_of = (value: string): string => kind_words.find(([words]) => words.test(bare(value)))?.[1] ?? "";

/** Several rows of one ticket: the export tells each update, not each ticket. */
function fields_of(head: TableHead, missing: readonly string[]): Record<string, Field> {
  const fields: Record<string, Field> = {};
  const taken = new Set<Field>();
  const stamps = new Set(head.columns.filter((column) => is_stamps(cells_of(head, column, missing))));
  for (const { field, words, stamps: wants_stamps } of names) {
    if (taken.has(field)) continue;
    const column = head.columns.find((name) => !fields[name] && stamps.has(name) === wants_stamps && words.test(bare(name)));
    if (!column) continue;
    fields[column] = field;
    taken.add(field);
  }
  const ticket = head.columns.find((name) => fields[name] === "ticket");
  const keys = ticket ? cells_of(head, ticket, missing) : [];
  const at = head.columns.find((name) => fields[name] === "at");
  // The stamp of the last update of a whole ticket says nothing of what happened: rows must repeat tickets.
  if (at && keys.length > 0 && new Set(keys).size === keys.length) delete fields[at];
  return fields;
}

export function proposal_of(head: TableHead, zone: string): Choices {
  const missing = missing_marks.filter((mark) => head.rows.some((row) => row.includes(mark)));
  const fields = fields_of(head, missing);
  const of = (field: Field): string[] => {
    const column = head.columns.find((name) => fields[name] === field);
    return column ? cells_of(head, column, missing) : [];
  };
  const stamps = Object.keys(fields).filter((column) => is_stamps(cells_of(head, column, missing)));
  const map = (field: Field, to: (value: string) => string): Record<string, string> =>
    Object.fromEntries(values_seen(of(field)).slice(0, 60).map(({ value }) => [value, to(value)]));
  return {
    format: "csv", separator: head.separator, quote: head.quote, encoding: head.encoding, missing, fields,
    formats: formats_of(stamps.flatMap((column) => cells_of(head, column, missing))).formats, zone,
    states: Object.fromEntries(values_seen(of("state")).slice(0, 60).map(({ value }) => [value, meaning_of_state(value)])),
    values: { ...(of("priority").length ? { priority: map("priority", priority_of) } : {}), ...(of("kind").length ? { kind: map("kind", kind_of) } : {}) },
    groups: {}, kind: of("kind").length ? "" : "incident",
  };
}
