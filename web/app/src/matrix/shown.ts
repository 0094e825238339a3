// How the matrix writes its figures and names its rows.
import type { Row, Unit } from "../figure/scorecard";
import { usePartyName } from "../frame/known";
import { length, month as month_text, number, percent } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Line } from "./lines";
import { matrix_words } from "./words";

export const decimals_of = (is_time: boolean): number => (is_time ? 2 : 1);

/** A share without its sign: the head of the table says "%". One that misses is never rounded up to its target. */
export function bare(value: number, unit: Unit, is_time = false, required?: number): string {
  if (unit === "seconds") return length(value);
  if (unit === "count") return number(value);
  const decimals = value === 1 ? 1 : decimals_of(is_time);
  const scale = 10 ** decimals;
  const rounded = Math.round(value * 100 * scale) / scale;
  const looks_attained = required !== undefined && value < required && rounded >= required * 100;
  return number(looks_attained ? Math.floor(value * 100 * scale) / scale : rounded, decimals);
}

export function full(value: number, unit: Unit, is_time = false, required?: number): string {
  if (unit !== "share") return bare(value, unit);
  const decimals = value === 1 ? 1 : decimals_of(is_time);
  const scale = 100 * 10 ** decimals;
  const looks_attained = required !== undefined && value < required && Math.round(value * scale) >= required * scale;
  return percent(looks_attained ? Math.floor(value * scale) / scale : value, decimals);
}

export function useRowName(): (row: Pick<Row, "label" | "metric" | "target">) => string {
  const vocabulary = useVocabulary();
  return (row) => row.label || `${capital(vocabulary("metric", row.metric))} · ${row.target}`;
}

export function useLineName(): (line: Line) => string {
  const party = usePartyName();
  const row_name = useRowName();
  return (line) => (line.row ? row_name(line.row) : line.level === "agreement" ? line.agreement : party(line.customer));
}

/** "2026-03", "2026-Q1", "2026-H1", "2026". */
export function usePeriodName(): (period: string, form?: "long" | "short") => string {
  const say = useWords("matrix", matrix_words);
  return (period, form = "long") => {
    if (/^\d{4}-\d{2}$/.test(period)) return month_text(period, form);
    const [, year, kind, part] = /^(\d{4})-([QH])(\d)$/.exec(period) ?? [];
    return year && part ? say(kind === "Q" ? "quarter" : "half", { number: part, year }) : period;
  };
}
