// Rows in a window: only what is seen is drawn, and what follows is read before one comes to it.
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useCallback, useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, MouseEvent, ReactElement } from "react";

import { useShortcuts } from "../frame/shortcuts";
import { useWords } from "../words/words";
import type { Column, Shape } from "./column";
import { columns_in, row_heights, width_of } from "./column";
import { GridHead, pick_width } from "./grid_head";
import type { Selection } from "./selection";
import { grid_words } from "./words";
import "./grid.css";

/** The head, the edges, and room for a bar to scroll by. */
const around_rows = 52;
/** Rows left below what is seen when more are read. */
const read_ahead = 60;

type RowProps<Row> = {
  row: Row; id: string; label: string; columns: readonly Column<Row>[]; shape: Shape; index: number; top: number; height: number; width: number;
  is_selected: boolean; is_current: boolean; can_pick: boolean;
  press: (event: MouseEvent, index: number) => void; pick: (index: number, is_range: boolean) => void;
};

function RowOf<Row>(props: RowProps<Row>) {
  const { index, shape } = props;
  const style = { transform: `translateY(${props.top}px)`, height: props.height, minWidth: props.width };
  return (
    <div
      role="row" id={props.id} aria-rowindex={index + 2} aria-selected={props.can_pick ? props.is_selected : undefined} style={style}
      className={`gr-row ${props.is_selected ? "sel" : ""} ${props.is_current ? "cur" : ""}`} onClick={(event) => props.press(event, index)}
    >
      {props.can_pick && (
        <div role="gridcell" className="gr-pick">
          <label>
            <input
              type="checkbox" tabIndex={-1} aria-label={props.label} checked={props.is_selected}
              onChange={() => undefined} onClick={(event) => { event.stopPropagation(); props.pick(index, event.shiftKey); }}
            />
          </label>
        </div>
      )}
      {props.columns.map((column) => (
        <div key={column.key} role="gridcell" className={`gr-td ${column.align ?? ""}`} style={{ width: width_of(column, shape) }}>
          {column.cell(props.row)}
        </div>
      ))}
    </div>
  );
}
const MemoRow = memo(RowOf) as unknown as <Row>(props: RowProps<Row> & { key?: string }) => ReactElement;

export type GridProps<Row> = {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  key_of: (row: Row) => string;
  shape: Shape;
  set_shape: (shape: Shape) => void;
  /** How many there are, when that is known. */
  total?: number | undefined;
  read_more?: (() => void) | undefined;
  open: (row: Row, event?: MouseEvent) => void;
  selection?: Selection | undefined;
  /** Keys of the page that act on the row that one is on. */
  act?: ((key: string, row: Row) => void) | undefined;
  act_keys?: readonly string[];
};

export function Grid<Row>(props: GridProps<Row>) {
  const say = useWords("grid", grid_words);
  const { rows, key_of, selection, shape, read_more, open } = props;
  const columns = columns_in(props.columns, shape);
  const height = row_heights[shape.density];
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [current, set_current] = useState(0);
  const at = Math.min(current, Math.max(0, rows.length - 1));
  const window = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 8, scrollPaddingStart: 34, scrollPaddingEnd: 2 });
  useEffect(() => window.measure(), [height, window]);
  const shown = window.getVirtualItems();
  const last = shown[shown.length - 1]?.index ?? 0;
  useEffect(() => { if (read_more && last >= rows.length - read_ahead) read_more(); }, [last, rows.length, read_more]);

  const latest = useRef({ rows, selection, open });
  latest.current = { rows, selection, open };
  const pick = useCallback((index: number, is_range: boolean): void => {
    const { rows: all, selection: chosen } = latest.current;
    const row = all[index];
    if (!row || !chosen) return;
    if (is_range) chosen.reach(all.map(key_of), key_of(row));
    else chosen.toggle(key_of(row));
    set_current(index);
  }, [key_of]);
  const press = useCallback((event: MouseEvent, index: number): void => {
    const row = latest.current.rows[index];
    if (!row || (event.target as HTMLElement).closest("a, button, input, label")) return;
    set_current(index);
    if (event.shiftKey) pick(index, true);
    else latest.current.open(row, event);
  }, [pick]);

  function go(to: number): void {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    set_current(next);
    window.scrollToIndex(next);
    if (!scroller.current?.contains(document.activeElement)) scroller.current?.focus({ preventScroll: true });
  }
  const here = rows[at];
  const acts = Object.fromEntries((props.act_keys ?? []).map((key) => [key, () => { if (here) props.act?.(key, here); }]));
  const on_row = (act: () => void) => (event: globalThis.KeyboardEvent) => {
    // Enter on a link or a button is theirs.
    if (event.key === "Enter" && event.target !== scroller.current && event.target !== document.body) { (event.target as HTMLElement).click?.(); return; }
    act();
  };
  useShortcuts({
    j: () => go(at + 1), k: () => go(at - 1),
    Enter: on_row(() => { if (here) open(here); }),
    x: () => { if (here) pick(at, false); }, X: () => { if (here) pick(at, true); },
    Escape: () => selection?.clear(),
    ...acts,
  });
  function move(event: KeyboardEvent): void {
    if (event.target !== scroller.current) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.length - 1 };
    const next = to[event.key];
    if (next !== undefined) { event.preventDefault(); go(next); }
    if (event.key === " " && here) { event.preventDefault(); pick(at, event.shiftKey); }
  }

  const width = columns.reduce((sum, column) => sum + width_of(column, shape), selection ? pick_width : 0);
  const every = selection !== undefined && rows.length > 0 && rows.every((row) => selection.has(key_of(row)));
  return (
    <div
      ref={scroller} className="gr" style={read_more ? undefined : { maxHeight: rows.length * height + around_rows }} role="grid" aria-label={props.label} tabIndex={0} onKeyDown={move} aria-multiselectable={selection ? true : undefined}
      aria-rowcount={props.total === undefined ? -1 : props.total + 1} aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-activedescendant={here && shown.some((item) => item.index === at) ? `${prefix}${at}` : undefined}
    >
      <div className="gr-inner" role="presentation" style={{ minWidth: width }}>
        <GridHead
          columns={columns} shape={shape} set_shape={props.set_shape} width={width}
          every={selection ? { on: every, set: () => selection.set(every ? [] : rows.map(key_of)), label: say("choose_all") } : undefined}
        />
        <div role="rowgroup" style={{ height: window.getTotalSize(), position: "relative" }}>
          {shown.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = key_of(row);
            return (
              <MemoRow
                key={key} row={row} id={`${prefix}${item.index}`} label={say("choose", { name: key })} columns={columns_stable(columns)} shape={shape} index={item.index}
                top={item.start} height={height} width={width} is_selected={selection?.has(key) ?? false} is_current={item.index === at}
                can_pick={selection !== undefined} press={press} pick={pick}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The same array for the same columns: a new one would draw every row again. */
const kept_columns = new WeakMap<object, readonly unknown[]>();
function columns_stable<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const first = columns[0];
  if (!first) return columns;
  const kept = kept_columns.get(first) as readonly Column<Row>[] | undefined;
  if (kept && kept.length === columns.length && kept.every((each, index) => each === columns[index])) return kept;
  kept_columns.set(first, columns);
  return columns;
}
