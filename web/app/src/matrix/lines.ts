// The lines of the matrix: customers, their agreements, their targets; and what a cell of each shows.
import type { Cell, Row, Scorecard, Side, Tally, Unit } from "../figure/scorecard";
import { sum_of, value_of } from "../figure/scorecard";

export type Figure = {
  value: number | undefined; required: number | undefined; attained: boolean | null; unit: Unit; is_time: boolean;
  tally: Tally; is_provisional: boolean; is_small: boolean; missed_targets: number; judged_targets: number;
};
/** What one period shows; a quarter covers three columns. */
export type Slot = { period: string; span: number; first: string; figure: Figure | undefined };
export type Level = "customer" | "agreement" | "target";
export type Line = { key: string; level: Level; customer: string; agreement: string; row: Row | undefined; rows: Row[] };

/** Below so many tickets a share says little: the cell loses its fill. */
export const small_below = 10;

/** The name under which a period of a row may hold `month`: the month itself, its quarter, half or year. */
function names_of(month: string): string[] {
  const [year = "", number = "1"] = month.split("-");
  const before = Number(number) - 1;
  return [month, `${year}-Q${Math.trunc(before / 3) + 1}`, `${year}-H${Math.trunc(before / 6) + 1}`, year];
}

const is_time = (row: Row): boolean => row.metric === "availability";

export function figure_of(row: Row, cell: Cell, side: Side): Figure {
  const tally = cell[side];
  const last = cell.versions[cell.versions.length - 1];
  const is_counted = row.unit === "share" && !is_time(row);
  const counted = tally.measured > 0 ? tally.met / tally.measured : undefined;
  const told = last ? value_of(row, last.period, side) : undefined;
  const attained = cell.attained;
  return {
    value: is_counted ? counted : told, required: cell.required, attained: side === "net" ? attained : null, unit: row.unit, is_time: is_time(row),
    tally, is_provisional: cell.is_provisional, is_small: is_counted && tally.measured > 0 && tally.measured < small_below,
    missed_targets: attained === false ? 1 : 0, judged_targets: attained === null ? 0 : 1,
  };
}

/** Several targets in one month: tickets in time over tickets measured, beside the share that would attain each target. */
function figure_of_sum(rows: readonly Row[], month: string, side: Side): Figure | undefined {
  const cells = rows.flatMap((row) => { const cell = row.cells.get(month); return cell ? [{ row, cell }] : []; });
  if (cells.length === 0) return undefined;
  const counted = cells.filter(({ row }) => row.unit === "share" && !is_time(row)).map(({ cell }) => cell);
  const tally = sum_of(counted.map((cell) => cell[side]));
  const weighed = counted.reduce((sum, cell) => sum + (cell.required ?? 0) * cell[side].measured, 0);
  const judged = cells.filter(({ cell }) => cell.attained !== null);
  const missed = judged.filter(({ cell }) => cell.attained === false);
  return {
    value: tally.measured ? tally.met / tally.measured : undefined, required: tally.measured ? weighed / tally.measured : undefined,
    attained: judged.length ? missed.length === 0 : null, unit: "share", is_time: false, tally,
    is_provisional: cells.some(({ cell }) => cell.is_provisional), is_small: tally.measured > 0 && tally.measured < small_below,
    missed_targets: missed.length, judged_targets: judged.length,
  };
}

export function slots_of(line: Line, months: readonly string[], side: Side): Slot[] {
  const row = line.row;
  if (!row) return months.map((month) => ({ period: month, span: 1, first: month, figure: figure_of_sum(line.rows, month, side) }));
  const slots: Slot[] = [];
  for (const month of months) {
    const period = names_of(month).find((name) => row.cells.has(name)) ?? month;
    const before = slots[slots.length - 1];
    if (before && before.period === period) { before.span += 1; continue; }
    const cell = row.cells.get(period);
    slots.push({ period, span: 1, first: month, figure: cell ? figure_of(row, cell, side) : undefined });
  }
  return slots;
}

/** Customer, then agreement when there are several, then target. */
export function lines_of(rows: readonly Row[]): Line[] {
  const lines: Line[] = [];
  for (const customer of [...new Set(rows.map((row) => row.customer))]) {
    const of_customer = rows.filter((row) => row.customer === customer);
    const agreements = [...new Set(of_customer.map((row) => row.agreement))];
    lines.push({ key: customer, level: "customer", customer, agreement: "", row: undefined, rows: of_customer });
    for (const agreement of agreements) {
      const of_agreement = of_customer.filter((row) => row.agreement === agreement);
      if (agreements.length > 1) lines.push({ key: `${customer}~${agreement}`, level: "agreement", customer, agreement, row: undefined, rows: of_agreement });
      for (const row of of_agreement) lines.push({ key: `${customer}~${agreement}~${row.target}`, level: "target", customer, agreement, row, rows: [row] });
    }
  }
  return lines;
}

/** Steps of the distance to the target, in points. */
export const steps = [-4, -2, 0, 1.2, 2.2, 2.9] as const;

/** 1 far below to 7 far above; none: nothing to be far from. Lengths and counts only say on which side they are. */
export function tone_of(figure: Figure): number | undefined {
  if (figure.value === undefined) return undefined;
  if (figure.unit !== "share" || figure.required === undefined) {
    return figure.attained === null ? 4 : figure.attained ? 5 : 2;
  }
  const points = Math.round((figure.value - figure.required) * 1e6) / 1e4;
  const scale = figure.is_time ? 4 : 1;
  return 1 + steps.filter((step) => points * scale >= step).length;
}

/** Over the whole window, as the server adds it up for each version. */
export function total_of(card: Scorecard, line: Line, side: Side): { value: number | undefined; tally: Tally; unit: Unit } {
  const targets = line.rows.flatMap((row) =>
    card.agreements.filter((each) => each.id === row.agreement).flatMap((each) => each.targets.filter((target) => target.id === row.target)));
  const counted = targets.filter((target) => target.statistic === "ratio" && target.metric !== "availability");
  const tally = sum_of(counted.map((target) => (side === "net" ? target.total : target[side])));
  const row = line.row;
  if (row && is_time(row)) {
    const all = targets.flatMap((target) => (target.availability ? [target.availability[side === "net" ? "committed" : side]] : []));
    const observed = all.reduce((sum, each) => sum + each.observed_seconds, 0);
    const down = all.reduce((sum, each) => sum + each.down_seconds, 0);
    return { value: observed ? 1 - down / observed : undefined, tally, unit: "share" };
  }
  if (row && row.unit !== "share") return { value: undefined, tally, unit: row.unit };
  return { value: tally.measured ? tally.met / tally.measured : undefined, tally, unit: "share" };
}

/** What was asked for last. */
export function required_of(line: Line, months: readonly string[]): number | undefined {
  const slots = slots_of(line, months, "net");
  return [...slots].reverse().find((slot) => slot.figure?.required !== undefined)?.figure?.required;
}

export const is_below = (line: Line, months: readonly string[]): boolean =>
  line.rows.some((row) => slots_of({ ...line, row }, months, "net").some((slot) => slot.figure?.attained === false));

export type Finding =
  | { is: "missed"; row: Row; month: string; streak: number; others: number }
  | { is: "met"; month: string; count: number }
  | { is: "nothing" };

/** The worst of the last month that was judged: the widest gap, then the longest row of missed months. */
export function finding_of(rows: readonly Row[], months: readonly string[]): Finding {
  const judged = (row: Row, month: string): boolean => (row.cells.get(month)?.attained ?? null) !== null;
  const month = [...months].reverse().find((each) => rows.some((row) => judged(row, each)));
  if (!month) return { is: "nothing" };
  const missed = rows.filter((row) => row.cells.get(month)?.attained === false);
  if (missed.length === 0) return { is: "met", month, count: rows.filter((row) => judged(row, month)).length };
  const until = months.slice(0, months.indexOf(month) + 1).reverse();
  const streak = (row: Row): number => {
    const held = until.findIndex((each) => row.cells.get(each)?.attained !== false);
    return held < 0 ? until.length : held;
  };
  const gap = (row: Row): number => { const cell = row.cells.get(month); return row.unit === "share" ? (cell?.value ?? 0) - (cell?.required ?? 0) : 0; };
  const worst = [...missed].sort((a, b) => gap(a) - gap(b) || streak(b) - streak(a))[0] as Row;
  return { is: "missed", row: worst, month, streak: streak(worst), others: missed.length - 1 };
}

const quoted = (text: string | number): string => (/[",;\n]/.test(String(text)) ? `"${String(text).replaceAll('"', '""')}"` : String(text));

/** One line a cell of a target: the counts of the server, nothing worked out. */
export function csv_of(lines: readonly Line[], months: readonly string[]): string {
  const head = "customer,agreement,versions,target,label,period,met,missed,measured,excluded,gross_met,gross_measured,claimed_met,claimed_measured,required,attained,provisional,small_sample";
  const body = lines.flatMap((line) => slots_of(line, months, "net").flatMap((slot) => {
    const cell = line.row?.cells.get(slot.period);
    if (!line.row || !cell) return [];
    const { net, gross, claimed } = cell;
    return [[
      line.customer, line.agreement, cell.versions.map((each) => each.version).join(" "), line.row.target, line.row.label, cell.period,
      net.met, net.missed, net.measured, net.excluded, gross.met, gross.measured, claimed.met, claimed.measured,
      cell.versions[cell.versions.length - 1]?.period.required ?? "", cell.attained === null ? "" : String(cell.attained), String(cell.is_provisional), String(cell.is_small),
    ].map(quoted).join(",")];
  }));
  return [head, ...body].join("\n") + "\n";
}
