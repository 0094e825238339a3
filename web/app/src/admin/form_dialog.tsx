// A dialog with a form: what was typed stays when it is refused.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactNode } from "react";

import { is_changed } from "../api/problem";
import { Dialog } from "../part/dialog";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { useWords } from "../words/words";

/** `one` as it was read last: what a form changes is the version that is there now, once one was told that it moved. */
export const newest = <T extends { reference: string }>(all: readonly T[] | undefined, one: T): T => all?.find((each) => each.reference === one.reference) ?? one;

export function FormDialog(props: { title: string; act: string; close: () => void; save: () => Promise<unknown>; children: ReactNode; wide?: boolean; is_danger?: boolean }) {
  const part = useWords("part", part_words);
  const queries = useQueryClient();
  const [error, set_error] = useState<unknown>();
  const [is_saving, set_saving] = useState(false);
  async function save(): Promise<void> {
    set_saving(true);
    set_error(undefined);
    try {
      await props.save();
      props.close();
    } catch (refused) {
      if (is_changed(refused)) void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      set_error(refused);
      set_saving(false);
    }
  }
  return (
    <Dialog title={props.title} close={props.close} {...(props.wide ? { wide: true } : {})}>
      <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <div className="body">
          {props.children}
          {error !== undefined && <ToldInForm error={error} />}
        </div>
        <div className="foot">
          <button type="button" className="btn" onClick={props.close}>{part("cancel")}</button>
          <button type="submit" className={`btn ${props.is_danger ? "danger" : "pri"}`} disabled={is_saving}>{props.act}</button>
        </div>
      </form>
    </Dialog>
  );
}
