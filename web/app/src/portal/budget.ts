// Who used the time of a promise, in the order in which they had it: read from the explanation of a clock.
export type BudgetFill = { party: string; seconds: number };
export type Budget = { promised_seconds: number; customer: string | undefined; fills: BudgetFill[] };

export type Reason = { code: string; text: string; arguments?: Record<string, unknown>; children?: Reason[] };
export type Explanation = { explanations: Reason[] };

const reasons_in = (value: unknown): Reason[] => (Array.isArray(value) ? (value as Reason[]) : []);

/** A reason with that code, wherever it is said. */
export function* reasons_with(code: string, reasons: readonly Reason[]): Generator<Reason> {
  for (const reason of reasons) {
    if (reason.code === code) yield reason;
    yield* reasons_with(code, reason.children ?? []);
    for (const value of Object.values(reason.arguments ?? {})) yield* reasons_with(code, reasons_in(value));
  }
}

const seconds_of = (value: unknown): number => Number((value as { seconds?: number } | undefined)?.seconds ?? 0);
const party_of = (value: unknown): string => {
  for (const named of reasons_with("party_named", reasons_in(value))) return String(named.arguments?.["party"] ?? "");
  return "";
};

/** Counted time alone: what stood still used nothing. None: the clock tells no promise. */
export function budget_of(answer: unknown): Budget | undefined {
  const said = (answer as Explanation).explanations;
  const outcome = said.flatMap((reason) => reasons_in(reason.arguments?.["outcome"]))[0];
  const promised_seconds = seconds_of(outcome?.arguments?.["promised"]);
  if (promised_seconds === 0) return undefined;
  const fills = [...reasons_with("step", said)]
    .filter((step) => step.arguments?.["treatment"] === "counts")
    .map((step) => ({
      party: party_of(step.arguments?.["holder"]),
      seconds: reasons_in(step.arguments?.["parts"]).filter((part) => part.code === "part_open").reduce((sum, part) => sum + seconds_of(part.arguments?.["length"]), 0),
    }))
    .filter((fill) => fill.seconds > 0);
  const joined: BudgetFill[] = [];
  for (const fill of fills) {
    const last = joined.at(-1);
    if (last?.party === fill.party) last.seconds += fill.seconds;
    else joined.push({ ...fill });
  }
  const customer = [...reasons_with("pauses_customer", said)].map((reason) => party_of(reason.arguments?.["customer"]))[0];
  return { promised_seconds, customer, fills: joined };
}
