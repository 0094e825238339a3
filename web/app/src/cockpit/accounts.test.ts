// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";

import type { AgreementFigures, AgreementHead, LedgerTotal, Row, Scorecard } from "../figure/scorecard";
import { by_state, month_costs, sums_of } from "./accounts";
import { disputes_to_answer, endings_coming, month_to_close } from "./coming";
import type { Dispute } from "./coming";
import { amounts_of, cut, signal_of } from "./year";
import type { Penalty, Year } from "./year";

vi.mock("../words/words", () => ({ add_words: () => undefined, both: (en: unknown, fr: unknown) => ({ en, fr }) }));

const total = (period: string, due_minor: number, currency = "EUR"): LedgerTotal => ({ period, due_minor, held_minor: 0, released_minor: 0, currency, points: 0, provisional: false });
const agreement = (id: string, kind: AgreementFigures["kind"], totals: LedgerTotal[]): AgreementFigures => ({ id, version: 1, kind, zone: "Europe/Paris", targets: [], penalties: [], penalty_totals: totals });
const head = (reference: string, kind: "sla" | "uc", customer: string): AgreementHead => ({ reference, version: 1, kind, customer, title: reference, number: 1, state: "in_force", versions: [] });
const penalty = (state: Penalty["state"], amount_minor: number, more: Partial<Penalty> = {}): Penalty => ({
  reference: "PEN-1", version: 1, agreement: "a", agreement_version: 1, customer: "nimes", closure: "", kind: "clause", clause: "p1", target: "p1", ticket: "",
  period: "2026-05", due_in: "2026-05", nature: "penalty", currency: "EUR", computed_minor: amount_minor, amount_minor, regularises: "", state, steps: [], ...more,
});
const year = (more: Partial<Year>): Year => ({
  months: ["2026-05"], rows: [], sums: [], penalties: [],
  heads: [head("a", "sla", "nimes"), head("b", "sla", "arvor"), head("uc", "uc", "us")],
  card: { agreements: [agreement("a", "sla", []), agreement("b", "sla", [total("2026-05", 300)]), agreement("uc", "uc", [total("2026-05", 999)])] } as unknown as Scorecard, ...more,
});

describe("what a month owes", () => {
  it("is what is closed and what is still estimated, to customers alone", () => {
    const amounts = amounts_of(year({ penalties: [penalty("agreed", 500), penalty("waived", 70), penalty("settled", 20, { due_in: "2026-04" })] }), "2026-05");
    expect(amounts).toEqual([{ currency: "EUR", due_minor: 800, closed_minor: 500, held_minor: 0 }]);
    expect(amounts_of(year({}), "2026-05", "arvor")).toEqual([{ currency: "EUR", due_minor: 300, closed_minor: 0, held_minor: 0 }]);
  });

  it("never adds two currencies", () => {
    expect(sums_of([{ currency: "EUR", minor: 1 }, { currency: "CAD", minor: 2 }, { currency: "EUR", minor: 3 }])).toEqual([{ currency: "EUR", minor: 4 }, { currency: "CAD", minor: 2 }]);
  });

  it("says which agreements of a month nobody closed", () => {
    const row = (name: string): Row => ({ agreement: name, cells: new Map([["2026-05", {}]]) }) as unknown as Row;
    const [cost] = month_costs(year({ rows: [row("a"), row("a"), row("b")] }), [{ agreement: "b", period: "2026-05" }]);
    expect([cost?.closed, cost?.missing]).toEqual([["b"], ["a"]]);
  });

  it("lists penalties in the order of their life", () => {
    expect(by_state([penalty("settled", 1), penalty("proposed", 2), penalty("settled", 3)]).map((each) => [each.state, each.count])).toEqual([["proposed", 1], ["settled", 2]]);
  });

  it("cuts a share, so that 99.97 % is not shown as 100 %", () => {
    expect(cut(0.9997)).toBe(0.999);
    expect(cut(1)).toBe(1);
  });
});

describe("a signal", () => {
  it("is the target missed for longest, and nothing when the last month attains all", () => {
    const row = (label: string, attained: boolean[]): Row => ({ label, unit: "share", cells: new Map(attained.map((each, index) => [`2026-0${index + 1}`, { attained: each, value: 0.5 }])) }) as unknown as Row;
    const months = ["2026-01", "2026-02", "2026-03"];
    expect(signal_of([row("one", [true, true, false]), row("three", [false, false, false])], months)).toMatchObject({ months_in_a_row: 3, row: { label: "three" } });
    expect(signal_of([row("met", [false, false, true])], months)).toBeUndefined();
  });
});

describe("the days that come", () => {
  it("hold the disputes that wait for us, late ones too, not those of the other party", () => {
    const dispute = (turn: "provider" | "customer", answer_until: string): Dispute => ({ reference: turn, customer: "", turn, answer_until, then: "agreed" }) as unknown as Dispute;
    const until = Date.parse("2026-11-29T00:00:00Z");
    const found = disputes_to_answer([dispute("provider", "2026-11-01T00:00:00Z"), dispute("customer", "2026-11-25T00:00:00Z"), dispute("provider", "2026-12-25T00:00:00Z")], until);
    expect(found.map((one) => one.at)).toEqual([Date.parse("2026-11-01T00:00:00Z")]);
  });

  it("ask for one closing a month, while an agreement of it is open", () => {
    expect(month_to_close(["a", "b", "a"], [{ agreement: "a", period: "2026-10" }], "2026-10", 0)).toEqual([{ kind: "close", at: 0, month: "2026-10", agreements: ["b"] }]);
    expect(month_to_close(["a"], [{ agreement: "a", period: "2026-10" }], "2026-10", 0)).toEqual([]);
  });

  it("tell an agreement that ends within the time, today included", () => {
    const now = Date.parse("2026-11-22T20:00:00Z");
    const ending = (in_force_to: string) => ({ head: head("a", "sla", "nimes"), number: 2, in_force_to });
    expect(endings_coming([ending("2026-11-22"), ending("2026-10-01"), ending("2027-10-01")], now, now + 60 * 86_400_000)).toHaveLength(1);
  });
});
