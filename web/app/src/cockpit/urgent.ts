// What breaks first, on whose side, and what can be done about it. Nothing here asks the server.
import type { Schemas } from "../api/client";
import type { Clock } from "../part/clock_state";
import { is_running, left_at } from "../part/clock_state";
import type { Holder } from "../part/holder";
import { holder_of } from "../part/holder";

export type Ticket = Schemas["Ticket"];
export type Kinds = ReadonlyMap<string, string>;
/** A promise of a ticket that can still be kept, and the open seconds that it has left. */
export type Open = { ticket: Ticket; clock: Clock; left: number };

const never = Number.POSITIVE_INFINITY;
const due = (clock: Clock): number => (is_running(clock) && clock.due_at ? Date.parse(clock.due_at) : never);

/** What is due sooner first; what waits has no hour, and stands after by what it has left. */
export function sooner(a: Open, b: Open): number {
  const by_due = due(a.clock) - due(b.clock);
  return Number.isNaN(by_due) || by_due === 0 ? a.left - b.left : by_due;
}

function open_ones(ticket: Ticket, now: number, kinds: readonly Clock["kind"][]): Open[] {
  return ticket.clocks.flatMap((clock) => {
    const left = left_at(clock, now);
    const is_open = left !== undefined && !clock.ended_at && clock.verdict === "pending" && kinds.includes(clock.kind);
    return is_open ? [{ ticket, clock, left }] : [];
  });
}

/** The promise to the customer that breaks next; none: none is open, or all are broken already. */
export function next_break(ticket: Ticket, now: number): Open | undefined {
  return open_ones(ticket, now, ["sla"]).filter((open) => open.left > 0).sort(sooner)[0];
}

/** A promise to the customer is broken and still not delivered. */
export const is_broken = (ticket: Ticket, now: number): boolean =>
  ticket.clocks.some((clock) => clock.kind === "sla" && !clock.ended_at && (clock.breached_at !== undefined || (left_at(clock, now) ?? 1) <= 0));

export const breaks_first = (tickets: readonly Ticket[], now: number): Open[] =>
  tickets.flatMap((ticket) => next_break(ticket, now) ?? []).sort(sooner);

/** What is left on our side: the promise to the customer or the one between teams, whichever is due first. */
export function our_next(ticket: Ticket, now: number): Open | undefined {
  const open = ticket.clocks.flatMap((clock) => {
    const left = left_at(clock, now);
    return left !== undefined && !clock.ended_at && clock.kind !== "uc" ? [{ ticket, clock, left }] : [];
  });
  const still = open.filter((each) => each.left > 0).sort(sooner)[0];
  return still ?? open.sort((a, b) => b.left - a.left)[0];
}

/** What can still be kept first, then what is broken, the freshest first: it can still be saved from becoming worse. */
export function our_order(tickets: readonly Ticket[], now: number): Open[] {
  const open = tickets.flatMap((ticket) => our_next(ticket, now) ?? []);
  const kept = open.filter((each) => each.left > 0).sort(sooner);
  const broken = open.filter((each) => each.left <= 0).sort((a, b) => b.left - a.left);
  return [...kept, ...broken];
}

/** One verb a row, by who has the ball. `trace`: the customer has it, but nothing was asked for on record. */
export type Verb = "take" | "assign" | "trace" | "remind" | "chase";

export function verb_of(ticket: Ticket, kinds: Kinds): Verb {
  const holder = holder_of(ticket.holder, kinds);
  if (holder === "us") return ticket.team === "" ? "assign" : "take";
  if (holder === "supp") return "chase";
  if (holder === "cust") return ticket.requested_at ? "remind" : "trace";
  return "assign";
}

/** Whether taking note of it stops a clock now. */
export const awaits_response = (ticket: Ticket): boolean =>
  ticket.clocks.some((clock) => clock.metric === "response" && !clock.ended_at && clock.state !== "stopped");

export type Counts = {
  open: number; at_risk: number; soon: number; broken: number;
  by_holder: Record<Exclude<Holder, "off">, number>; soon_by_holder: Record<Exclude<Holder, "off">, number>;
  /** There are more tickets than were read: each count is at least so many. */
  is_least: boolean;
};

export const soon_seconds = 30 * 60;

/** Counts of what was read. When the server tells them itself, they are taken from it instead. */
export function counts_of(tickets: readonly Ticket[], kinds: Kinds, now: number, is_least: boolean): Counts {
  const none = { us: 0, cust: 0, supp: 0, none: 0 };
  const counts: Counts = { open: tickets.length, at_risk: 0, soon: 0, broken: 0, by_holder: { ...none }, soon_by_holder: { ...none }, is_least };
  for (const ticket of tickets) {
    const holder = holder_of(ticket.holder, kinds) as Exclude<Holder, "off">;
    counts.by_holder[holder] += 1;
    if (is_broken(ticket, now)) counts.broken += 1;
    if (ticket.clocks.some((clock) => clock.kind === "sla" && clock.is_at_risk && clock.verdict === "pending")) counts.at_risk += 1;
    const next = next_break(ticket, now);
    if (!next || due(next.clock) - now > soon_seconds * 1_000) continue;
    counts.soon += 1;
    counts.soon_by_holder[holder] += 1;
  }
  return counts;
}
