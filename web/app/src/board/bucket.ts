// When what is due first of a ticket is due, as the board and the server divide time.
import type { Schemas } from "../api/client";
import type { Clock } from "../part/clock_state";

export type Ticket = Schemas["Ticket"];
export const buckets = ["overdue", "within_30_minutes", "within_2_hours", "today", "later", "paused", "without_clock"] as const;
export type Bucket = (typeof buckets)[number];

const is_due = (clock: Clock): boolean =>
  clock.due_at !== undefined && clock.ended_at === undefined && (clock.state === "on_track" || clock.state === "breached");

/** The clock that is due first of those that run; of none, the one that waits. */
export function due_clock(ticket: Pick<Ticket, "clocks">): Clock | undefined {
  let first: Clock | undefined;
  for (const clock of ticket.clocks) {
    if (is_due(clock) && (first === undefined || (clock.due_at ?? "") < (first.due_at ?? ""))) first = clock;
  }
  return first ?? ticket.clocks.find((clock) => clock.state === "paused") ?? undefined;
}

/** What a list shows of a ticket: what is due first; once it has ended, what came of the promise that says the most. */
export function told_clock(ticket: Pick<Ticket, "clocks">): Clock | undefined {
  const ended = [...ticket.clocks].reverse().filter((clock) => clock.ended_at !== undefined && clock.kind === "sla");
  return due_clock(ticket) ?? ended.find((clock) => clock.verdict === "breached") ?? ended[0];
}

/** The last millisecond of the day of the reader. */
export function day_end(now: number): number {
  const at = new Date(now);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime() - 1;
}

export function bucket_of(ticket: Pick<Ticket, "clocks">, now: number, day_ends_at: number): Bucket {
  const clock = due_clock(ticket);
  if (!clock) return "without_clock";
  if (!clock.due_at || clock.state === "paused") return "paused";
  const due = Date.parse(clock.due_at);
  if (due < now) return "overdue";
  if (due <= now + 30 * 60_000) return "within_30_minutes";
  if (due <= now + 120 * 60_000) return "within_2_hours";
  return due <= day_ends_at ? "today" : "later";
}
