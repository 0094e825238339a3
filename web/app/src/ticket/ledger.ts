// A promise in hours as a sum that one can check with a pencil: wall clock, less what is left out, gives what is counted.
import type { Account, HeldBy, Stretch } from "./account";

export type LedgerLine =
  | { kind: "wall"; from: number; to: number; seconds: number }
  | { kind: "closed"; seconds: number }
  | { kind: "left_out"; stretch: Stretch; index: number; seconds: number }
  | { kind: "counted"; seconds: number }
  | { kind: "held"; holder: HeldBy; seconds: number; indexes: number[] }
  | { kind: "promised"; seconds: number }
  | { kind: "less"; seconds: number }
  | { kind: "left"; seconds: number }
  | { kind: "over"; seconds: number };

const length_of = (stretch: Stretch): number => (stretch.to - stretch.from) / 1_000;
const open_of = (stretch: Stretch): number => stretch.parts.reduce((sum, part) => sum + part.seconds, 0);

/** Who had what was counted, by the sums of the server. */
function held_lines(account: Account): LedgerLine[] {
  const lines = new Map<string, { holder: HeldBy; seconds: number; indexes: number[] }>();
  account.stretches.forEach((stretch, index) => {
    const added = stretch.running - (account.stretches[index - 1]?.running ?? 0);
    if (!stretch.holder || added <= 0) return;
    const line = lines.get(stretch.holder.text) ?? { holder: stretch.holder, seconds: 0, indexes: [] };
    line.seconds += added;
    line.indexes.push(index);
    lines.set(stretch.holder.text, line);
  });
  return [...lines.values()].map((line) => ({ kind: "held", ...line, seconds: Math.trunc(line.seconds) }));
}

/** Nothing when its terms are not such a sum (a promise in days, or by a date): then the server's sentences stand alone. */
export function ledger_of(account: Account): LedgerLine[] | undefined {
  const first = account.stretches[0];
  const { counted, promised } = account.outcome;
  if (!first || counted === undefined || promised === undefined || account.outcome.code.endsWith("_by")) return undefined;
  const left_out = account.stretches.flatMap((stretch, index): LedgerLine[] =>
    stretch.treatment === "counts" ? [] : [{ kind: "left_out", stretch, index, seconds: length_of(stretch) }]);
  const closed = account.stretches
    .filter((stretch) => stretch.treatment === "counts")
    .reduce((sum, stretch) => sum + Math.max(0, length_of(stretch) - open_of(stretch)), 0);
  const wall = (account.end.at - first.from) / 1_000;
  const sum = wall - closed - left_out.reduce((all, line) => all + ("seconds" in line ? line.seconds : 0), 0);
  if (Math.abs(sum - counted) > 1.5) return undefined;
  const used = Math.trunc(counted);
  const rest = promised - used;
  return [
    { kind: "wall", from: first.from, to: account.end.at, seconds: Math.trunc(wall) },
    ...(closed >= 1 ? [{ kind: "closed", seconds: Math.trunc(closed) } as const] : []),
    ...left_out,
    { kind: "counted", seconds: used },
    ...held_lines(account),
    { kind: "promised", seconds: promised },
    { kind: "less", seconds: used },
    rest >= 0 ? { kind: "left", seconds: rest } : { kind: "over", seconds: -rest },
  ];
}
