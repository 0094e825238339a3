// @vitest-environment jsdom
import { describe, expect, it } from "vitest";

import { budget_of } from "./budget";
import { decisions_of, signed_on } from "./decisions";
import { of_month, weeks_of } from "./planned";
import { line_of } from "./provider";
import type { Dispute, Maintenance, Penalty } from "./readings";

const document = "id: acme\nbetween:\n  provider: \"Novalys\"\n  customer: ACME Industrie\nsigned_on: 2025-11-28\nin_force: {from: 2026-01-01}\n";

describe("what was decided", () => {
  it("reads the provider and the day of signature from what was signed", () => {
    expect(line_of(document, "provider")).toBe("Novalys");
    expect(signed_on(document)).toBe("2025-11-28");
    expect(signed_on("in_force: {from: 2026-01-01}")).toBe("2026-01-01");
  });

  it("is settled: what is still discussed is not in it, nor a draft", () => {
    const dispute = (reference: string, state: string, at: string): Dispute => ({ reference, state, claimed_at: at, answered_at: at, steps: [] } as unknown as Dispute);
    const versions = [{ number: 1, state: "in_force", document, digest: "" }, { number: 2, state: "in_negotiation", document, digest: "" }];
    const decisions = decisions_of({
      disputes: [dispute("DSP-1", "agreed", "2026-03-02"), dispute("DSP-2", "countered", "2026-04-02")], closures: [],
      agreements: [{ reference: "acme", kind: "sla", versions } as never], penalties: [{ reference: "PEN-1", state: "proposed", steps: [] } as unknown as Penalty],
    });
    expect(decisions.map((decision) => decision.key)).toEqual(["DSP-1", "acme@1"]);
  });
});

describe("a month of works", () => {
  const work = (reference: string, starts_at: string, ends_at: string, withdrawn = false): Maintenance => ({ reference, version: 1, item: "", title: "", starts_at, ends_at, withdrawn });

  it("begins its weeks on Mondays and shows a work on each day that it touches", () => {
    const long = work("MNT-1", "2026-11-28T12:00:00Z", "2026-11-29T12:00:00Z");
    const weeks = weeks_of("2026-11", [long, work("MNT-2", "2026-11-10T12:00:00Z", "2026-11-10T13:00:00Z", true)]);
    expect(weeks).toHaveLength(6);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks.flat().filter((day) => day.works.length > 0)).toHaveLength(2);
    expect(of_month([long], "2026-11")).toEqual([long]);
    expect(of_month([long], "2026-10")).toEqual([]);
  });
});

describe("who used the time of a promise", () => {
  it("counts what ran, joins neighbours, and leaves out what stood still", () => {
    const step = (party: string, treatment: string, seconds: number) => ({
      code: "step", text: "", arguments: {
        treatment, holder: [{ code: "holder_column", text: "", arguments: { holder: [{ code: "party_named", text: "", arguments: { party } }] } }],
        parts: [{ code: "part_open", text: "", arguments: { length: { seconds } } }],
      },
    });
    const title = { code: "title", text: "", arguments: { outcome: [{ code: "outcome_pending", text: "", arguments: { promised: { seconds: 14_400 } } }] }, children: [step("Novalys", "counts", 60), step("Novalys", "counts", 30), step("ACME", "paused", 600), step("Alpha", "counts", 90)] };
    expect(budget_of({ explanations: [title] })).toEqual({ promised_seconds: 14_400, customer: undefined, fills: [{ party: "Novalys", seconds: 90 }, { party: "Alpha", seconds: 90 }] });
    expect(budget_of({ explanations: [] })).toBeUndefined();
  });
});
