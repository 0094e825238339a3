// What a customer was promised: their own clocks, the state of each service, and the answer in a sentence.
import type { Clock, StateSign } from "../part/clock_state";
import { first_clock, left_at, sign_of } from "../part/clock_state";
import type { Outage, Ticket } from "./readings";

/** What the provider agreed with others is theirs: a customer looks at promises to customers. */
export const promised_clocks = (ticket: Pick<Ticket, "clocks">): Clock[] => ticket.clocks.filter((clock) => clock.kind === "sla");

export const promised_clock = (ticket: Pick<Ticket, "clocks">): Clock | undefined => first_clock(promised_clocks(ticket));

const has_ended = (ticket: Ticket): boolean => ticket.ended_at !== undefined;

/** How a ticket stands for the customer: while it is open its nearest promise, then the worst verdict. */
export function standing_of(ticket: Ticket): StateSign | undefined {
  const signs = promised_clocks(ticket).map(sign_of);
  if (!has_ended(ticket)) {
    const first = promised_clock(ticket);
    return first && sign_of(first);
  }
  return (["br", "met", "exc"] as const).find((sign) => signs.includes(sign)) ?? signs[0];
}

/** What may break first: at risk before what broke, then what runs; within each the nearest limit. Pauses come last. */
export function nearest_first(tickets: readonly Ticket[], now: number): Ticket[] {
  const rank: Record<StateSign, number> = { risk: 0, br: 1, on: 2, pau: 3, exc: 4, met: 4 };
  const weight = (ticket: Ticket): [number, number] => {
    const clock = promised_clock(ticket);
    return clock ? [rank[sign_of(clock)], Math.abs(left_at(clock, now) ?? Number.MAX_SAFE_INTEGER)] : [5, 0];
  };
  return tickets
    .filter((ticket) => !has_ended(ticket))
    .map((ticket) => ({ ticket, weight: weight(ticket) }))
    .sort((a, b) => a.weight[0] - b.weight[0] || a.weight[1] - b.weight[1])
    .map(({ ticket }) => ticket);
}

export const is_troubled = (ticket: Ticket): boolean => {
  const sign = standing_of(ticket);
  return !has_ended(ticket) && (sign === "risk" || sign === "br");
};

const goes_on = (outage: Outage): boolean => !outage.withdrawn && outage.restored_at === undefined;

export type ServiceState = { name: string; sign: "on" | "risk" | "br"; troubled: number; is_down: boolean };

/** Services as tickets and outages spell them. An outage without a service is everybody's. */
export function states_of(names: readonly string[], tickets: readonly Ticket[], outages: readonly Outage[]): ServiceState[] {
  return names.map((name) => {
    const of_service = tickets.filter((ticket) => ticket.service === name && is_troubled(ticket));
    const is_down = outages.some((outage) => goes_on(outage) && (outage.item === name || outage.item === ""));
    const is_broken = is_down || of_service.some((ticket) => standing_of(ticket) === "br");
    return { name, troubled: of_service.length, is_down, sign: is_broken ? "br" : of_service.length > 0 ? "risk" : "on" };
  });
}

export type DayState = "up" | "down" | "now" | "ahead";

/** Each day of a span as service was: one mark for all outages of a day. `days` are midnights of the reader. */
export function marks_of(name: string, outages: readonly Outage[], days: readonly number[], now: number): DayState[] {
  const of_service = outages.filter((outage) => !outage.withdrawn && (outage.item === name || outage.item === ""));
  return days.map((from, index) => {
    if (from > now) return "ahead";
    const to = days[index + 1] ?? from + 86_400_000;
    const hit = of_service.filter((outage) => Date.parse(outage.began_at) < to && (outage.restored_at ? Date.parse(outage.restored_at) : now) > from);
    if (hit.length === 0) return "up";
    return hit.some((outage) => !outage.restored_at) && now < to ? "now" : "down";
  });
}

/** Midnights of the last `count` days, the last one today, as the reader's clock has them. */
export function last_days(now: number, count: number): number[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, index) => new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index)).getTime());
}
