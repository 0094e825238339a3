// What the journal of a ticket says: what holds, what was said before, what somebody asked for.
import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";

export type Event = Schemas["Event"];

/** The whole journal, in the order of recording. */
export const useJournal = (reference: string) =>
  useRead("ticket", ["journal", reference], (signal) =>
    all_of<Event>((cursor) => told(client.GET("/api/tickets/{reference}/events", { params: { path: { reference }, query: { limit: 200, ...(cursor ? { cursor } : {}) } }, signal })), 5_000));

/** Events that hold: corrected ones by their corrections, retracted ones not at all. */
export const holding = (journal: readonly Event[]): Event[] =>
  journal.filter((event) => event.superseded_by === undefined && event.event !== "retracted").sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.sequence - b.sequence);

const moving = new Set(["opened", "assigned", "awaiting", "answered", "resumed", "reopened", "resolved"]);
export const is_move = (event: Event): boolean => moving.has(event.event);

/** The event that began a stretch: what moves the ball before what does not. */
export function beginning(events: readonly Event[], at: number): Event | undefined {
  const there = events.filter((event) => Date.parse(event.at) === at);
  const of = (word: string): Event | undefined => there.find((event) => event.event === word);
  return of("awaiting") ?? of("assigned") ?? of("resumed") ?? of("answered") ?? of("reopened") ?? of("opened") ?? there[0];
}

/** How often what is awaited now was asked for. */
export function requests_in(events: readonly Event[], since: number): Event[] {
  return events.filter((event) => event.event === "requested" && Date.parse(event.at) >= since);
}

/** The value of an attribute at the end: the last word on it. */
export const value_of = (events: readonly Event[], attribute: string): string | undefined =>
  events.filter((event) => event.event === "classified" && event.attribute === attribute).at(-1)?.value;

/** What an attribute was before this event. */
export function before_of(events: readonly Event[], event: Event): string | undefined {
  if (event.event !== "classified") return undefined;
  return events.filter((each) => each.event === "classified" && each.attribute === event.attribute && each.sequence < event.sequence && each.superseded_by === undefined).at(-1)?.value;
}
