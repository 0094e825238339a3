// Tickets in the grid: for the page of tickets, and for the board as a table.
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import type { MouseEvent, ReactNode } from "react";

import type { Ticket } from "../board/bucket";
import { day_end } from "../board/bucket";
import { useSummary } from "../board/summary";
import { useScope } from "../frame/scope";
import { BulkBar, most_at_once } from "../grid/bulk";
import { ExportMenu } from "../grid/export_menu";
import { Grid } from "../grid/grid";
import { useRows } from "../grid/rows";
import type { Asked } from "../grid/search";
import { useSelection } from "../grid/selection";
import type { useShape } from "../grid/shape";
import { ColumnsMenu } from "../grid/tools";
import { grid_words } from "../grid/words";
import { now_once } from "../part/ticker";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { useMay } from "../session/me";
import { useWords } from "../words/words";
import type { BulkAct } from "./tickets_bulk";
import { TicketsBulk, bulk_acts } from "./tickets_bulk";
import { useTicketColumns } from "./tickets_columns";
import { query_of, ticket_file, ticket_page } from "./tickets_filters";
import { tickets_words } from "./tickets_words";

const page_size = 200;
const key_of = (ticket: Ticket): string => ticket.reference;

/** The rows that match, and how many they are when the server counts them. */
export function useTickets(grid: string, asked: Asked) {
  const { customer } = useScope();
  const query = useMemo(() => query_of({ order: "due", ...asked }, customer), [asked, customer]);
  const read = useCallback(
    (cursor: string | undefined, signal: AbortSignal) => ticket_page({ ...query, limit: page_size }, cursor, signal),
    [query],
  );
  const pointed = useRef(false);
  const is_quiet = useCallback(() => !pointed.current, []);
  const rows = useRows<Ticket>(grid, "ticket", [query], read, is_quiet);
  const { shown, order: _order, ...filter } = asked;
  const counted: Asked = customer ? { ...filter, customer } : filter;
  const [ends] = useState(() => day_end(now_once()));
  const summary = useSummary(counted, ends, shown === undefined);
  const is_counted = shown === undefined && asked["words"] === undefined && asked["part_of"] === undefined;
  const total = rows.read_more === undefined && !rows.pages.isPending ? rows.rows.length : is_counted ? summary?.open : undefined;
  return { ...rows, query, read, total, summary: is_counted ? summary : undefined, pointed };
}

type Props = { shaped: ReturnType<typeof useShape>; list: ReturnType<typeof useTickets>; empty: ReactNode; bar?: ReactNode };

export function TicketsList({ shaped, list, empty, bar }: Props) {
  const say = useWords("tickets", tickets_words);
  const of_grid = useWords("grid", grid_words);
  const may = useMay();
  const navigate = useNavigate();
  const columns = useTicketColumns();
  const [shape, set_shape] = shaped;
  const selection = useSelection();
  const [act, set_act] = useState<BulkAct>();
  const can_act = may("act_for_provider");
  const { rows, pages, read, total } = list;
  const open = useCallback((ticket: Ticket, event?: MouseEvent): void => {
    if (event?.ctrlKey || event?.metaKey) window.open(`/tickets/${ticket.reference}`, "_blank", "noopener");
    else void navigate({ to: "/tickets/$reference", params: { reference: ticket.reference } } as never);
  }, [navigate]);

  /** All that match are read once more, so that none that came meanwhile is left out, and one more than may be. */
  async function chosen(): Promise<Ticket[]> {
    if (!selection.is_all) return rows.filter((row) => selection.keys.has(row.reference));
    const found: Ticket[] = [];
    let cursor: string | undefined;
    do {
      const page = await read(cursor, new AbortController().signal);
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined && found.length <= most_at_once);
    return found;
  }
  function act_on(key: string, ticket: Ticket): void {
    selection.set([ticket.reference]);
    set_act(key === "a" ? "take" : "hand_over");
  }

  const head = (
    <div className="gr-bar">
      {bar}
      <span className="push flex gap2">
        <ExportMenu name="tickets" read={(form, signal) => ticket_file(form, list.query, signal)} />
        <ColumnsMenu columns={columns} shape={shape} set_shape={set_shape} />
      </span>
    </div>
  );
  if (pages.isError && rows.length === 0) return <>{head}<ToldProblem error={pages.error} again={() => void pages.refetch()} /></>;
  if (pages.isPending) return <>{head}<Waiting rows={14} label={say("waiting")} /></>;
  if (rows.length === 0) return <>{head}{empty}</>;
  return (
    <>
      {head}
      <div style={{ display: "contents" }} onPointerEnter={() => { list.pointed.current = true; }} onPointerLeave={() => { list.pointed.current = false; }}>
        <Grid
          label={say("grid")} rows={rows} columns={columns} key_of={key_of} shape={shape} set_shape={set_shape} total={total} read_more={list.read_more}
          open={open} selection={can_act ? selection : undefined} act={can_act ? act_on : undefined} act_keys={can_act ? ["a", "p"] : []}
        />
      </div>
      <div className="gr-foot">
        <span>{total === undefined ? of_grid("rows_more", { count: rows.length }) : of_grid("rows", { count: total })}</span>
        {pages.isFetchingNextPage && <span role="status">{of_grid("reading")}</span>}
        {list.moved > 0 && <button type="button" className="gr-moved" onClick={list.show}>{of_grid("moved", { count: list.moved })}</button>}
      </div>
      <BulkBar selection={selection} total={total} is_more={list.read_more !== undefined}>
        {bulk_acts.map((each) => <button key={each} type="button" className="btn" onClick={() => set_act(each)}>{say(each)}</button>)}
      </BulkBar>
      {act && <TicketsBulk act={act} rows={chosen} close={() => set_act(undefined)} done={() => { selection.clear(); list.show(); }} />}
    </>
  );
}

