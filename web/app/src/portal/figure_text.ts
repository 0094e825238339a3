// A figure of a commitment in its unit.
import type { Unit } from "../figure/scorecard";
import { length, number, percent } from "../words/format";

export function figure_text(unit: Unit, value: number | undefined, decimals = 1): string {
  if (value === undefined) return "–";
  if (unit === "seconds") return length(value);
  return unit === "count" ? number(value) : percent(value, decimals);
}

/** 100 % is said without decimals; a share next to it keeps those that tell it apart. */
export const share_decimals = (metric: string): number => (metric === "availability" ? 2 : 1);
