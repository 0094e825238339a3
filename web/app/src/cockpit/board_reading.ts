// What is open now. The one place that knows how it is read: when the server counts by itself, only this changes.
import { client, told } from "../api/client";
import type { BoardSummary, BucketCounts } from "../board/summary";
import { useSummary } from "../board/summary";
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

/** Local midnight that comes: "today" is the reader's. */
function day_end(): number {
  const end = new Date();
  end.setHours(24, 0, 0, 0);
  return end.getTime();
}

const split = (bucket: BucketCounts): Counts["by_holder"] => ({ us: bucket.provider, cust: bucket.customer, supp: bucket.supplier, none: bucket.third_party + bucket.nobody });

/** What the server counted: all tickets, not those of a page. */
export function counts_in(summary: BoardSummary): Counts {
  const by_holder = { us: 0, cust: 0, supp: 0, none: 0 };
  for (const bucket of Object.values(summary.buckets)) {
    const held = split(bucket);
    for (const holder of ["us", "cust", "supp", "none"] as const) by_holder[holder] += held[holder];
  }
  const soon = summary.buckets.within_30_minutes;
  return { open: summary.open, at_risk: summary.at_risk, soon: soon.total, broken: summary.buckets.overdue.total, by_holder, soon_by_holder: split(soon), is_least: false };
}

export type OpenNow = { tickets: Ticket[]; counts: Counts };

/** Tickets that are open, what is due first at the head, and how many there are of each. */
export function useOpenNow(customer: string | undefined) {
  const kinds = usePartyKinds();
  const read = useRead("ticket", ["open now", customer], (signal) => read_open(customer, signal), { every_milliseconds: 60_000 });
  const summary = useSummary(customer ? { customer } : {}, day_end());
  const data: OpenNow | undefined = read.data && {
    tickets: read.data.tickets,
    counts: summary ? counts_in(summary) : counts_of(read.data.tickets, kinds, now_once(), read.data.is_least),
  };
  return { ...read, data, kinds };
}
