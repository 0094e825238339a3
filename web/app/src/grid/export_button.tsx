// All that match, as a file: how far it is, and a way out.
import { IconDownload } from "@tabler/icons-react";
import { useRef, useState } from "react";

import { Dialog } from "../part/dialog";
import { ToldInForm } from "../part/told_problem";
import { toast } from "../part/toast";
import { number } from "../words/format";
import { useWords } from "../words/words";
import type { Column } from "./column";
import { csv_of, save_file } from "./csv";
import { grid_words } from "./words";

type Props<Row> = { columns: readonly Column<Row>[]; read: (cursor: string | undefined, signal: AbortSignal) => Promise<{ items: Row[]; next?: string }>; file: string };

export function ExportButton<Row>({ columns, read, file }: Props<Row>) {
  const say = useWords("grid", grid_words);
  const [rows, set_rows] = useState<number>();
  const [error, set_error] = useState<unknown>();
  const going = useRef<AbortController>(undefined);
  async function run(): Promise<void> {
    const control = new AbortController();
    going.current = control;
    set_error(undefined);
    set_rows(0);
    let written = 0;
    try {
      const blob = await csv_of(columns, read, (count) => { written = count; set_rows(count); }, control.signal);
      save_file(blob, file);
      toast(say("csv_done", { rows: number(written) }));
      set_rows(undefined);
    } catch (problem) {
      if (control.signal.aborted) set_rows(undefined);
      else set_error(problem);
    }
  }
  const stop = (): void => { going.current?.abort(); set_rows(undefined); };
  return (
    <>
      <button type="button" className="btn" onClick={() => void run()}><IconDownload size={14} aria-hidden />{say("csv")}</button>
      {rows !== undefined && (
        <Dialog title={say("csv_title")} close={stop}>
          <div className="body">
            <p>{say("csv_why")}</p>
            <p className="b" role="status">{say("csv_rows", { rows: number(rows) })}</p>
            {error !== undefined && <ToldInForm error={error} />}
          </div>
          <div className="foot"><button type="button" className="btn" onClick={stop}>{say("cancel")}</button></div>
        </Dialog>
      )}
    </>
  );
}
