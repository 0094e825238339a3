// Money by month and by state. Amounts of different currencies are never added.
import type { Ledger, LedgerLine } from "../figure/scorecard";
import type { Closure } from "./coming";
import type { Amount, Penalty, Year } from "./year";
import { amounts_of } from "./year";

export type Sum = { currency: string; minor: number };

export function sums_of(amounts: readonly { currency: string; minor: number }[]): Sum[] {
  const found = new Map<string, number>();
  for (const { currency, minor } of amounts) found.set(currency, (found.get(currency) ?? 0) + minor);
  return [...found].map(([currency, minor]) => ({ currency, minor })).filter((sum) => sum.minor !== 0);
}

export const due_of = (amounts: readonly Amount[]): Sum[] => sums_of(amounts.map((each) => ({ currency: each.currency, minor: each.due_minor })));

/** In the order of its life. */
const life = ["held", "computed", "proposed", "in_discussion", "agreed", "settled", "waived"] as const;

export function by_state(penalties: readonly Penalty[]): { state: Penalty["state"]; count: number; sums: Sum[] }[] {
  return life.flatMap((state) => {
    const of_state = penalties.filter((one) => one.state === state);
    return of_state.length === 0 ? [] : [{ state, count: of_state.length, sums: sums_of(of_state.map((one) => ({ currency: one.currency, minor: one.amount_minor }))) }];
  });
}

export type MonthCost = { month: string; closed_due: Sum[]; open_due: Sum[]; due: Sum[]; judged: string[]; closed: string[]; missing: string[] };

/** What each month owes to customers, and which of its agreements are closed. */
export function month_costs(year: Year, closures: readonly Pick<Closure, "agreement" | "period">[]): MonthCost[] {
  return year.months.map((month) => {
    const judged = [...new Set(year.rows.flatMap((row) => (row.cells.has(month) ? [row.agreement] : [])))];
    const done = new Set(closures.filter((one) => one.period === month).map((one) => one.agreement));
    const amounts = amounts_of(year, month);
    const closed_due = sums_of(amounts.map((each) => ({ currency: each.currency, minor: each.closed_minor })));
    const open_due = sums_of(amounts.map((each) => ({ currency: each.currency, minor: each.due_minor - each.closed_minor })));
    return { month, closed_due, open_due, due: due_of(amounts), judged, closed: judged.filter((one) => done.has(one)), missing: judged.filter((one) => !done.has(one)) };
  });
}

export type Owed = LedgerLine & { agreement: string; version: number };

/** The lines of a ledger that owe or hold something, the newest period first. */
export const owed_in = (ledger: Ledger): Owed[] =>
  ledger.agreements
    .flatMap((agreement) => agreement.penalties.map((line) => ({ ...line, agreement: agreement.id, version: agreement.version })))
    .filter((line) => line.amount_minor !== 0 || line.computed_minor !== 0 || line.points !== 0)
    .sort((a, b) => (a.period === b.period ? b.amount_minor - a.amount_minor : a.period < b.period ? 1 : -1));
