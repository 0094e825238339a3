// Where each column of the board reads its tickets: never all of them, and only as far as one looks.
import type { InfiniteData } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";

import { usePages } from "../api/queries";
import { on_act } from "../api/stream";
import type { Asked } from "../grid/search";
import { now_once } from "../part/ticker";
import { query_of, ticket_page } from "../ticket/tickets_filters";
import type { Bucket, Ticket } from "./bucket";
import { bucket_of, due_clock } from "./bucket";
import type { BoardSummary, BucketCounts } from "./summary";

export const column_order = ["overdue", "within_30_minutes", "within_2_hours", "today", "later", "paused"] as const;
export type ColumnName = (typeof column_order)[number];
export type Layout = Record<ColumnName, string[]>;
type Page = { items: Ticket[]; next?: string };

const room = "board-column";
const page_size = 60;
/** What waits is also read by when it was opened, clocks that run among it: so many pages at a time, until enough. */
const most_pages_through = 4;
const enough = 12;
/** However much happens, columns are read again no more often. */
const rest_milliseconds = 4_000;

function asked_of(column: ColumnName, ends: number): Asked {
  const until_end = String(Math.max(0, Math.ceil((ends - now_once()) / 60_000)));
  const ahead: Record<ColumnName, Asked> = {
    overdue: { overdue: "true", order: "due" },
    within_30_minutes: { overdue: "false", due_within_minutes: "30", order: "due" },
    within_2_hours: { due_after_minutes: "30", due_within_minutes: "120", order: "due" },
    today: { due_after_minutes: "120", due_within_minutes: until_end, order: "due" },
    later: { due_after_minutes: String(Math.max(120, Number(until_end))), order: "due" },
    paused: { phase: "awaiting", order: "opened" },
  };
  return ahead[column];
}

async function read_column(column: ColumnName, asked: Asked, customer: string | undefined, ends: number, from: string | undefined, signal: AbortSignal): Promise<Page> {
  const query = { ...query_of({ ...asked_of(column, ends), ...asked }, customer), limit: page_size };
  const items: Ticket[] = [];
  let cursor = from;
  let found = 0;
  for (let pages = 0; pages < most_pages_through; ++pages) {
    const page = await ticket_page(query, cursor, signal);
    items.push(...page.items);
    found += page.items.filter((ticket) => bucket_of(ticket, now_once(), ends) === column).length;
    cursor = page.next;
    if (cursor === undefined || found >= enough) break;
  }
  return cursor === undefined ? { items } : { items, next: cursor };
}

export type ColumnPages = { is_more: boolean; more: () => void; is_reading: boolean; is_pending: boolean; error: unknown; tickets: readonly Ticket[]; data: InfiniteData<Page> | undefined };

export function useColumn(column: ColumnName, asked: Asked, customer: string | undefined, ends: number, enabled = true): ColumnPages {
  const read = useCallback(
    (cursor: string | undefined, signal: AbortSignal) => read_column(column, asked, customer, ends, cursor, signal),
    [column, asked, customer, ends],
  );
  const { data, hasNextPage, isFetchingNextPage, isPending, error, fetchNextPage } = usePages(room, [column, asked, customer, ends], read, { enabled });
  const tickets = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const more = useCallback((): void => void fetchNextPage(), [fetchNextPage]);
  return { tickets, is_more: hasNextPage, more, is_reading: isFetchingNextPage, is_pending: enabled && isPending, error, data };
}

/** Reads again what is shown when something happened, and each minute as limits come nearer. */
export function useColumnsLive(): () => void {
  const queries = useQueryClient();
  const again = useCallback((): void => void queries.invalidateQueries({ queryKey: [room] }), [queries]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at = 0;
    const soon = (): void => {
      timer ??= setTimeout(() => { timer = undefined; at = Date.now(); again(); }, Math.max(200, at + rest_milliseconds - Date.now()));
    };
    const stop = on_act((act) => { if (!act || act.thing === "ticket") soon(); });
    const minute = setInterval(again, 60_000);
    return () => { stop(); clearTimeout(timer); clearInterval(minute); };
  }, [again]);
  return again;
}

/** Each ticket that was read, once, in the column of what is due first of it now. */
export function laid_out(tickets: Iterable<Ticket>, now: number, ends: number): Layout {
  const layout: Layout = { overdue: [], within_30_minutes: [], within_2_hours: [], today: [], later: [], paused: [] };
  const by_due = [...tickets].map((ticket) => ({ ticket, due: due_clock(ticket)?.due_at ?? ticket.since }));
  by_due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.ticket.reference < b.ticket.reference ? -1 : 1));
  for (const { ticket } of by_due) {
    const bucket = bucket_of(ticket, now, ends);
    if (bucket !== "without_clock") layout[bucket].push(ticket.reference);
  }
  return layout;
}

export type Count = { total: number; is_least: boolean; split: Omit<BucketCounts, "total"> };

const no_split = (): Count["split"] => ({ provider: 0, customer: 0, supplier: 0, third_party: 0, nobody: 0 });
const role_of = (holder: string, kinds: ReadonlyMap<string, string>): keyof Count["split"] => {
  const kind = kinds.get(holder) ?? holder;
  if (kind === "owner" || kind === "provider") return "provider";
  if (kind === "customer" || kind === "supplier") return kind;
  return kind === "" || kind === "nobody" ? "nobody" : "third_party";
};

/** How many a column has: as the server counts; where it does not, what was read, which is at least so many. */
export function count_of(
  column: Bucket, summary: BoardSummary | undefined, read: readonly Ticket[], is_more: boolean, kinds: ReadonlyMap<string, string>,
): Count {
  if (summary) {
    const { total, ...split } = summary.buckets[column];
    return { total, is_least: false, split };
  }
  const split = no_split();
  for (const ticket of read) split[role_of(ticket.holder, kinds)] += 1;
  return { total: read.length, is_least: is_more, split };
}

/** What is added at the end moves nothing: it is no reason to wait. */
export const begins_with = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.every((each, index) => longer[index] === each);
