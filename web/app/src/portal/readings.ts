// What the portal reads, under one name each, so that pages share what was read.
import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import { last_day_of, months_before } from "../frame/scope";
import { useScorecard } from "../figure/scorecard";

export type Ticket = Schemas["Ticket"];
export type TicketEvent = Schemas["Event"];
export type Outage = Schemas["Outage"];
export type Maintenance = Schemas["Maintenance"];
export type Dispute = Schemas["Dispute"];
export type Closure = Schemas["Closure"];
export type Penalty = Schemas["Penalty"];

/** Past so many the list of tickets says more than the portal does. */
const most = 400;
const page = (cursor: string | undefined): { limit: number; cursor?: string } => ({ limit: 200, ...(cursor ? { cursor } : {}) });

export const useOpenTickets = () =>
  useRead("ticket", ["portal", "open"], () => all_of<Ticket>((cursor) => told(client.GET("/api/tickets", { params: { query: { shown: "open", order: "due", ...page(cursor) } } })), most));

/** Those opened last, open or not: what was solved these days, and which services are used. */
export const useLastTickets = () =>
  useRead("ticket", ["portal", "last"], async () => (await told(client.GET("/api/tickets", { params: { query: { shown: "all", order: "newest", limit: 60 } } }))).items);

export const useOutages = () =>
  useRead("outage", ["portal"], async () => (await told(client.GET("/api/outages", { params: { query: { limit: 200 } } }))).items);

export const useMaintenance = () =>
  useRead("maintenance", ["portal"], () => all_of<Maintenance>((cursor) => told(client.GET("/api/maintenance", { params: { query: page(cursor) } })), most));

export const useDisputes = () =>
  useRead("dispute", ["portal"], async () => {
    const disputes = await all_of<Dispute>((cursor) => told(client.GET("/api/disputes", { params: { query: page(cursor) } })), most);
    // A list has no steps; who must answer reads what was said.
    return Promise.all(disputes.map((dispute) =>
      dispute.turn === "customer" ? told(client.GET("/api/disputes/{reference}", { params: { path: { reference: dispute.reference } } })) as Promise<Dispute> : dispute));
  });

/** A closure of which nothing was said since has no steps to read. */
const is_spoken_of = (closure: Closure): boolean => closure.version > 1;

export const useClosures = () =>
  useRead("closure", ["portal"], async () => {
    const closures = await all_of<Closure>((cursor) => told(client.GET("/api/closures", { params: { query: page(cursor) } })), most);
    return Promise.all(closures.map((closure) =>
      is_spoken_of(closure) ? told(client.GET("/api/closures/{reference}", { params: { path: { reference: closure.reference } } })) as Promise<Closure> : closure));
  });

/** Amounts that were proposed to the customer, or agreed. */
export const usePenalties = () =>
  useRead("penalty", ["portal"], () => all_of<Penalty>((cursor) => told(client.GET("/api/penalties", { params: { query: page(cursor) } })), most));

export async function read_events(reference: string): Promise<TicketEvent[]> {
  return all_of<TicketEvent>((cursor) => told(client.GET("/api/tickets/{reference}/events", { params: { path: { reference }, query: page(cursor) } })));
}

/** Thirteen months that end with `month`: a year and what it is compared with. */
export const first_month = (month: string): string => months_before(month, 12);
export const useYear = (month: string) => useScorecard({ from: `${first_month(month)}-01`, to: last_day_of(month) });
