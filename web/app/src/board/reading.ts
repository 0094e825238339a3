// All that the board has read, and what it makes of it.
import { useCallback, useMemo, useRef } from "react";

import { useParties } from "../frame/known";
import type { Asked } from "../grid/search";
import { useNow } from "../part/ticker";
import type { Ticket } from "./bucket";
import { bucket_of, day_end, due_clock } from "./bucket";
import type { ColumnName, ColumnPages, Count, Layout } from "./columns";
import { column_order, count_of, laid_out, useColumn, useColumnsLive } from "./columns";
import { horizon_of } from "./strip";
import type { BoardCustomer } from "./summary";
import { useSummary } from "./summary";

/** Cards change columns at such moments. */
const step_milliseconds = 5_000;

export type BoardReading = {
  ends: number; all: readonly Ticket[]; tickets: ReadonlyMap<string, Ticket>; layout: Layout; ahead: readonly string[]; columns: readonly ColumnName[];
  pages: Record<ColumnName, ColumnPages>; counts: Record<ColumnName, Count>; open: number | undefined; customers: readonly BoardCustomer[];
  is_partial: boolean; read_until: number | undefined; shows_later: boolean; customer_of: (ticket: Ticket) => string; again: () => void;
};

/** Customers by what was read, where the server does not count. */
export function customers_of(tickets: readonly Ticket[], layout: Layout, name_of: (ticket: Ticket) => string): BoardCustomer[] {
  const overdue = new Set(layout.overdue);
  const found = new Map<string, BoardCustomer>();
  for (const ticket of tickets) {
    const each = found.get(ticket.customer) ?? { reference: ticket.customer, name: name_of(ticket), open: 0, overdue: 0, at_risk: 0 };
    each.open += 1;
    if (overdue.has(ticket.reference)) each.overdue += 1;
    else if (ticket.clocks.some((clock) => clock.is_at_risk)) each.at_risk += 1;
    found.set(ticket.customer, each);
  }
  return [...found.values()].sort((a, b) => b.overdue - a.overdue || b.at_risk - a.at_risk || b.open - a.open);
}

export function useReading(filter_text: string, customer: string | undefined, later: string | undefined): BoardReading {
  const filter = useMemo(() => JSON.parse(filter_text) as Asked, [filter_text]);
  const now = Math.floor(useNow() / step_milliseconds) * step_milliseconds;
  const ends = day_end(now);
  const shows_later = later === undefined ? horizon_of(now, ends) !== ends : later === "true";
  const summary = useSummary(useMemo(() => (customer ? { ...filter, customer } : filter), [filter, customer]), ends);
  const pages: Record<ColumnName, ColumnPages> = {
    overdue: useColumn("overdue", filter, customer, ends),
    within_30_minutes: useColumn("within_30_minutes", filter, customer, ends),
    within_2_hours: useColumn("within_2_hours", filter, customer, ends),
    today: useColumn("today", filter, customer, ends),
    later: useColumn("later", filter, customer, ends, shows_later),
    paused: useColumn("paused", filter, customer, ends),
  };
  const again = useColumnsLive();
  const { data: parties } = useParties();
  const names = useMemo(() => new Map((parties ?? []).map((party) => [party.reference, party.name])), [parties]);
  const kinds = useMemo(() => new Map((parties ?? []).map((party) => [party.reference, party.kind as string])), [parties]);
  const customer_of = useCallback((ticket: Ticket) => names.get(ticket.customer) ?? ticket.customer, [names]);
  const parts = column_order.map((name) => pages[name].tickets);
  // The same ticket may be read by two columns: the later reading of the two stands.
  const read = useMemo(() => {
    const found = new Map<string, Ticket>();
    for (const ticket of parts.flat()) {
      const before = found.get(ticket.reference);
      if (!before || before.as_of <= ticket.as_of) found.set(ticket.reference, ticket);
    }
    return found;
  }, parts);
  const all = useMemo(() => [...read.values()], [read]);
  const layout = useMemo(() => laid_out(all, now, ends), [all, now, ends]);
  // Cards that have left the board are drawn as they were until the column under the pointer lets them go.
  const ever = useRef(new Map<string, Ticket>());
  const tickets = useMemo(() => { ever.current = new Map([...ever.current, ...read].slice(-4_000)); return new Map(ever.current); }, [read]);
  const counts = Object.fromEntries(column_order.map((name) => {
    const of_column = layout[name].flatMap((reference) => read.get(reference) ?? []);
    return [name, count_of(name, summary, of_column, pages[name].is_more, kinds)];
  })) as Record<ColumnName, Count>;
  const is_partial = summary === undefined && column_order.some((name) => pages[name].is_more);
  const ahead = useMemo(() => [...layout.within_30_minutes, ...layout.within_2_hours, ...layout.today], [layout]);
  const last = all.reduce((most, ticket) => Math.max(most, bucket_of(ticket, now, ends) === "today" ? Date.parse(due_clock(ticket)?.due_at ?? "") : 0), 0);
  const counted = summary?.open ?? (is_partial ? undefined : all.length);
  return {
    ends, all, tickets, layout, ahead, pages, counts, shows_later, customer_of, again, is_partial,
    columns: column_order.filter((name) => name !== "later" || shows_later),
    open: counted, customers: summary?.customers ?? customers_of(all, layout, customer_of),
    read_until: pages.today.is_more ? Math.max(last, now) : undefined,
  };
}
