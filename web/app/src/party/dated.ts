// Reads what is dated: of a customer from its agreements and lists; of a service from its tickets and outages.
import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import { useAgreementHeads } from "../figure/scorecard";
import { useVerdictsOf } from "../matrix/verdicts";
import { useMay } from "../session/me";
import { money, month as month_text } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import { days_of } from "./events";
import type { Dated } from "./events";
import { party_words } from "./words";

export type Ticket = Schemas["Ticket"];
type Page<T> = { items: T[]; next?: string };
type Query = Record<string, string | number | boolean | undefined>;

/** All of a list of the API, with the questions that it takes. */
export function useAll<T>(room: string, path: string, query: Query = {}, is_on = true, most = 600) {
  return useRead(room, ["every", path, query], () => all_of<T>((cursor) =>
    told(client.GET(path as "/api/tickets", { params: { query: { limit: 200, ...query, ...(cursor ? { cursor } : {}) } } } as never)) as Promise<Page<T>>, most), { enabled: is_on });
}

const instant_of = (text: string | undefined): number | undefined => (text ? Date.parse(text) : undefined);
const day_of = (text: string | undefined): number | undefined => (text ? Date.parse(`${text.slice(0, 10)}T00:00:00Z`) : undefined);
const some = (event: Omit<Dated, "at"> & { at: number | undefined }): Dated[] => (event.at === undefined || Number.isNaN(event.at) ? [] : [{ ...event, at: event.at }]);

function useWording() {
  return { say: useWords("party", party_words), vocabulary: useVocabulary() };
}

/** Outages and announced work, of a customer or of an item. */
export function useStops(is_mine: (one: { customer?: string; item: string }) => boolean): Dated[] {
  const { say } = useWording();
  const may = useMay();
  const outages = useAll<Schemas["Outage"]>("outage", "/api/outages", {}, may("read_outages"));
  const work = useAll<Schemas["Maintenance"]>("maintenance", "/api/maintenance", {}, may("read_outages"));
  return [
    ...(outages.data ?? []).filter((each) => !each.withdrawn && is_mine(each)).flatMap((each) => some({ kind: "outage", at: instant_of(each.began_at), until: instant_of(each.restored_at) ?? Date.now(), text: say("event.outage", { title: each.title }), to: `/outages?outage=${each.reference}`, is_bad: true })),
    ...(work.data ?? []).filter((each) => !each.withdrawn && is_mine(each)).flatMap((each) => some({ kind: "maintenance", at: instant_of(each.starts_at), until: instant_of(each.ends_at), text: say("event.maintenance", { title: each.title }), to: "/outages" })),
  ];
}

function useAgreementsDated(customer: string): Dated[] {
  const { say } = useWording();
  const heads = useAgreementHeads();
  const references = (heads.data ?? []).filter((each) => each.customer === customer && each.kind === "sla").map((each) => each.reference);
  const full = useRead("agreement", ["full", references], () => Promise.all(references.map((reference) => told(client.GET("/api/agreements/{reference}", { params: { path: { reference } } })))), { enabled: references.length > 0 });
  return (full.data ?? []).flatMap((agreement) => (agreement.versions as { number: number; document: string; state: string }[]).flatMap((version) => {
    const days = days_of(version.document);
    const said = { title: agreement.title, number: version.number };
    const to = `/agreements/${agreement.reference}?version=${version.number}`;
    const is_held = !["draft", "requirement", "in_negotiation", "refused", "withdrawn"].includes(version.state);
    return [
      ...some({ kind: "agreement", at: day_of(days.signed), text: say("event.signed", said), to }),
      ...(is_held ? some({ kind: "agreement", at: day_of(days.from), text: say("event.in_force", said), to }) : []),
      ...some({ kind: "agreement", at: day_of(days.to), text: say("event.ended", said), to }),
    ];
  }));
}

function useMoney(customer: string): Dated[] {
  const { say, vocabulary } = useWording();
  const may = useMay();
  const closures = useAll<Schemas["Closure"]>("closure", "/api/closures", {}, may("read_figures"));
  const penalties = useAll<Schemas["Penalty"]>("penalty", "/api/penalties", {}, may("read_penalties"));
  const contracts = useAll<Schemas["Contract"]>("contract", "/api/contracts", {}, may("read_contracts"));
  const mine = <T extends { customer: string }>(items: T[] | undefined): T[] => (items ?? []).filter((each) => each.customer === customer);
  const closed_at = new Map((closures.data ?? []).map((each) => [each.reference, each.as_of]));
  return [
    ...mine(closures.data).flatMap((each) => some({ kind: "closure", at: instant_of(each.as_of), text: say("event.closure", { period: /^\d{4}-\d{2}$/.test(each.period) ? month_text(each.period) : each.period, agreement: each.agreement }), to: `/closures?agreement=${each.agreement}&month=${each.period}` })),
    ...mine(penalties.data).flatMap((each) => some({ kind: "penalty", at: instant_of(closed_at.get(each.closure)), text: say("event.penalty", { amount: money(each.amount_minor, each.currency), clause: each.clause, state: vocabulary("penalty_state", each.state) }), to: `/closures?agreement=${each.agreement}&month=${each.period}`, is_bad: true })),
    ...mine(contracts.data).flatMap((each) => [
      ...some({ kind: "contract", at: day_of(each.from), text: say("event.contract_from", { title: each.title }), to: "" }),
      ...some({ kind: "contract", at: day_of(each.to), text: say("event.contract_to", { title: each.title }), to: "" }),
    ]),
  ];
}

export function useDatedOfCustomer(customer: string): { events: Dated[]; is_waiting: boolean } {
  const { say, vocabulary } = useWording();
  const may = useMay();
  const heads = useAgreementHeads();
  const agreements = (heads.data ?? []).filter((each) => each.customer === customer && each.kind === "sla").map((each) => each.reference);
  const verdicts = useVerdictsOf(agreements, may("read_figures"));
  const majors = useAll<Ticket>("ticket", "/api/tickets", { customer, shown: "all", major: true }, may("read_tickets"), 200);
  const disputes = useAll<Schemas["Dispute"]>("dispute", "/api/disputes", {}, may("read_disputes"));
  const stops = useStops((each) => each.customer === customer);
  const signed = useAgreementsDated(customer);
  const closed = useMoney(customer);
  const events: Dated[] = [
    ...signed, ...closed, ...stops,
    ...(verdicts.data ?? []).filter((each) => each.verdict === "breached").flatMap((each) => some({ kind: "breach", at: instant_of(each.breached_at), text: say("event.breach", { ticket: each.ticket, target: each.target }), to: `/tickets/${each.ticket}`, is_bad: true })),
    ...(majors.data ?? []).flatMap((each) => some({ kind: "major", at: instant_of(each.major_at ?? each.opened_at), until: instant_of(each.ended_at), text: say("event.major", { ticket: each.reference, title: each.title }), to: `/tickets/${each.reference}`, is_bad: true })),
    ...(disputes.data ?? []).filter((each) => each.customer === customer).flatMap((each) => some({ kind: "dispute", at: instant_of(each.claimed_at), until: instant_of(each.answered_at), text: say("event.dispute", { ticket: each.ticket || each.outage, state: vocabulary("dispute_state", each.state) }), to: `/disputes/${each.reference}` })),
  ];
  return { events: events.sort((a, b) => b.at - a.at), is_waiting: !heads.data || (agreements.length > 0 && !verdicts.data) };
}

export function useDatedOfService(designation: string): { events: Dated[]; is_waiting: boolean } {
  const { say } = useWording();
  const may = useMay();
  const tickets = useAll<Ticket>("ticket", "/api/tickets", { service: designation, shown: "all", order: "newest" }, may("read_tickets") && designation !== "", 600);
  const stops = useStops((each) => each.item === designation);
  const events: Dated[] = [
    ...stops,
    ...(tickets.data ?? []).flatMap((ticket) => [
      ...(ticket.major_at ? some({ kind: "major", at: instant_of(ticket.major_at), until: instant_of(ticket.ended_at), text: say("event.major", { ticket: ticket.reference, title: ticket.title }), to: `/tickets/${ticket.reference}`, is_bad: true }) : []),
      ...ticket.clocks.filter((clock) => clock.kind === "sla" && clock.verdict === "breached").flatMap((clock) => some({ kind: "breach", at: instant_of(clock.breached_at), text: say("event.breach", { ticket: ticket.reference, target: clock.label || clock.commitment }), to: `/tickets/${ticket.reference}`, is_bad: true })),
    ]),
  ];
  return { events: events.sort((a, b) => b.at - a.at), is_waiting: may("read_tickets") && !tickets.data };
}
