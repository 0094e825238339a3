// What people do to a ticket: each is one event of its history, sent once. Pure calls; pages say what came of it.
import type { Schemas } from "../api/client";
import { client, once, told } from "../api/client";

export type Ticket = Schemas["Ticket"];
export type EventToRecord = Schemas["EventToRecord"];

/** Any event; those below are its usual forms. */
export const record = (reference: string, event: EventToRecord, header = once()): Promise<Ticket> =>
  told(client.POST("/api/tickets/{reference}/events", { params: { path: { reference }, header }, body: event }));

const noted = (note: string | undefined): Pick<EventToRecord, "note"> => (note?.trim() ? { note: note.trim() } : {});

/** To a person of ours, by reference: the ball is with us from then on. */
export const take = (reference: string, person: string, team?: string): Promise<Ticket> =>
  record(reference, { event: "assigned", party: "provider", person, ...(team ? { team } : {}) });

/** To another party, team or person, who works on it from then on. */
export const hand_over = (reference: string, to: { party?: string; team?: string; person?: string }, note?: string): Promise<Ticket> =>
  record(reference, { event: "assigned", ...to, ...noted(note) });

/** Work waits for a party, for a reason: what was promised may stop counting, as the agreement says. */
export const await_party = (reference: string, party: string, reason: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "awaiting", party, ...(reason ? { value: reason } : {}), ...noted(note) });

/** What is awaited was asked for, on record. */
export const ask_party = (reference: string, party: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "requested", party, ...noted(note) });

/** The awaited party answered. */
export const answered_by = (reference: string, party: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "answered", party, ...noted(note) });

/** Both agreed to wait until then. */
export const defer = (reference: string, until: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "awaiting", party: "nobody", date: until, ...noted(note) });

export const resume = (reference: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "resumed", ...noted(note) });

export const acknowledge = (reference: string): Promise<Ticket> => record(reference, { event: "acknowledged" });

export const respond = (reference: string, note: string): Promise<Ticket> =>
  record(reference, { event: "responded", ...noted(note) });

/** A public message about progress. */
export const tell_progress = (reference: string, note: string): Promise<Ticket> =>
  record(reference, { event: "updated", ...noted(note) });

export const begin_work = (reference: string, where: "remote" | "on_site"): Promise<Ticket> =>
  record(reference, { event: "intervention_started", value: where });

export const restore = (reference: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "restored", ...noted(note) });

export const resolve = (reference: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "resolved", ...noted(note) });

export const reopen = (reference: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "reopened", ...noted(note) });

export const close = (reference: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "closed", ...noted(note) });

export const cancel = (reference: string, reason: string, note?: string): Promise<Ticket> =>
  record(reference, { event: "cancelled", ...(reason ? { value: reason } : {}), ...noted(note) });

/** For both parties; changes no clock. */
export const comment = (reference: string, note: string): Promise<Ticket> =>
  record(reference, { event: "commented", audience: "customer", ...noted(note) });

export const set_priority = (reference: string, priority: string, from: "now" | "origin" = "now"): Promise<Ticket> =>
  record(reference, { event: "classified", attribute: "priority", value: priority, effect: from });

/**
 * What gives the ball back to who had it before an act: for "undo". History keeps both, as it must.
 */
export const give_back = (reference: string, before: Pick<Ticket, "phase" | "holder" | "team" | "reason">): Promise<Ticket> =>
  before.phase === "awaiting"
    ? await_party(reference, before.holder, before.reason)
    : hand_over(reference, { party: before.holder || "provider", ...(before.team ? { team: before.team } : {}) });
