// @vitest-environment jsdom
import { describe, expect, it } from "vitest";

import type { Cell, Row } from "../figure/scorecard";
import { finding_of, lines_of, slots_of, tone_of, figure_of } from "./lines";
import { is_within, verdicts_from } from "./verdicts";

const tally = (met: number, missed: number) => ({ met, missed, excluded: 0, pending: 0, not_measurable: 0, merged: 0, cancelled: 0, overdue_open: 0, measured: met + missed });
const cell = (period: string, met: number, missed: number, attained: boolean | null): Cell => ({
  period, value: met / (met + missed), required: 0.9, attained, net: tally(met, missed), gross: tally(met, missed), claimed: tally(met, missed),
  is_provisional: false, is_small: false, is_partial: false, versions: [],
});
const row = (target: string, cells: Cell[], customer = "nimes"): Row => ({
  customer, agreement: "a", kind: "sla", target, label: target, metric: "resolution", statistic: "ratio", unit: "share",
  cells: new Map(cells.map((each) => [each.period, each])),
});

describe("lines of the matrix", () => {
  it("covers three columns with a quarter", () => {
    const quarterly = row("deliver", [cell("2026-Q1", 9, 1, true)]);
    const line = lines_of([quarterly])[1]!;
    expect(slots_of(line, ["2026-02", "2026-03", "2026-04"], "net").map((slot) => [slot.period, slot.span])).toEqual([["2026-Q1", 2], ["2026-04", 1]]);
  });

  it("names the widest gap of the last judged month, and for how long", () => {
    const worst = row("p1", [cell("2026-01", 9, 1, true), cell("2026-02", 5, 5, false), cell("2026-03", 4, 6, false)]);
    const other = row("p2", [cell("2026-03", 8, 2, false)]);
    expect(finding_of([other, worst], ["2026-01", "2026-02", "2026-03", "2026-04"])).toMatchObject({ is: "missed", row: worst, month: "2026-03", streak: 2, others: 1 });
  });

  it("tells nothing of months that nobody judged", () => expect(finding_of([], ["2026-01"])).toEqual({ is: "nothing" }));

  it.each([[85, 1], [87, 2], [89.9, 3], [90, 4], [91.2, 5], [92.2, 6], [92.9, 7]])("gives %d of a target of 90 the tone %d", (share, tone) => {
    const figure = figure_of(row("p1", []), cell("2026-01", share, 100 - share, null), "net");
    expect(tone_of(figure)).toBe(tone);
  });
});

describe("verdicts of a period", () => {
  const csv = "ticket,agreement,version,target,cycle,verdict,elapsed_seconds,due_at,breached_at,resolved_at,held_provider_seconds,held_supplier_seconds,held_customer_seconds,held_third_party_seconds\n"
    + "T-1,a,1,p1,0,breached,100,2026-03-30T00:00:00Z,2026-03-30T00:00:00Z,2026-04-02T00:00:00Z,60,40,0,0\n"
    + "T-2,a,1,p1,0,breached,100,2026-03-30T00:00:00Z,2026-03-30T00:00:00Z,,100,0,0,0\n";
  it("counts what has ended where it ended, and what is late in each period since", () => {
    const [ended, open] = verdicts_from(csv);
    const march = ["2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"] as const, april = ["2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"] as const;
    expect([is_within(ended!, ...march), is_within(ended!, ...april), is_within(open!, ...march), is_within(open!, ...april)]).toEqual([false, true, true, true]);
    expect(ended!.held).toEqual({ us: 60, supp: 40, cust: 0, none: 0 });
  });
});
