import { describe, expect, test } from "vitest";

import type { Choices } from "./choices";
import { profile_of, scalar } from "./profile_text";

const choices: Choices = {
  format: "csv", separator: ";", quote: '"', encoding: "utf-8", missing: ["?"],
  fields: { number: "ticket", "Date d'ouverture": "opened", prio: "priority", etat: "state", groupe: "group", maj: "at", note: "" },
  formats: ["d/M/yyyy H:mm", "iso"], zone: "Europe/Paris",
  states: { "En attente: client": "awaiting customer", "-100": "ignore" },
  values: { priority: { Haute: "P2", "1 - Critical": "P1", "?": "" } },
  groups: { RESEAU: "", "Infogérant Beta": "Beta" }, kind: "incident",
};

describe("the profile that choices make", () => {
  test("has a clause for all that was chosen, and nothing else", () => {
    expect(profile_of(choices, "GLPI, v3")).toBe(`title: "GLPI, v3"
format: csv
separator: ";"
quote: '"'
encoding: utf-8
missing: ["?"]
ticket: number
order: by stamp, ties in file order

stamps:
  at: maj
  formats: ["d/M/yyyy H:mm", iso]
  zone: Europe/Paris

events:
  opened: Date d'ouverture

states:
  column: etat
  phases:
    "En attente: client": awaiting customer
    "-100": ignore

attributes:
  priority: {column: prio, from: last row, values: {Haute: P2, "1 - Critical": P1}}

constants:
  kind: incident

holder:
  group: groupe
  groups:
    Infogérant Beta: {party: Beta}
`);
  });
  test("without a stamp of the row, states and holders have no instant and are left out", () => {
    const text = profile_of({ ...choices, fields: { number: "ticket", ouv: "opened", etat: "state", groupe: "group" } }, "");
    expect(text).not.toContain("states:");
    expect(text).not.toContain("holder:");
  });
  test("words that YAML reads as something else are quoted", () => {
    expect(scalar("no")).toBe('"no"');
    expect(scalar("12")).toBe('"12"');
    expect(scalar('a "b"')).toBe('"a \\"b\\""');
    expect(scalar("Haute")).toBe("Haute");
  });
});
