import { describe, expect, it } from "vitest";

import type { Clock } from "../part/clock_state";
import { is_troubled, last_days, marks_of, nearest_first, promised_clock, standing_of, states_of } from "./promised";
import type { Outage, Ticket } from "./readings";

const now = Date.parse("2026-11-26T12:00:00Z");
const clock = (more: Partial<Clock> = {}): Clock => ({
  agreement: "acme", agreement_version: 1, commitment: "resolve", label: "GTR", kind: "sla", metric: "resolution", cycle: 0, target_seconds: 14_400, verdict: "pending",
  state: "on_track", started_at: "2026-11-26T08:00:00Z", gross: "pending", standing: "none", net_claimed: "pending", is_at_risk: false,
  left_seconds: 3_600, left_at: "2026-11-26T12:00:00Z", ...more,
});
const ticket = (reference: string, clocks: Clock[], more: Partial<Ticket> = {}): Ticket => ({
  reference, version: 1, customer: "acme", title: reference, phase: "open", opened_at: "2026-11-26T08:00:00Z", kind: "incident", priority: "P2", service: "Network",
  site: "", holder: "provider", team: "", reason: "", since: "", part_of: "", as_of: "", clocks, ...more,
});
const outage = (more: Partial<Outage>): Outage => ({ reference: "OUT-1", version: 1, item: "Network", title: "", began_at: "2026-11-24T09:00:00Z", withdrawn: false, events: [], ...more });

describe("what a customer was promised", () => {
  it("never shows a clock of a supplier or of a team, even when it is the nearest", () => {
    const uc = clock({ kind: "uc", agreement: "uc-telecom", left_seconds: 1 });
    expect(promised_clock(ticket("INC-1", [uc, clock()]))?.agreement).toBe("acme");
    expect(promised_clock(ticket("INC-1", [uc]))).toBeUndefined();
    expect(is_troubled(ticket("INC-1", [clock({ kind: "uc", state: "breached", verdict: "breached" })]))).toBe(false);
  });

  it("puts what may still be saved before what is late, and what waits last", () => {
    const order = nearest_first([
      ticket("paused", [clock({ state: "paused", left_seconds: 5, left_at: undefined as never })]),
      ticket("late", [clock({ state: "breached", verdict: "breached", left_seconds: -60 })]),
      ticket("far", [clock({ is_at_risk: true, left_seconds: 1_800 })]),
      ticket("near", [clock({ is_at_risk: true, left_seconds: 600 })]),
      ticket("fine", [clock()]),
      ticket("solved", [clock()], { ended_at: "2026-11-26T11:00:00Z" }),
    ], now);
    expect(order.map((each) => each.reference)).toEqual(["near", "far", "late", "fine", "paused"]);
  });

  it("tells of a solved ticket its worst verdict", () => {
    const clocks = [clock({ verdict: "met", ended_at: "x" }), clock({ verdict: "breached", ended_at: "x" })];
    expect(standing_of(ticket("INC-1", clocks, { ended_at: "2026-11-26T11:00:00Z" }))).toBe("br");
  });

  it("calls a service interrupted while its outage goes on, also when the outage is everybody's", () => {
    const states = states_of(["Network", "Mail"], [ticket("INC-1", [clock({ is_at_risk: true })])], []);
    expect(states.map((state) => state.sign)).toEqual(["risk", "on"]);
    expect(states_of(["Mail"], [], [outage({ item: "" })])[0]?.is_down).toBe(true);
    expect(states_of(["Network"], [], [outage({ withdrawn: true })])[0]?.sign).toBe("on");
  });

  it("marks each day on which a service was interrupted, and today while it is", () => {
    const days = last_days(now, 3);
    expect(marks_of("Network", [outage({ restored_at: "2026-11-24T09:10:00Z" })], days, now)).toEqual(["down", "up", "up"]);
    expect(marks_of("Network", [outage({ began_at: "2026-11-25T09:00:00Z" })], days, now)).toEqual(["up", "down", "now"]);
    expect(marks_of("Mail", [outage({})], days, now)).toEqual(["up", "up", "up"]);
  });
});
