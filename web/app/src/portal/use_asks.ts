// Reads what awaits the customer from all rooms that may ask.
import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { useMay, useMe } from "../session/me";
import type { AgreementVersion, Ask } from "./asks";
import { asked_of_customer, in_order, is_confirmed, question_of } from "./asks";
import { useAgreements } from "./provider";
import type { Agreement } from "./provider";
import type { Ticket } from "./readings";
import { read_events, useClosures, useDisputes, useLastTickets, useOpenTickets, usePenalties } from "./readings";

/** Questions whose words are read; a customer with more has them in the list of tickets. */
const most_questions = 20;
const awaited_days = 14;

const waits_for_customer = (ticket: Ticket): boolean => ticket.phase === "awaiting" && (ticket.holder === "customer" || ticket.holder === ticket.customer);
const may_be_confirmed = (ticket: Ticket): boolean =>
  ticket.phase === "resolved" && Date.parse(ticket.ended_at ?? ticket.since) > Date.now() - awaited_days * 86_400_000;

async function ask_of(ticket: Ticket): Promise<Ask[]> {
  const events = await read_events(ticket.reference);
  const key = ticket.reference;
  if (ticket.phase === "awaiting") return [{ kind: "question", key, ticket, text: question_of(events), since: ticket.since }];
  return is_confirmed(events) ? [] : [{ kind: "confirmation", key, ticket, since: ticket.ended_at ?? ticket.since }];
}

function useTicketAsks() {
  const open = useOpenTickets();
  const last = useLastTickets();
  const asking = [...(open.data ?? []).filter(waits_for_customer), ...(last.data ?? []).filter(may_be_confirmed)].slice(0, most_questions);
  const names = asking.map((ticket) => `${ticket.reference}@${ticket.version}`);
  const asks = useRead("ticket", ["portal", "asks", names], async () => (await Promise.all(asking.map(ask_of))).flat(), { enabled: open.isSuccess && last.isSuccess });
  return { asks: asks.data ?? [], reads: [open, last, asks] };
}

const may_ask = new Set(["requirement", "draft", "in_negotiation"]);

async function approvals_of(agreement: Agreement, me: string): Promise<Ask[]> {
  const numbers = agreement.versions.filter((version) => may_ask.has(version.state)).map((version) => version.number);
  const versions = await Promise.all(numbers.map((number) =>
    told(client.GET("/api/agreements/{reference}/versions/{number}", { params: { path: { reference: agreement.reference, number: String(number) } } })) as Promise<AgreementVersion>));
  return versions.flatMap((version) =>
    version.approvals.filter((approval) => approval.account === me && approval.state === "asked")
      .map((approval): Ask => ({ kind: "approval", key: version.reference, agreement, version, comment: approval.comment, since: approval.at })));
}

function useApprovals() {
  const me = useMe();
  const agreements = useAgreements();
  const open = (agreements.data ?? []).filter((agreement) => agreement.versions.some((version) => may_ask.has(version.state)));
  const read = useRead("agreement", ["portal", "approvals", open.map((agreement) => `${agreement.reference}@${agreement.version}`)],
    async () => (await Promise.all(open.map((agreement) => approvals_of(agreement, me.reference)))).flat(), { enabled: agreements.isSuccess });
  return { asks: read.data ?? [], reads: [agreements, read] };
}

/** `error`: one of the readings failed; what the others told is there. */
export function useAsks(): { asks: Ask[]; is_waiting: boolean; error: unknown; again: () => void } {
  const may = useMay();
  const tickets = useTicketAsks();
  const approvals = useApprovals();
  const disputes = useDisputes();
  const closures = useClosures();
  const penalties = usePenalties();
  const reads = [...tickets.reads, ...approvals.reads, disputes, closures, penalties];
  const contested = (disputes.data ?? []).filter((dispute) => dispute.turn === "customer")
    .map((dispute): Ask => ({ kind: "dispute", key: dispute.reference, dispute, since: dispute.claimed_at, until: dispute.answer_until }));
  const reopenings = (closures.data ?? []).flatMap((closure): Ask[] => {
    const asked = asked_of_customer(closure);
    return asked ? [{ kind: "reopening", key: closure.reference, closure, reason: asked.reason, since: asked.at }] : [];
  });
  const amounts = (penalties.data ?? []).filter((penalty) => penalty.state === "proposed")
    .map((penalty): Ask => ({ kind: "amount", key: penalty.reference, penalty, since: penalty.steps.at(-1)?.at ?? penalty.period }));
  const answers = may("answer_for_customer") ? [...reopenings, ...amounts] : [];
  return {
    asks: in_order([...tickets.asks, ...approvals.asks, ...contested, ...answers]),
    is_waiting: reads.some((read) => read.isLoading),
    error: reads.find((read) => read.error)?.error,
    again: () => { for (const read of reads) if (read.error) void read.refetch(); },
  };
}
