import { describe, expect, test } from "vitest";

import { kind_of, meaning_of_state, priority_of, proposal_of } from "./proposal";
import { head_of } from "./table_text";

const head = (text: string) => head_of(new TextEncoder().encode(text), false);
const audit = `number,incident_state,opened_at,sys_created_at,sys_updated_at,priority,assignment_group,resolved_at,closed_at
INC1,New,29/2/2016 01:16,29/2/2016 01:23,29/2/2016 01:23,3 - Moderate,Group 56,29/2/2016 11:29,5/3/2016 12:00
INC1,Awaiting User Info,29/2/2016 01:16,29/2/2016 01:23,29/2/2016 08:53,3 - Moderate,?,29/2/2016 11:29,5/3/2016 12:00
`;

describe("what a file seems to say", () => {
  test("an audit table: a row an update, with its stamp", () => {
    const choices = proposal_of(head(audit), "Europe/Paris");
    expect(choices.fields).toEqual({
      number: "ticket", incident_state: "state", opened_at: "opened", sys_updated_at: "at", priority: "priority",
      assignment_group: "group", resolved_at: "resolved", closed_at: "closed",
    });
    expect(choices.formats).toEqual(["d/M/yyyy H:mm"]);
    expect(choices.missing).toEqual(["?"]);
    expect(choices.states).toEqual({ New: "open", "Awaiting User Info": "awaiting customer" });
    expect(choices.values.priority).toEqual({ "3 - Moderate": "P3" });
  });
  test("a row a ticket: the stamp of the last update is not a history", () => {
    const choices = proposal_of(head("ID;Ouverture;Modified\n1;01/03/2026 08:00;02/03/2026 08:00\n2;14/03/2026 08:00;15/03/2026 08:00\n"), "");
    expect(choices.fields).toEqual({ ID: "ticket", Ouverture: "opened" });
    expect(choices.kind).toBe("incident");
  });
  test("states in both languages", () => {
    expect(["En attente client", "Awaiting Vendor", "En attente", "Résolu", "Clos", "Annulé", "En cours", "-100"].map(meaning_of_state))
      .toEqual(["awaiting customer", "awaiting supplier", "awaiting provider", "resolved", "closed", "cancelled", "open", "ignore"]);
  });
  test("priorities in both languages, and none where none is known", () => {
    expect(["Très haute", "Haute", "Moyenne", "Basse", "1 - Critical", "P3", "soon"].map(priority_of)).toEqual(["P1", "P2", "P3", "P4", "P1", "P3", ""]);
  });
  test("natures in both languages", () => {
    expect(["Incident", "Demande de service", "Changement", "autre"].map(kind_of)).toEqual(["incident", "request", "change", ""]);
  });
});
