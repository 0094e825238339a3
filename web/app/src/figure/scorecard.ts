// The scorecard as the API gives it, and how it is lined up: a row a target of a customer, a cell a period.
// Three figures stand side by side: net is the official one (exclusions that both parties agreed), gross counts
// every ticket, claimed is what it becomes if each open claim is accepted.
import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";

export type Tally = {
  met: number; missed: number; excluded: number; pending: number; not_measurable: number;
  merged: number; cancelled: number; overdue_open: number; measured: number;
};
export type AvailabilityFigure = { observed_seconds: number; down_seconds: number; rate: string | null };
export type Availability = {
  raw: AvailabilityFigure; committed: AvailabilityFigure; gross: AvailabilityFigure; claimed: AvailabilityFigure;
  excluded_seconds: number; maintenance_overrun_seconds: number; unknown_seconds: number;
  outages: number; ignored: number; longest_seconds: number;
  mean_time_to_restore_seconds: number | null; mean_time_between_failures_seconds: number | null;
};
/** Its own counts are the net ones. `period`: "2026-03", "2026-Q1" … as the agreement asks. */
export type Period = Tally & {
  period: string; from: string; to: string; required: string | null; attained: boolean | null;
  statistic_seconds: number | null; availability?: Availability; gross: Tally; claimed: Tally;
  ramp_up: boolean; voided_by_volume: boolean; small_sample: boolean; partial: boolean; provisional: boolean;
};
export type Target = {
  id: string; label: string; metric: string; statistic: "ratio" | "percentile" | "mean" | "maximum" | "count";
  total: Tally; gross: Tally; claimed: Tally; availability?: Availability; periods: Period[];
};
export type LedgerStep = { topic: string; code: string; figure?: unknown; arguments: Record<string, unknown>; running_minor?: string; text?: string };
export type LedgerLine = {
  period: string; clause: string; kind: string; target?: string; ticket?: string; nature: string; state: string;
  amount_minor: number; computed_minor: number; currency: string; points: number; due_in: string;
  provisional: boolean; claim_until?: string; lines: LedgerStep[];
};
export type LedgerTotal = {
  period: string; due_minor: number; held_minor: number; released_minor: number; currency: string; points: number; provisional: boolean;
};
export type AgreementFigures = {
  id: string; version: number; kind: "sla" | "ola" | "uc"; zone: string; targets: Target[];
  penalties: LedgerLine[]; penalty_totals?: LedgerTotal[];
};
export type Scorecard = {
  as_of: string; known_at?: string; tickets: number; events: number; agreements: AgreementFigures[];
  findings: { code: string; count: number; examples: string[] }[];
};
export type Ledger = { as_of: string; agreements: { id: string; version: number; penalties: LedgerLine[]; totals: LedgerTotal[] }[] };

/** Days, included: "2026-01-01" to "2026-12-31". */
export type Asked = { from: string; to: string; agreement?: string; as_of?: string; known_at?: string };

export async function read_scorecard(asked: Asked, signal?: AbortSignal): Promise<Scorecard> {
  const answer: unknown = await told(client.GET("/api/figures", { params: { query: asked }, ...(signal ? { signal } : {}) }));
  return answer as Scorecard;
}

export async function read_ledger(asked: Asked, signal?: AbortSignal): Promise<Ledger> {
  const answer: unknown = await told(client.GET("/api/figures/ledger", { params: { query: asked }, ...(signal ? { signal } : {}) }));
  return answer as Ledger;
}

export const useScorecard = (asked: Asked, options: { enabled?: boolean } = {}) =>
  useRead("figures", ["scorecard", asked], (signal) => read_scorecard(asked, signal), options);
export const useLedger = (asked: Asked, options: { enabled?: boolean } = {}) =>
  useRead("figures", ["ledger", asked], (signal) => read_ledger(asked, signal), options);

export type AgreementHead = Schemas["Agreement"];
/** The agreements without their versions: whose each one is. */
export const useAgreementHeads = () =>
  useRead("agreement", ["heads"], () =>
    all_of<AgreementHead>((cursor) => told(client.GET("/api/agreements", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))),
  );

/** "95/100" as 0.95. */
export function share_of(fraction: string | null | undefined): number | undefined {
  const [over, under] = (fraction ?? "").split("/").map(Number);
  return over === undefined || !under ? undefined : over / under;
}

export type Side = "net" | "gross" | "claimed";
/** `share`: of tickets or of time; `seconds`: a percentile, a mean, a maximum; `count`: how many were missed. */
export type Unit = "share" | "seconds" | "count";

export const unit_of = (target: Pick<Target, "statistic">): Unit =>
  target.statistic === "ratio" ? "share" : target.statistic === "count" ? "count" : "seconds";

const tally_of = (period: Period, side: Side): Tally => (side === "net" ? period : period[side]);

/** None: nothing was measured, or the server does not tell that side of a statistic. */
export function value_of(target: Pick<Target, "statistic">, period: Period, side: Side = "net"): number | undefined {
  if (period.availability) return share_of(period.availability[side === "net" ? "committed" : side].rate);
  const tally = tally_of(period, side);
  if (target.statistic === "count") return tally.missed;
  if (target.statistic !== "ratio") return side === "net" ? (period.statistic_seconds ?? undefined) : undefined;
  return tally.measured > 0 ? tally.met / tally.measured : undefined;
}

/** A target in a period. One version of the agreement, or several when it changed within the period. */
export type Cell = {
  period: string; value: number | undefined; required: number | undefined; attained: boolean | null;
  net: Tally; gross: Tally; claimed: Tally; is_provisional: boolean; is_small: boolean; is_partial: boolean;
  versions: { version: number; period: Period }[];
};
export type Row = {
  customer: string; agreement: string; kind: AgreementFigures["kind"]; target: string; label: string; metric: string;
  statistic: Target["statistic"]; unit: Unit; cells: ReadonlyMap<string, Cell>;
};

const counts = [
  "met", "missed", "excluded", "pending", "not_measurable", "merged", "cancelled", "overdue_open", "measured",
] as const satisfies readonly (keyof Tally)[];

export function sum_of(tallies: readonly Tally[]): Tally {
  const sum = (count: keyof Tally): number => tallies.reduce((total, tally) => total + tally[count], 0);
  return Object.fromEntries(counts.map((count) => [count, sum(count)])) as Tally;
}

/** One `false` makes it missed; nothing judged makes it unknown. */
function attained_by(periods: readonly Period[]): boolean | null {
  const judged = periods.flatMap((period) => (period.attained === null ? [] : [period.attained]));
  return judged.length === 0 ? null : judged.every(Boolean);
}

function cell_of(target: Target, versions: Cell["versions"]): Cell {
  const periods = versions.map((each) => each.period);
  const net = sum_of(periods);
  const last = periods[periods.length - 1] as Period;
  const is_counted = target.statistic === "ratio" && !last.availability;
  const value = is_counted ? (net.measured > 0 ? net.met / net.measured : undefined) : value_of(target, last);
  return {
    period: last.period, value, required: share_of(last.required), attained: attained_by(periods),
    net, gross: sum_of(periods.map((each) => each.gross)), claimed: sum_of(periods.map((each) => each.claimed)),
    is_provisional: periods.some((each) => each.provisional), is_small: periods.some((each) => each.small_sample),
    is_partial: periods.some((each) => each.partial), versions,
  };
}

/** Rows in the order of the agreements, those of versions of one agreement together. */
export function rows_of(card: Scorecard, heads: readonly Pick<AgreementHead, "reference" | "customer">[]): Row[] {
  const customers = new Map(heads.map((head) => [head.reference, head.customer]));
  const found = new Map<string, { agreement: AgreementFigures; target: Target; periods: Map<string, Cell["versions"]> }>();
  for (const agreement of [...card.agreements].sort((a, b) => a.version - b.version)) {
    for (const target of agreement.targets) {
      const key = `${agreement.id} ${target.id}`;
      const periods = found.get(key)?.periods ?? new Map<string, Cell["versions"]>();
      for (const period of target.periods) {
        periods.set(period.period, [...(periods.get(period.period) ?? []), { version: agreement.version, period }]);
      }
      found.set(key, { agreement, target, periods });
    }
  }
  return [...found.values()].map(({ agreement, target, periods }) => ({
    customer: customers.get(agreement.id) ?? "", agreement: agreement.id, kind: agreement.kind, target: target.id,
    label: target.label, metric: target.metric, statistic: target.statistic, unit: unit_of(target),
    cells: new Map([...periods].map(([name, versions]) => [name, cell_of(target, versions)])),
  }));
}

/** Months, both included: "2026-01" to "2026-03" are three. */
export function months_between(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = first.split("-").map(Number);
  for (let name = first; name <= last; ) {
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    name = `${year}-${String(month).padStart(2, "0")}`;
  }
  return months;
}

/** Several targets in one month: tickets that were in time. `required`: the share that would attain each target, each weighed by its tickets. */
export type Sum = {
  tally: Tally; value: number | undefined; required: number | undefined; attained: number; judged: number; is_provisional: boolean;
};

/** Over what promises tickets to customers: availability and statistics in seconds have no tickets to add. */
export function month_sum(rows: readonly Row[], month: string): Sum {
  const cells = rows.flatMap((row) => (row.kind === "sla" ? [{ row, cell: row.cells.get(month) }] : []));
  const all = cells.flatMap(({ cell }) => (cell ? [cell] : []));
  const counted = cells.flatMap(({ row, cell }) => (cell && row.unit === "share" && row.metric !== "availability" ? [cell] : []));
  const tally = sum_of(counted.map((cell) => cell.net));
  const weighed = counted.reduce((sum, cell) => sum + (cell.required ?? 0) * cell.net.measured, 0);
  return {
    tally,
    value: tally.measured > 0 ? tally.met / tally.measured : undefined,
    required: tally.measured > 0 ? weighed / tally.measured : undefined,
    attained: all.filter((cell) => cell.attained === true).length,
    judged: all.filter((cell) => cell.attained !== null).length,
    is_provisional: all.some((cell) => cell.is_provisional),
  };
}

export const customers_of = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap((row) => (row.kind === "sla" && row.customer ? [row.customer] : []))),
];
