// What is open now. The one place that knows how it is read: when the server counts by itself, only this changes.
import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { usePartyKinds } from "../frame/known";
import { now_once } from "../part/ticker";
import type { Counts, Ticket } from "./urgent";
import { counts_of } from "./urgent";

const most = 200;

type Reading = { tickets: Ticket[]; is_least: boolean };

async function read_open(customer: string | undefined, signal: AbortSignal): Promise<Reading> {
  const query = { order: "due" as const, limit: most, ...(customer ? { customer } : {}) };
  const page = await told(client.GET("/api/tickets", { params: { query }, signal }));
  return { tickets: page.items, is_least: page.next !== undefined };
}

export type OpenNow = { tickets: Ticket[]; counts: Counts };

/** Tickets that are open, what is due first at the head, and how many there are of each. */
export function useOpenNow(customer: string | undefined) {
  const kinds = usePartyKinds();
  const read = useRead("ticket", ["open now", customer], (signal) => read_open(customer, signal), { every_milliseconds: 60_000 });
  const data: OpenNow | undefined = read.data && {
    tickets: read.data.tickets,
    counts: counts_of(read.data.tickets, kinds, now_once(), read.data.is_least),
  };
  return { ...read, data, kinds };
}
