// What awaits the customer, of whatever kind, in the order in which to answer.
import type { Schemas } from "../api/client";
import type { Agreement } from "./provider";
import type { Closure, Dispute, Penalty, Ticket, TicketEvent } from "./readings";

export type AgreementVersion = Schemas["AgreementVersion"];
export type Asked =
  | { kind: "question"; ticket: Ticket; text: string | undefined }
  | { kind: "confirmation"; ticket: Ticket }
  | { kind: "dispute"; dispute: Dispute }
  | { kind: "approval"; agreement: Agreement; version: AgreementVersion; comment: string | undefined }
  | { kind: "reopening"; closure: Closure; reason: string }
  | { kind: "amount"; penalty: Penalty };
/** `since`: from when it waits; `until`: an answer counts until then. */
export type Ask = Asked & { key: string; since: string; until?: string | undefined };

/** What was corrected counts no more. */
const in_force = (events: readonly TicketEvent[]): TicketEvent[] => events.filter((event) => event.superseded_by === undefined && event.event !== "retracted");

const last_at = (events: readonly TicketEvent[], words: readonly string[]): TicketEvent | undefined =>
  in_force(events).filter((event) => words.includes(event.event)).sort((a, b) => a.at.localeCompare(b.at)).at(-1);

/** What the provider asked, in its words; none: it asked elsewhere. */
export function question_of(events: readonly TicketEvent[]): string | undefined {
  const answered = last_at(events, ["answered"])?.at ?? "";
  const asked = in_force(events).filter((event) => (event.event === "awaiting" || event.event === "requested") && event.at > answered && event.note);
  return asked.sort((a, b) => a.at.localeCompare(b.at)).at(-1)?.note;
}

/** Whether the customer said what they think of the solution: then nothing is asked of them. */
export function is_confirmed(events: readonly TicketEvent[]): boolean {
  const solved = last_at(events, ["resolved", "delivered"])?.at ?? "";
  return (last_at(events, ["accepted", "refused", "satisfaction_given", "reopened"])?.at ?? "") > solved;
}

/** The reason that the provider gave to close a period again, while it awaits an answer. */
export function asked_of_customer(closure: Closure): { reason: string; at: string } | undefined {
  const last = closure.reopening.at(-1);
  return last?.step === "asked" && last.side === "provider" ? last : undefined;
}

/** What has a limit first, the nearest first; then what waits longest. */
export function in_order(asks: readonly Ask[]): Ask[] {
  return [...asks].sort((a, b) => {
    if (a.until && b.until) return a.until.localeCompare(b.until);
    if (a.until || b.until) return a.until ? -1 : 1;
    return a.since.localeCompare(b.since);
  });
}
