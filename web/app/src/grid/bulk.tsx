// What is done to many rows at once: told before, followed while it runs, stopped when one wants.
import { useEffect, useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";

import { useToldProblem } from "../part/told_problem";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { number } from "../words/format";
import { useWords } from "../words/words";
import type { Selection } from "./selection";
import { grid_words } from "./words";

/** So many at most: each is a write of its own. */
export const most_at_once = 500;

export function BulkBar({ selection, total, is_more, children }: { selection: Selection; total?: number | undefined; is_more: boolean; children: ReactNode }) {
  const say = useWords("grid", grid_words);
  const count = selection.keys.size;
  if (count === 0 && !selection.is_all) return null;
  const all = total === undefined ? say("selected_matching") : say("selected_matching_known", { total: number(total) });
  return (
    <div className="gr-bulk" role="region" aria-label={say("bulk_acts")}>
      <b role="status">{selection.is_all ? all : say("selected", { count })}</b>
      {!selection.is_all && (is_more || (total ?? 0) > count) && (
        <button type="button" className="link" onClick={selection.all}>{total === undefined ? say("select_matching") : say("select_matching_known", { total: number(total) })}</button>
      )}
      <span className="push flex gap2">{children}<button type="button" className="btn" onClick={selection.clear}>{say("clear")}</button></span>
    </div>
  );
}

type Failed = { name: string; why: string };
type Props<Row> = {
  title: string;
  /** Those chosen; read when all that match are. */
  rows: () => Promise<Row[]>;
  name_of: (row: Row) => string;
  /** What will be of a row. */
  effect: (row: Row) => ReactNode;
  act: (row: Row) => Promise<unknown>;
  act_name: string;
  is_ready?: boolean;
  children?: ReactNode;
  close: () => void;
  done: () => void;
};

export function BulkDialog<Row>(props: Props<Row>) {
  const say = useWords("grid", grid_words);
  const why_of = useToldProblem();
  const [rows, set_rows] = useState<Row[]>();
  const [done, set_done] = useState<number>();
  const [failed, set_failed] = useState<Failed[]>([]);
  const is_stopped = useRef(false);
  const read = useRef(props.rows);
  useEffect(() => { void read.current().then(set_rows, () => set_rows([])); return () => { is_stopped.current = true; }; }, []);
  async function run(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!rows) return;
    is_stopped.current = false;
    const wrong: Failed[] = [];
    let count = 0;
    set_done(0);
    for (const row of rows) {
      if (is_stopped.current) break;
      try { await props.act(row); } catch (error) { wrong.push({ name: props.name_of(row), why: why_of(error).why }); }
      set_done(++count);
    }
    set_failed(wrong);
    const well = count - wrong.length;
    if (well > 0) toast(say("bulk_done", { count: well }));
    props.done();
    if (wrong.length === 0) props.close();
    else set_done(undefined);
  }
  const total = rows?.length ?? 0;
  const is_too_many = total > most_at_once;
  return (
    <Dialog title={props.title} close={props.close} wide>
      <form onSubmit={(event) => void run(event)}>
        <div className="body">
          {props.children}
          {failed.length > 0 && (
            <div className="note br" role="alert">
              <b>{say("refused", { count: failed.length })}</b>
              <ul>{failed.slice(0, 20).map((each) => <li key={each.name}>{each.name} – {each.why}</li>)}</ul>
            </div>
          )}
          <h3>{say("effect")}</h3>
          {rows === undefined && <p role="status">{say("counting")}</p>}
          {is_too_many && <p className="note risk" role="alert">{say("most_at_once", { most: number(most_at_once) })}</p>}
          {rows && (
            <ul className="gr-effect">
              {rows.slice(0, 50).map((row) => <li key={props.name_of(row)}>{props.effect(row)}</li>)}
              {total > 50 && <li className="q">{say("more_rows", { count: total - 50 })}</li>}
            </ul>
          )}
          {done !== undefined && (
            <div role="status">
              <p>{say("going", { done: number(done), total: number(total) })}</p>
              <div className="gr-progress"><i style={{ width: `${(100 * done) / Math.max(1, total)}%` }} /></div>
            </div>
          )}
        </div>
        <div className="foot">
          <button type="button" className="btn" onClick={() => { is_stopped.current = true; props.close(); }}>{done === undefined ? say("cancel") : say("stop")}</button>
          <button type="submit" className="btn pri" disabled={!rows || total === 0 || is_too_many || done !== undefined || props.is_ready === false}>{props.act_name}</button>
        </div>
      </form>
    </Dialog>
  );
}
