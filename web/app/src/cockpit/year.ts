// Twelve months of figures, up to the one that is looked at.
import { useMemo } from "react";

import type { AgreementHead, Row, Scorecard, Sum } from "../figure/scorecard";
import { customers_of, month_sum, months_between, rows_of, useAgreementHeads, useScorecard } from "../figure/scorecard";
import { last_day_of, months_before } from "../frame/scope";

export type Amount = { due_minor: number; held_minor: number; currency: string; is_provisional: boolean };
export type Year = { months: string[]; rows: Row[]; sums: Sum[]; card: Scorecard; heads: readonly AgreementHead[] };

function year_in(card: Scorecard, heads: readonly AgreementHead[], months: string[], customer: string | undefined): Year {
  const rows = rows_of(card, heads).filter((row) => row.kind === "sla" && (customer === undefined || row.customer === customer));
  return { months, rows, sums: months.map((month) => month_sum(rows, month)), card, heads };
}

export function useYear(customer: string | undefined, period: string) {
  const months = useMemo(() => months_between(months_before(period, 11), period), [period]);
  const card = useScorecard({ from: `${months[0] ?? period}-01`, to: last_day_of(period) });
  const heads = useAgreementHeads();
  const year = useMemo(
    () => (card.data && heads.data ? year_in(card.data, heads.data, months, customer) : undefined),
    [card.data, heads.data, months, customer],
  );
  const again = (): void => { void card.refetch(); void heads.refetch(); };
  return { year, error: card.error ?? heads.error, again };
}

/** What the month owes to customers, by currency: amounts of different ones are never added. */
export function amounts_of(year: Pick<Year, "card" | "heads">, month: string, customer?: string): Amount[] {
  const of_customer = new Map(year.heads.map((head) => [head.reference, head.customer]));
  const found = new Map<string, Amount>();
  for (const agreement of year.card.agreements) {
    if (agreement.kind !== "sla" || (customer !== undefined && of_customer.get(agreement.id) !== customer)) continue;
    for (const total of agreement.penalty_totals ?? []) {
      if (total.period !== month) continue;
      const before = found.get(total.currency) ?? { due_minor: 0, held_minor: 0, currency: total.currency, is_provisional: false };
      found.set(total.currency, {
        currency: total.currency, due_minor: before.due_minor + total.due_minor, held_minor: before.held_minor + total.held_minor,
        is_provisional: before.is_provisional || total.provisional,
      });
    }
  }
  return [...found.values()].filter((amount) => amount.due_minor !== 0 || amount.held_minor !== 0);
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
