// The columns, the card that one is on, and the keys that act on it.
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import type { ReactNode } from "react";

import type { Keys } from "../frame/shortcuts";
import { useShortcuts } from "../frame/shortcuts";
import { BulkBar } from "../grid/bulk";
import { useSelection } from "../grid/selection";
import { HolderMark } from "../part/holder";
import { ToldProblem } from "../part/told_problem";
import { useMay } from "../session/me";
import { part_words } from "../part/words";
import { useWords } from "../words/words";
import type { BulkAct } from "../ticket/tickets_bulk";
import { TicketsBulk, bulk_acts } from "../ticket/tickets_bulk";
import { useHolderNames } from "../ticket/tickets_columns";
import { HandOverDialog } from "../ticket/tickets_hand_over";
import { tickets_words } from "../ticket/tickets_words";
import { useTake } from "./acts";
import type { Ticket } from "./bucket";
import { BoardColumn } from "./column";
import type { ColumnName, Layout } from "./columns";
import { useHeld } from "./held";
import type { BoardReading } from "./reading";
import { board_words } from "./words";

/** Down and up within a column; to the sides, the card that is as far down, or the last. */
export function neighbour(layout: Layout, columns: readonly ColumnName[], from: string | undefined, way: "down" | "up" | "left" | "right"): string | undefined {
  const filled = columns.filter((name) => layout[name].length > 0);
  const column = filled.findIndex((name) => from !== undefined && layout[name].includes(from));
  if (column < 0) return filled[0] && layout[filled[0]][0];
  const here = layout[filled[column] as ColumnName];
  const row = here.indexOf(from as string);
  if (way === "down" || way === "up") return here[Math.max(0, Math.min(here.length - 1, row + (way === "down" ? 1 : -1)))];
  const there = layout[filled[Math.max(0, Math.min(filled.length - 1, column + (way === "right" ? 1 : -1)))] as ColumnName];
  return there[Math.min(row, there.length - 1)];
}

function KeysTold() {
  const say = useWords("board", board_words);
  return (
    <span className="bo-keys flex gap4">
      <span><kbd>j</kbd> <kbd>k</kbd> {say("key.move")}</span><span><kbd>{say("enter")}</kbd> {say("key.open")}</span><span><kbd>a</kbd> {say("key.take")}</span>
      <span><kbd>p</kbd> {say("key.hand")}</span><span><kbd>x</kbd> {say("key.select")}</span><span><kbd>t</kbd> {say("key.table")}</span>
    </span>
  );
}

function Legend() {
  const say = useWords("part", part_words);
  return (
    <span className="flex gap3">
      <HolderMark holder="us" /><HolderMark holder="cust" /><HolderMark holder="supp" /><span className="hold"><i className="bo-limit" aria-hidden />{say("holder.limit")}</span>
    </span>
  );
}

export function BoardColumns({ reading, by_customer, ask, empty }: { reading: BoardReading; by_customer: boolean; ask: (change: Record<string, string | undefined>) => void; empty: ReactNode }) {
  const say = useWords("board", board_words);
  const of_tickets = useWords("tickets", tickets_words);
  const navigate = useNavigate();
  const can_act = useMay()("act_for_provider");
  const names = useHolderNames();
  const selection = useSelection();
  const [held, hold] = useState<ColumnName>();
  const [chosen, choose] = useState<string>();
  const [handing, set_handing] = useState<Ticket>();
  const [bulk, set_bulk] = useState<BulkAct>();
  const { shown, fresh_count, release } = useHeld(reading.layout, held);
  const { tickets, columns, pages, counts } = reading;
  const box = useRef<HTMLDivElement>(null);
  const take = useTake(reading.again);
  // At first one is on what breaks next.
  const current = chosen ?? shown.within_30_minutes[0] ?? shown.within_2_hours[0] ?? shown.overdue[0];
  const here = current === undefined ? undefined : tickets.get(current);

  const latest = useRef({ tickets, take });
  latest.current = { tickets, take };
  const with_ticket = useCallback((reference: string, act: (ticket: Ticket) => void): void => {
    const ticket = latest.current.tickets.get(reference);
    if (ticket) act(ticket);
  }, []);
  const take_it = useCallback((reference: string) => with_ticket(reference, (ticket) => latest.current.take(ticket)), [with_ticket]);
  const hand_it = useCallback((reference: string) => with_ticket(reference, set_handing), [with_ticket]);
  const select_it = selection.toggle;
  const card = (ticket: Ticket) => ({
    ticket, customer: names.party(ticket.customer), holder: names.mark(ticket.holder), holder_name: names.of(ticket), can_act,
    is_current: ticket.reference === current, is_selected: selection.has(ticket.reference), point: choose, take: take_it, hand: hand_it, select: select_it,
  });
  function go(way: "down" | "up" | "left" | "right"): void {
    const next = neighbour(shown, columns, current, way);
    if (next === undefined) return;
    choose(next);
    requestAnimationFrame(() => {
      const found = box.current?.querySelector<HTMLElement>(`[data-reference="${CSS.escape(next)}"]`);
      found?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
      found?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }
  const acting: Keys = can_act && here ? { a: () => take_it(here.reference), p: () => set_handing(here), x: () => select_it(here.reference) } : {};
  useShortcuts({
    j: () => go("down"), k: () => go("up"), ArrowDown: () => go("down"), ArrowUp: () => go("up"), h: () => go("left"), l: () => go("right"), ArrowLeft: () => go("left"), ArrowRight: () => go("right"),
    Enter: (event) => {
      const target = event.target as HTMLElement;
      if (target.closest("a, button")) target.click();
      else if (here) void navigate({ to: "/tickets/$reference", params: { reference: here.reference } } as never);
    },
    t: () => ask({ as: "table" }), Escape: () => selection.clear(), ...acting,
  });

  // A column without cards leaves its width to the others; never while the pointer is among them.
  const widths = useRef("");
  if (held === undefined || widths.current.split(" minmax").length !== columns.length) {
    widths.current = columns.map((name) => (shown[name].length > 0 || pages[name].is_pending ? "minmax(228px, 1fr)" : "minmax(136px, .5fr)")).join(" ");
  }
  const failed = columns.map((name) => pages[name]).find((each) => each.error && !each.data);
  if (failed) return <ToldProblem error={failed.error} again={reading.again} />;
  const is_waiting = columns.some((name) => pages[name].is_pending);
  if (!is_waiting && reading.all.length === 0) return <>{empty}</>;
  const later = counts.later;
  return (
    <>
      <div className="bo-cols" ref={box} role="region" aria-label={say("board")} tabIndex={0} style={{ gridTemplateColumns: widths.current }}>
        {columns.map((name) => (
          <BoardColumn
            key={name} name={name} references={shown[name]} tickets={tickets} here={new Set(reading.layout[name])} count={counts[name]} pages={pages[name]} by_customer={by_customer}
            fresh_count={held === name ? fresh_count : 0} release={release} hold={hold} card={card}
          />
        ))}
      </div>
      <div className="bo-foot">
        <KeysTold />
        <span className="push flex gap4" style={{ flexWrap: "wrap" }}>
          <Legend />
          <button type="button" className="link b" onClick={() => ask({ later: reading.shows_later ? "false" : "true" })}>
            {reading.shows_later ? say("later_hide") : later.total > 0 ? say("later", { count: later.total }) : say("later_show")}
          </button>
        </span>
      </div>
      <BulkBar selection={selection} is_more={false}>
        {bulk_acts.map((each) => <button key={each} type="button" className="btn" onClick={() => set_bulk(each)}>{of_tickets(each)}</button>)}
      </BulkBar>
      {bulk && (
        <TicketsBulk
          act={bulk} rows={() => Promise.resolve([...selection.keys].flatMap((reference) => tickets.get(reference) ?? []))}
          close={() => set_bulk(undefined)} done={() => { selection.clear(); reading.again(); }}
        />
      )}
      {handing && <HandOverDialog ticket={handing} close={() => set_handing(undefined)} done={reading.again} />}
    </>
  );
}
