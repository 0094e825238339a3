// Each way to answer, and what it tells the server.
import { client, once, told } from "../api/client";
import type { Ask } from "./asks";

export type Way = {
  name: "send" | "yes" | "no" | "agree" | "refuse" | "approve" | "decline" | "discuss" | "keep";
  /** Whether the other party is owed a reason. */
  wants_words: boolean;
  send: (words: string) => Promise<unknown>;
};

const noted = (words: string): { note?: string } => (words ? { note: words } : {});

function event(reference: string, word: "answered" | "accepted" | "reopened", words: string): Promise<unknown> {
  return told(client.POST("/api/tickets/{reference}/events", { params: { path: { reference }, header: once() }, body: { event: word, ...noted(words) } }));
}

function dispute_answer(reference: string, answer: "agreed" | "refused", motive: string): Promise<unknown> {
  return told(client.POST("/api/disputes/{reference}/answers", { params: { path: { reference }, header: once() }, body: { answer, motive } }));
}

function approval(ask: Ask & { kind: "approval" }, is_approved: boolean, comment: string): Promise<unknown> {
  const body = { number: ask.version.number, digest: ask.version.digest, is_approved, ...(comment ? { comment } : {}) };
  return told(client.POST("/api/agreements/{reference}/approval-answers", { params: { path: { reference: ask.agreement.reference }, header: once() }, body }));
}

function reopening(reference: string, step: "agreed" | "declined", reason: string): Promise<unknown> {
  return told(client.POST("/api/closures/{reference}/customer-steps", { params: { path: { reference }, header: once() }, body: { step, reason } }));
}

function amount(reference: string, state: "agreed" | "in_discussion", reason: string): Promise<unknown> {
  return told(client.POST("/api/penalties/{reference}/customer-steps", { params: { path: { reference }, header: once() }, body: { state, reason } }));
}

/** The first one is what most people will say. */
export function ways_of(ask: Ask): Way[] {
  switch (ask.kind) {
    case "question":
      return [{ name: "send", wants_words: true, send: (words) => event(ask.ticket.reference, "answered", words) }];
    case "confirmation":
      return [
        { name: "yes", wants_words: false, send: (words) => event(ask.ticket.reference, "accepted", words) },
        { name: "no", wants_words: true, send: (words) => event(ask.ticket.reference, "reopened", words) },
      ];
    case "dispute":
      return [
        { name: "agree", wants_words: false, send: (words) => dispute_answer(ask.dispute.reference, "agreed", words) },
        { name: "refuse", wants_words: true, send: (words) => dispute_answer(ask.dispute.reference, "refused", words) },
      ];
    case "approval":
      return [
        { name: "approve", wants_words: false, send: (words) => approval(ask, true, words) },
        { name: "decline", wants_words: true, send: (words) => approval(ask, false, words) },
      ];
    case "reopening":
      return [
        { name: "agree", wants_words: true, send: (words) => reopening(ask.closure.reference, "agreed", words) },
        { name: "keep", wants_words: true, send: (words) => reopening(ask.closure.reference, "declined", words) },
      ];
    case "amount":
      return [
        { name: "agree", wants_words: true, send: (words) => amount(ask.penalty.reference, "agreed", words) },
        { name: "discuss", wants_words: true, send: (words) => amount(ask.penalty.reference, "in_discussion", words) },
      ];
  }
}
