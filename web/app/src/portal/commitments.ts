// The matrix of a customer: which cell a month shows, which commitments count, which cell is looked at.
import type { Cell, Row } from "../figure/scorecard";

/** A quarter or a year stands in the month with which it ends. */
export function cell_in(row: Row, month: string): Cell | undefined {
  const [year = "", number = ""] = month.split("-");
  const quarter = Number(number) % 3 === 0 ? row.cells.get(`${year}-Q${Number(number) / 3}`) : undefined;
  return row.cells.get(month) ?? quarter ?? (number === "12" ? row.cells.get(year) : undefined);
}

/** Promises to the customer that were in force in one of the months: those with another party are not theirs. */
export const rows_for_customer = (rows: readonly Row[], months: readonly string[]): Row[] =>
  rows.filter((row) => row.kind === "sla" && months.some((month) => cell_in(row, month)));

export const was_missed = (row: Row, months: readonly string[]): boolean => months.some((month) => cell_in(row, month)?.attained === false);

/** How many of the commitments that were judged in a month were met. */
export function met_in(rows: readonly Row[], month: string): { met: number; judged: number; is_provisional: boolean } {
  const cells = rows.flatMap((row) => cell_in(row, month) ?? []);
  const judged = cells.filter((cell) => cell.attained !== null);
  return { met: judged.filter((cell) => cell.attained).length, judged: judged.length, is_provisional: cells.some((cell) => cell.is_provisional) };
}

export type CellName = { agreement: string; target: string; period: string };

/** "acme/resolve-p1/2026-10" of the address; none: it names no cell. */
export function cell_from(text: string | undefined): CellName | undefined {
  const [agreement, target, period, ...more] = (text ?? "").split("/");
  return agreement && target && period && more.length === 0 ? { agreement, target, period } : undefined;
}
