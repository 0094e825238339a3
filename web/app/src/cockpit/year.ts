// Twelve months of figures, up to the one that is looked at.
import { useMemo } from "react";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import type { AgreementHead, Row, Scorecard, Sum } from "../figure/scorecard";
import { customers_of, month_sum, months_between, rows_of, useAgreementHeads, useScorecard } from "../figure/scorecard";
import { last_day_of, months_before } from "../frame/scope";
import { useMay } from "../session/me";

/** `due_minor` is whole; `closed_minor` of it comes from closed periods, the rest is an estimate that still moves. */
export type Amount = { due_minor: number; closed_minor: number; held_minor: number; currency: string };
export type Penalty = Schemas["Penalty"];
export type Year = { months: string[]; rows: Row[]; sums: Sum[]; card: Scorecard; heads: readonly AgreementHead[]; penalties: readonly Penalty[] };

function year_in(card: Scorecard, heads: readonly AgreementHead[], months: string[], customer: string | undefined, penalties: readonly Penalty[]): Year {
  const rows = rows_of(card, heads).filter((row) => row.kind === "sla" && (customer === undefined || row.customer === customer));
  return { months, rows, sums: months.map((month) => month_sum(rows, month)), card, heads, penalties };
}

export const read_penalties = (): Promise<Penalty[]> =>
  all_of<Penalty>((cursor) => told(client.GET("/api/penalties", { params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } } })), 2_000);

const no_penalties: readonly Penalty[] = [];

export function useYear(customer: string | undefined, period: string) {
  const months = useMemo(() => months_between(months_before(period, 11), period), [period]);
  const card = useScorecard({ from: `${months[0] ?? period}-01`, to: last_day_of(period) });
  const heads = useAgreementHeads();
  const may_see = useMay()("read_penalties");
  const penalties = useRead("penalty", ["all"], read_penalties, { enabled: may_see });
  const closed = may_see ? penalties.data : no_penalties;
  const year = useMemo(
    () => (card.data && heads.data && closed ? year_in(card.data, heads.data, months, customer, closed) : undefined),
    [card.data, heads.data, months, customer, closed],
  );
  const again = (): void => { void card.refetch(); void heads.refetch(); if (may_see) void penalties.refetch(); };
  return { year, error: card.error ?? heads.error ?? penalties.error, again };
}

/** An amount that stands: held ones and those given up are not owed, a bonus is ours. */
const stands = (penalty: Penalty): boolean => penalty.state !== "held" && penalty.state !== "waived" && penalty.nature !== "bonus";

/**
 * What the month owes to customers, by currency: amounts of different ones are never added. The ledger tells what is
 * not closed yet; what was closed left it, and lives on as penalties.
 */
export function amounts_of(year: Pick<Year, "card" | "heads" | "penalties">, month: string, customer?: string): Amount[] {
  const heads = new Map(year.heads.map((head) => [head.reference, head]));
  const is_asked = (agreement: string): boolean => {
    const head = heads.get(agreement);
    return head?.kind === "sla" && (customer === undefined || head.customer === customer);
  };
  const found = new Map<string, Amount>();
  const add = (currency: string, due_minor: number, closed_minor: number, held_minor: number): void => {
    const before = found.get(currency) ?? { currency, due_minor: 0, closed_minor: 0, held_minor: 0 };
    found.set(currency, { currency, due_minor: before.due_minor + due_minor, closed_minor: before.closed_minor + closed_minor, held_minor: before.held_minor + held_minor });
  };
  for (const agreement of year.card.agreements.filter((each) => is_asked(each.id))) {
    for (const total of agreement.penalty_totals ?? []) if (total.period === month) add(total.currency, total.due_minor, 0, total.held_minor);
  }
  for (const penalty of year.penalties.filter((each) => each.due_in === month && is_asked(each.agreement) && stands(each))) {
    add(penalty.currency, penalty.amount_minor, penalty.amount_minor, 0);
  }
  return [...found.values()].filter((amount) => amount.due_minor !== 0 || amount.held_minor !== 0);
}

export type Cap = { agreement: string; cap_minor: number; currency: string };

/** The caps that the derivations of the month name, one an agreement. */
export function caps_of(year: Pick<Year, "card" | "heads">, month: string, customer?: string): Cap[] {
  const of_customer = new Map(year.heads.map((head) => [head.reference, head.customer]));
  const found = new Map<string, Cap>();
  for (const agreement of year.card.agreements) {
    if (agreement.kind !== "sla" || (customer !== undefined && of_customer.get(agreement.id) !== customer)) continue;
    for (const line of agreement.penalties.filter((each) => each.due_in === month && each.amount_minor > 0)) {
      const figure = line.lines.find((step) => step.topic === "cap")?.figure as { amount_minor?: number; currency?: string } | undefined;
      if (figure?.amount_minor && figure.currency) found.set(agreement.id, { agreement: agreement.id, cap_minor: figure.amount_minor, currency: figure.currency });
    }
  }
  return [...found.values()];
}

/** A share as it is shown: cut, not rounded, so that what misses its target never looks as if it did not. */
export const cut = (share: number, decimals = 1): number => Math.floor(share * 10 ** (decimals + 2) + 1e-9) / 10 ** (decimals + 2);

/** Points between a month and the one before; none: one of them has no figure. */
export function trend_of(sums: readonly Sum[]): number | undefined {
  const now = sums[sums.length - 1]?.value, before = sums[sums.length - 2]?.value;
  return now === undefined || before === undefined ? undefined : (now - before) * 100;
}

export const is_missed = (sum: Sum): boolean => sum.value !== undefined && sum.required !== undefined && sum.value < sum.required;

export type Signal = { row: Row; value: number | undefined; months_in_a_row: number };

/** Of the targets missed in the last month, that which is missed for longest. */
export function signal_of(rows: readonly Row[], months: readonly string[]): Signal | undefined {
  const last = months[months.length - 1] ?? "";
  const signals = rows.flatMap((row) => {
    const cell = row.cells.get(last);
    if (cell?.attained !== false) return [];
    let months_in_a_row = 0;
    while (row.cells.get(months[months.length - 1 - months_in_a_row] ?? "")?.attained === false) months_in_a_row += 1;
    return [{ row, value: row.unit === "share" ? cell.value : undefined, months_in_a_row }];
  });
  return signals.sort((a, b) => b.months_in_a_row - a.months_in_a_row)[0];
}

export type CustomerYear = { customer: string; rows: Row[]; sums: Sum[]; trend: number | undefined; amounts: Amount[]; signal: Signal | undefined };

/** The worst trend first; those without one after, and without any figure last. */
export function customers_in(year: Year): CustomerYear[] {
  const last = year.months[year.months.length - 1] ?? "";
  const all = customers_of(year.rows).map((customer) => {
    const rows = year.rows.filter((row) => row.customer === customer);
    const sums = year.months.map((month) => month_sum(rows, month));
    return { customer, rows, sums, trend: trend_of(sums), amounts: amounts_of(year, last, customer), signal: signal_of(rows, year.months) };
  });
  const weight = (one: CustomerYear): number => one.trend ?? (one.sums[one.sums.length - 1]?.value === undefined ? 2e6 : 1e6);
  return all.sort((a, b) => weight(a) - weight(b));
}
