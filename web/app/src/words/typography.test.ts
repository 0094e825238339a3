// @vitest-environment jsdom
// Every text of the app: in both languages, typeset as each wants. The closed lists of src/vocabulary have the same
// rules in tests/structure/words_test.cpp.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { vocabulary_in } from "../../vocabulary";

type Texts = { [key: string]: string | Texts };
const modules = import.meta.glob<Record<string, unknown>>(["../*/words.ts", "../*/*_words.ts", "!../words/*"], { eager: true });
const rooms = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => typeof value === "object" && value !== null && "en" in value && "fr" in value)
    .map(([name, value]) => ({ name: `${file.slice(3)} ${name}`, both: value as { en: Texts; fr: Texts } })),
);

const flat = (texts: Texts, before = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === "string" ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`)));

/** What the program puts in is not typeset here. */
const without_holes = (text: string): string => text.replace(/\{\{\w+\}\}/g, "x");
const holes_of = (text: string): string[] => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? ""))].sort();

const faults: { what: string; looks: RegExp }[] = [
  { what: "U+202F before ; ! ?", looks: /(^|[^\u202f;!?(])(?=[;!?])/ },
  { what: "U+00A0 before :", looks: /[^\u00a0](?=:(?!\d|\/\/))/ },
  { what: "U+00A0 before %", looks: /[^\u00a0\u202f(](?=%)/ },
  { what: "U+00A0 after «", looks: /«(?!\u00a0)/ },
  { what: "U+00A0 before »", looks: /(?<!\u00a0)»/ },
  { what: "’, never '", looks: /'/ },
  { what: "« », never \"", looks: /["“”]/ },
  { what: "…, never ...", looks: /\.\.\./ },
  { what: "U+00A0 in n°", looks: /n° / },
  { what: "no blank at an edge, none doubled", looks: /^ | $|\s\s/ },
];
export const fault_in_french = (text: string): string => faults.find((fault) => fault.looks.test(without_holes(text)))?.what ?? "";

const english_faults: { what: string; looks: RegExp }[] = [
  { what: "no blank before : ; ! ? %", looks: /\s[:;!?%]/ },
  { what: "’, never '", looks: /'/ },
  { what: "“ ”, never \"", looks: /["«»]/ },
  { what: "…, never ...", looks: /\.\.\./ },
  { what: "no blank at an edge, none doubled", looks: /^ | $|\s\s/ },
];
const fault_in_english = (text: string): string => english_faults.find((fault) => fault.looks.test(without_holes(text)))?.what ?? "";

describe("texts of the rooms", () => {
  it("are found: every file of words exports at least one", () => {
    expect(rooms.length).toBeGreaterThanOrEqual(Object.keys(modules).length);
    expect(rooms.length).toBeGreaterThan(15);
  });
  it.each(rooms)("$name: each key is said in both languages, with the same values in it", ({ both }) => {
    const french = new Map(flat(both.fr));
    expect(new Set(french.keys())).toEqual(new Set(flat(both.en).map(([key]) => key)));
    for (const [key, text] of flat(both.en)) expect({ key, holes: holes_of(french.get(key) ?? "") }).toEqual({ key, holes: holes_of(text) });
  });
  it.each(rooms)("$name: French is typeset as French", ({ both }) => {
    expect(flat(both.fr).map(([key, text]) => [key, fault_in_french(text), text]).filter(([, fault]) => fault)).toEqual([]);
  });
  it.each(rooms)("$name: English is typeset as English", ({ both }) => {
    expect(flat(both.en).map(([key, text]) => [key, fault_in_english(text), text]).filter(([, fault]) => fault)).toEqual([]);
  });
});

it("words of the closed lists that pages show are typeset as French", () => {
  const lists = vocabulary_in("fr");
  expect(Object.keys(lists).length).toBeGreaterThan(30);
  const said = Object.entries(lists).flatMap(([list, words]) => Object.entries(words).map(([key, text]) => [`${list}.${key}`, text.replace(/\{[^{}]*\}/g, "x")] as const));
  expect(said.map(([key, text]) => [key, fault_in_french(text), text]).filter(([, fault]) => fault)).toEqual([]);
});

it("faults of typography are seen", () => {
  for (const text of ["l'heure", "lu : deux", "lu: deux", "vrai !", "vrai!", "« lu »", "5 %", "«\u00a0lu »", "suite...", "un  deux", "n° 4", "un \"mot\""]) expect([text, fault_in_french(text)]).not.toEqual([text, ""]);
  for (const text of ["l’heure", "lu\u00a0: deux", "à 09:00", "vrai\u202f!", "«\u00a0lu\u00a0»", "5\u00a0%", "Quoi\u202f?!", "n°\u00a04", "{{a}}\u202f?"]) expect([text, fault_in_french(text)]).toEqual([text, ""]);
  expect(fault_in_english("Really ?")).not.toBe("");
});

const sources = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : /\.tsx$/.test(name) ? [path] : [];
  });

/** What a page says of itself, in its own source: between tags, or in an attribute that is read aloud or shown. */
function said_in_source(text: string): string[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "").replace(/&\w+;/g, "");
  const between = [...plain.matchAll(/<\/?[A-Za-z][^<>]*>([^<>{}]*\p{L}{2,}[^<>{}]*)<\//gu)].map((found) => (found[1] ?? "").trim());
  const attributes = [...plain.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]*\p{L}{2,}[^"]*)"/gu)].map((found) => found[1] ?? "");
  return [...between, ...attributes];
}

it("no page says a text outside the files of words", () => {
  const names = new Set(["Vigie", "INC-1", "CSV", "XLSX", "YAML", "JSON", "Ctrl", "Esc", "Ctrl K", "Ctrl ↵", "DOC"]);
  const found = sources(join(import.meta.dirname, "..")).flatMap((path) => said_in_source(readFileSync(path, "utf8")).filter((text) => !names.has(text)).map((text) => `${path.split("/src/")[1]}: ${text}`));
  expect(found).toEqual([]);
});
