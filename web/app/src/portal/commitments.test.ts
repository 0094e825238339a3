// @vitest-environment jsdom
import { describe, expect, it } from "vitest";

import type { Cell, Row } from "../figure/scorecard";
import { cell_from, cell_in, met_in, rows_for_customer } from "./commitments";

const cell = (period: string, attained: boolean | null): Cell => ({ period, attained, is_provisional: false } as Cell);
const row = (target: string, cells: Cell[], kind: Row["kind"] = "sla"): Row =>
  ({ customer: "acme", agreement: "acme", kind, target, label: target, cells: new Map(cells.map((each) => [each.period, each])) } as unknown as Row);

describe("the matrix of a customer", () => {
  it("leaves out what the provider promised to itself or was promised by suppliers", () => {
    const rows = [row("p1", [cell("2026-03", true)]), row("desk", [cell("2026-03", true)], "ola"), row("link", [cell("2026-03", true)], "uc")];
    expect(rows_for_customer(rows, ["2026-03"]).map((each) => each.target)).toEqual(["p1"]);
  });

  it("leaves out what was not in force in the months that are shown", () => {
    expect(rows_for_customer([row("old", [cell("2024-03", true)])], ["2026-03"])).toEqual([]);
  });

  it("shows a quarter and a year in the month with which they end", () => {
    const quarterly = row("q", [cell("2026-Q1", false)]);
    expect(cell_in(quarterly, "2026-03")?.attained).toBe(false);
    expect(cell_in(quarterly, "2026-02")).toBeUndefined();
    expect(cell_in(row("y", [cell("2026", true)]), "2026-12")?.attained).toBe(true);
  });

  it("counts only what was judged", () => {
    expect(met_in([row("a", [cell("2026-03", true)]), row("b", [cell("2026-03", false)]), row("c", [cell("2026-03", null)])], "2026-03")).toEqual({ met: 1, judged: 2, is_provisional: false });
  });

  it("reads a cell of an address, and none of another text", () => {
    expect(cell_from("acme/p1/2026-03")).toEqual({ agreement: "acme", target: "p1", period: "2026-03" });
    expect(cell_from("acme/p1")).toBeUndefined();
    expect(cell_from(undefined)).toBeUndefined();
  });
});
