// @vitest-environment jsdom
import { describe, expect, it } from "vitest";

import { month_sum, months_between, rows_of, share_of, value_of } from "./scorecard";
import type { Period, Scorecard, Tally, Target } from "./scorecard";

const tally = (met: number, missed: number): Tally => ({
  met, missed, excluded: 0, pending: 0, not_measurable: 0, merged: 0, cancelled: 0, overdue_open: 0, measured: met + missed,
});
const period = (name: string, met: number, missed: number, more: Partial<Period> = {}): Period => ({
  ...tally(met, missed), period: name, from: "", to: "", required: "90/100", attained: met >= 0.9 * (met + missed), statistic_seconds: null,
  gross: tally(met, missed + 1), claimed: tally(met, Math.max(0, missed - 1)),
  ramp_up: false, voided_by_volume: false, small_sample: false, partial: false, provisional: false, ...more,
});
const target = (id: string, periods: Period[], more: Partial<Target> = {}): Target => ({
  id, label: id, metric: "resolution", statistic: "ratio", total: tally(0, 0), gross: tally(0, 0), claimed: tally(0, 0), periods, ...more,
});
const card = (...versions: { version: number; targets: Target[] }[]): Scorecard => ({
  as_of: "", tickets: 0, events: 0, findings: [],
  agreements: versions.map((each) => ({ id: "acme", kind: "sla", zone: "Europe/Paris", penalties: [], ...each })),
});
const heads = [{ reference: "acme", customer: "acme-industrie" }];

describe("the scorecard", () => {
  it("reads a fraction, and none from nothing", () => {
    expect(share_of("95/100")).toBe(0.95);
    expect(share_of(null)).toBeUndefined();
    expect(share_of("0/0")).toBeUndefined();
  });

  it("never says 100 % of nothing", () => {
    expect(value_of({ statistic: "ratio" }, period("2026-03", 0, 0))).toBeUndefined();
  });

  it("tells net, gross and claimed apart", () => {
    const one = period("2026-03", 9, 1);
    expect(value_of({ statistic: "ratio" }, one)).toBe(0.9);
    expect(value_of({ statistic: "ratio" }, one, "gross")).toBeCloseTo(9 / 11);
    expect(value_of({ statistic: "ratio" }, one, "claimed")).toBe(1);
  });

  it("puts versions of one agreement on one line, and adds a month that both had", () => {
    const rows = rows_of(
      card({ version: 2, targets: [target("p1", [period("2026-03", 4, 0), period("2026-04", 1, 0)])] },
        { version: 1, targets: [target("p1", [period("2026-02", 3, 0), period("2026-03", 1, 1)])] }),
      heads,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.customer).toBe("acme-industrie");
    const march = rows[0]?.cells.get("2026-03");
    expect(march?.net.met).toBe(5);
    expect(march?.attained).toBe(false);
    expect(march?.versions.map((each) => each.version)).toEqual([1, 2]);
  });

  it("weighs the targets of a month by their tickets", () => {
    const rows = rows_of(
      card({ version: 1, targets: [
        target("p1", [period("2026-03", 9, 1)]),
        target("p2", [period("2026-03", 30, 0, { required: "80/100" })]),
        target("p95", [period("2026-03", 50, 50)], { statistic: "percentile" }),
      ] }),
      heads,
    );
    const sum = month_sum(rows, "2026-03");
    expect(sum.value).toBe(39 / 40);
    expect(sum.required).toBeCloseTo((0.9 * 10 + 0.8 * 30) / 40);
    expect([sum.attained, sum.judged]).toEqual([2, 3]);
  });

  it("names each month between two", () => {
    expect(months_between("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  });
});
