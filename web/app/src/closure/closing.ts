// What closing needs to know: which months wait, what a preview holds, who may say what of closing again.
import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import type { Row, Tally } from "../figure/scorecard";

export type Closure = Schemas["Closure"];
type Counts = Omit<Tally, "measured">;
export type ClosedTarget = {
  version: number; target: string; metric: string; statistic: string; shown: string; tickets: { ticket: string; counted: string }[];
  figures: { net: Counts; gross: Counts; claimed: Counts; required?: string; provisional: boolean; small_sample: boolean };
};
export type ClosedAmount = { clause: string; target: string; ticket: string; period: string; due_in: string; state: string; amount_minor: number; currency: string };
export type Document = { agreement: string; period: string; revision: number; targets: ClosedTarget[]; penalties: ClosedAmount[]; regularised: unknown[]; regularised_penalties: unknown[]; page: { en: string; fr: string } };
export type Preview = { agreement: string; period: string; accepts: string; running: boolean; closure: Document };
/** What the scorecard said of a target when it was closed. */
export type ShownTarget = Tally & { attained: boolean | null; required: string | null; statistic_seconds: number | null; availability?: { committed: { rate: string | null } } };

export const shown_of = (target: ClosedTarget): ShownTarget => JSON.parse(target.shown) as ShownTarget;

export type MonthState = "closed" | "open" | "running" | "none";
export type Month = { agreement: string; customer: string; month: string; state: MonthState; closure: Closure | undefined };

/** The closure that stands: the last revision of the period. */
export function standing(closures: readonly Closure[], agreement: string, period: string): Closure | undefined {
  return closures.filter((each) => each.agreement === agreement && each.period === period).sort((a, b) => b.revision - a.revision)[0];
}

export function months_of(rows: readonly Row[], closures: readonly Closure[], months: readonly string[], this_month: string): Month[] {
  const agreements = new Map(rows.filter((row) => row.kind === "sla").map((row) => [row.agreement, row.customer]));
  return [...agreements].flatMap(([agreement, customer]) => months.map((month) => {
    const closure = standing(closures, agreement, month);
    const is_there = rows.some((row) => row.agreement === agreement && row.cells.has(month));
    const state: MonthState = closure ? "closed" : !is_there ? "none" : month >= this_month ? "running" : "open";
    return { agreement, customer, month, state, closure };
  }));
}

export type ReopeningStep = "asked" | "agreed" | "declined" | "taken_back";
export type Side = "provider" | "customer";

/** What a side may say now, given what was said. */
export function sayable(reopening: readonly { step: string; side: string }[], side: Side): ReopeningStep[] {
  const last = reopening[reopening.length - 1];
  if (!last || last.step === "declined" || last.step === "taken_back") return ["asked"];
  if (last.step !== "asked") return [];
  return last.side === side ? ["taken_back"] : ["agreed", "declined"];
}

export const useClosures = () =>
  useRead("closure", ["all"], () => all_of<Closure>((cursor) => told(client.GET("/api/closures", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))));

export const useClosure = (reference: string) =>
  useRead("closure", [reference], (signal) => told(client.GET("/api/closures/{reference}", { params: { path: { reference } }, signal })));

export const usePreview = (agreement: string, period: string, is_on: boolean) =>
  useRead("figures", ["preview", agreement, period], async (signal) => {
    const answer: unknown = await told(client.GET("/api/closure-previews", { params: { query: { agreement, period } }, signal }));
    return answer as Preview;
  }, { enabled: is_on });

/** The document of a closure that stands: what a preview is compared with. */
export const useDocument = (reference: string | undefined) =>
  useRead("closure", ["document", reference], async (signal) => {
    const answer: unknown = await told(client.GET("/api/closures/{reference}/document", { params: { path: { reference: reference ?? "" } }, signal } as never));
    return answer as Document;
  }, { enabled: reference !== undefined });
