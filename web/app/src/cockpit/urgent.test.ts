// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";

import type { Clock } from "../part/clock_state";
import { budget_in } from "./budget";
import type { Ticket } from "./urgent";
import { breaks_first, counts_of, our_next, our_order, verb_of } from "./urgent";

vi.mock("../words/words", () => ({ add_words: () => undefined, both: (en: unknown, fr: unknown) => ({ en, fr }) }));

const now = Date.parse("2026-11-22T20:00:00Z");
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
const clock = (minutes: number, more: Partial<Clock> = {}): Clock => ({
  agreement: "acme", agreement_version: 1, commitment: "p1", label: "", kind: "sla", metric: "resolution", cycle: 0, target_seconds: 14_400, verdict: "pending",
  state: "on_track", started_at: at(-60), gross: "pending", standing: "none", net_claimed: "pending", is_at_risk: false,
  due_at: at(minutes), left_seconds: minutes * 60, left_at: at(0), ...more,
});
const ticket = (reference: string, clocks: Clock[], more: Partial<Ticket> = {}): Ticket => ({
  reference, version: 1, customer: "acme", title: reference, phase: "open", opened_at: at(-60), kind: "incident", priority: "P1", service: "",
  site: "", holder: "provider", team: "N2", reason: "", since: at(-60), part_of: "", as_of: at(0), clocks, ...more,
});
const paused = (left: number): Clock => {
  const { due_at: _due, left_at: _at, ...rest } = clock(left, { state: "paused" });
  return rest;
};
const kinds = new Map([["telvia", "supplier"]]);

describe("what breaks first", () => {
  it("is what is due first, not what has the least open time; what waits comes last", () => {
    const by_night = clock(20, { due_at: at(900) });
    const found = breaks_first([ticket("waits", [paused(5)]), ticket("night", [by_night]), ticket("now", [clock(45)])], now);
    expect(found.map((open) => open.ticket.reference)).toEqual(["now", "night", "waits"]);
  });

  it("looks past a promise that is broken to the next one that can be kept", () => {
    const both = ticket("two", [clock(-10, { verdict: "breached", state: "breached", metric: "response" }), clock(30)]);
    expect(breaks_first([both], now)[0]?.clock.metric).toBe("resolution");
    expect(counts_of([both], kinds, now, false)).toMatchObject({ open: 1, broken: 1, soon: 1 });
  });

  it("takes the smaller of the promise to the customer and the one between teams on our side, never that of a supplier", () => {
    const one = ticket("one", [clock(60), clock(40, { kind: "ola" }), clock(5, { kind: "uc" })]);
    expect(our_next(one, now)?.clock.kind).toBe("ola");
    const broken = ticket("broken", [clock(-5, { verdict: "breached" })]);
    expect(our_order([broken, one], now).map((open) => open.ticket.reference)).toEqual(["one", "broken"]);
  });

  it("has one verb a row, by who has the ball", () => {
    expect(verb_of(ticket("a", []), kinds)).toBe("take");
    expect(verb_of(ticket("a", [], { team: "" }), kinds)).toBe("assign");
    expect(verb_of(ticket("a", [], { holder: "telvia" }), kinds)).toBe("chase");
    expect(verb_of(ticket("a", [], { holder: "customer" }), kinds)).toBe("trace");
    expect(verb_of(ticket("a", [], { holder: "customer", requested_at: at(-5) }), kinds)).toBe("remind");
  });
});

describe("the budget of a promise", () => {
  it("sums by holder what counted, and leaves out what did not", () => {
    const step = (party: string, seconds: number, treatment = "counts") => ({
      code: "step",
      arguments: {
        treatment, holder: [{ code: "holder_column", arguments: { holder: [{ code: "party_named", arguments: { party } }] } }],
        parts: [{ code: "part_open", arguments: { length: { seconds } } }, { code: "part_closed", arguments: { length: { seconds: 9_999 } } }],
      },
    });
    const explanation = {
      explanations: [{
        code: "title", arguments: { outcome: [{ code: "outcome_pending", arguments: { promised: { seconds: 14_400 } } }] },
        children: [{ code: "section_steps", children: [step("Novalys", 60), step("Client", 500, "paused"), step("Telvia", 30), step("Novalys", 5)] }],
      }],
    };
    const names = new Map([["Novalys", "owner"], ["Telvia", "supplier"], ["Client", "customer"]]);
    expect(budget_in(explanation, names)).toEqual({ target_seconds: 14_400, fills: [{ holder: "us", seconds: 65 }, { holder: "supp", seconds: 30 }] });
  });
});
