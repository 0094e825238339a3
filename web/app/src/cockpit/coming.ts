// What waits for a service delivery manager in the days that come, from what the API knows.
import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import type { AgreementHead } from "../figure/scorecard";
import { months_before, this_month } from "../frame/scope";

export type Coming =
  | { kind: "dispute"; at: number; reference: string; customer: string; then: string }
  | { kind: "close"; at: number; month: string; agreements: string[] }
  | { kind: "maintenance"; at: number; title: string; customer: string; item: string }
  | { kind: "ends"; at: number; reference: string; number: number; title: string; customer: string };

export type Dispute = Schemas["Dispute"];
export type Closure = Schemas["Closure"];
export type Maintenance = Schemas["Maintenance"];
export type Ending = { head: AgreementHead; number: number; in_force_to: string };

const day_milliseconds = 86_400_000;

export const disputes_to_answer = (disputes: readonly Dispute[], until: number): Coming[] =>
  disputes.flatMap((one) => {
    const at = one.turn === "provider" && one.answer_until ? Date.parse(one.answer_until) : Number.NaN;
    return at <= until ? [{ kind: "dispute", at, reference: one.reference, customer: one.customer, then: one.then ?? "" }] : [];
  });

/** One line for the month that ended: its agreements that nobody closed. It is due since the month ended. */
export function month_to_close(judged: readonly string[], closures: readonly Pick<Closure, "agreement" | "period">[], month: string, ended: number): Coming[] {
  const closed = new Set(closures.filter((one) => one.period === month).map((one) => one.agreement));
  const agreements = [...new Set(judged)].filter((agreement) => !closed.has(agreement));
  return agreements.length === 0 ? [] : [{ kind: "close", at: ended, month, agreements }];
}

export const maintenance_coming = (all: readonly Maintenance[], now: number, until: number): Coming[] =>
  all.flatMap((one) => {
    const at = Date.parse(one.starts_at);
    if (one.withdrawn || Date.parse(one.ends_at) < now || at > until) return [];
    return [{ kind: "maintenance", at, title: one.title, customer: one.customer ?? "", item: one.item }];
  });

export const endings_coming = (all: readonly Ending[], now: number, until: number): Coming[] =>
  all.flatMap(({ head, number, in_force_to }) => {
    const at = Date.parse(`${in_force_to}T00:00:00Z`);
    return at >= now - day_milliseconds && at <= until ? [{ kind: "ends", at, reference: head.reference, number, title: head.title, customer: head.customer }] : [];
  });

const list = (cursor: string | undefined) => ({ params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } } });
export const read_disputes = (): Promise<Dispute[]> => all_of<Dispute>((cursor) => told(client.GET("/api/disputes", list(cursor))), 500);
export const read_closures = (): Promise<Closure[]> => all_of<Closure>((cursor) => told(client.GET("/api/closures", list(cursor))), 2_000);

/** More agreements than this are not asked one by one when they end. */
const most_asked = 40;

/** The API tells the end of an agreement in its version alone. */
async function read_endings(heads: readonly AgreementHead[]): Promise<Ending[]> {
  const asked = heads.slice(0, most_asked).map(async (head): Promise<Ending[]> => {
    const path = { reference: head.reference, number: String(head.version) };
    const version = await told(client.GET("/api/agreements/{reference}/versions/{number}", { params: { path } }));
    return version.in_force_to && version.state === "in_force" ? [{ head, number: version.number, in_force_to: version.in_force_to }] : [];
  });
  // One that cannot be read must not hide the others.
  const found = await Promise.allSettled(asked);
  return found.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
}

const week = 7 * day_milliseconds, further = 60 * day_milliseconds;

export function useComing(heads: readonly AgreementHead[] | undefined, judged: readonly string[], customer: string | undefined) {
  const disputes = useRead("dispute", ["to answer"], read_disputes);
  const closures = useRead("closure", ["all"], read_closures);
  const maintenance = useRead("maintenance", ["coming"], () => told(client.GET("/api/maintenance", { params: { query: { limit: 50 } } })));
  const endings = useRead("agreement", ["endings", heads?.map((head) => `${head.reference}@${head.version}`)], () => read_endings(heads ?? []), { enabled: heads !== undefined });
  const now = Date.now();
  const month = months_before(this_month(), 1);
  const all = [
    ...disputes_to_answer(disputes.data ?? [], now + week),
    ...month_to_close(judged, closures.data ?? [], month, Date.parse(`${this_month()}-01T00:00:00Z`)),
    ...maintenance_coming(maintenance.data?.items ?? [], now, now + week),
    ...endings_coming(endings.data ?? [], now, now + further),
  ].filter((one) => customer === undefined || !("customer" in one) || one.customer === customer || one.customer === "");
  return {
    coming: all.sort((a, b) => a.at - b.at), now,
    is_waiting: disputes.isPending || closures.isPending || maintenance.isPending,
    error: disputes.error ?? closures.error ?? maintenance.error,
  };
}
