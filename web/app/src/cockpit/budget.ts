// Who consumed the budget of a promise, read from the explanation of its verdict: what counted, by who had the ball.
import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { useParties } from "../frame/known";
import type { Fill } from "../part/budget_bar";
import type { Holder } from "../part/holder";
import { holder_of } from "../part/holder";
import type { Clock } from "../part/clock_state";
import type { Ticket } from "./urgent";

export type Budget = { target_seconds: number; fills: Fill[] };
type Line = { code: string; arguments?: Record<string, unknown>; children?: Line[] };

const seconds_of = (length: unknown): number => Number((length as { seconds?: number } | undefined)?.seconds ?? 0);
const lines_of = (value: unknown): Line[] => (Array.isArray(value) ? (value as Line[]) : []);

function find(lines: readonly Line[], code: string): Line | undefined {
  for (const line of lines) {
    const found = line.code === code ? line : find(line.children ?? [], code);
    if (found) return found;
  }
  return undefined;
}

function holder_in(step: Line, kinds: ReadonlyMap<string, string>): Holder {
  const column = lines_of(step.arguments?.["holder"])[0];
  const party = lines_of(column?.arguments?.["holder"])[0]?.arguments?.["party"];
  return holder_of(String(party ?? ""), kinds);
}

/** Lengths that counted are summed by holder; none: what the server explains has no promise of a length. */
export function budget_in(explanation: unknown, kinds: ReadonlyMap<string, string>): Budget | undefined {
  const all = lines_of((explanation as { explanations?: unknown }).explanations);
  const outcome = lines_of(all[0]?.arguments?.["outcome"])[0];
  const steps = find(all, "section_steps")?.children ?? [];
  const fills = new Map<Holder, number>();
  for (const step of steps) {
    if (step.arguments?.["treatment"] !== "counts") continue;
    const open = lines_of(step.arguments["parts"]).filter((part) => part.code === "part_open");
    const length = open.reduce((sum, part) => sum + seconds_of(part.arguments?.["length"]), 0);
    const holder = holder_in(step, kinds);
    if (length > 0) fills.set(holder, (fills.get(holder) ?? 0) + length);
  }
  const target_seconds = seconds_of(outcome?.arguments?.["promised"]) || seconds_of(find(all, "due_whole")?.arguments?.["promised"]);
  if (target_seconds <= 0) return undefined;
  return { target_seconds, fills: [...fills].map(([holder, seconds]) => ({ holder, seconds })) };
}

/** A sentence of an explanation names parties as people do. */
function useNameKinds(): ReadonlyMap<string, string> {
  const { data } = useParties();
  return new Map((data ?? []).flatMap((party) => [[party.name, party.kind], [party.reference, party.kind]] as const));
}

export function useBudget(ticket: Ticket, clock: Clock) {
  const kinds = useNameKinds();
  const read = useRead("ticket", ["budget", ticket.reference, ticket.version, clock.agreement, clock.commitment], async (signal) => {
    const query = { agreement: clock.agreement, commitment: clock.commitment };
    const answer: unknown = await told(
      client.GET("/api/tickets/{reference}/explanation", { params: { path: { reference: ticket.reference }, query }, signal }),
    );
    return answer;
  });
  return { budget: read.data ? budget_in(read.data, kinds) : undefined, is_waiting: read.isPending };
}
