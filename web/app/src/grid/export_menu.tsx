// All that match, as a file for spreadsheets: the server writes it, with all its columns.
import { IconDownload } from "@tabler/icons-react";
import { useRef, useState } from "react";

import { Pop } from "../frame/pop";
import { Dialog } from "../part/dialog";
import { ToldInForm } from "../part/told_problem";
import { toast } from "../part/toast";
import { useWords } from "../words/words";
import { grid_words } from "./words";

export type FileForm = "xlsx" | "csv";
const forms: readonly FileForm[] = ["xlsx", "csv"];

function save_file(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

type Props = { name: string; read: (form: FileForm, signal: AbortSignal) => Promise<Blob> };

export function ExportMenu({ name, read }: Props) {
  const say = useWords("grid", grid_words);
  const [going, set_going] = useState<FileForm>();
  const [error, set_error] = useState<unknown>();
  const control = useRef<AbortController>(undefined);
  async function run(form: FileForm): Promise<void> {
    control.current = new AbortController();
    const { signal } = control.current;
    set_error(undefined);
    set_going(form);
    try {
      const blob = await read(form, signal);
      // The mark tells spreadsheets that this is UTF-8.
      save_file(form === "csv" ? new Blob(["\ufeff", blob], { type: blob.type }) : blob, `${name}.${form}`);
      toast(say("export_done", { file: `${name}.${form}` }));
      set_going(undefined);
    } catch (problem) {
      if (signal.aborted) set_going(undefined);
      else set_error(problem);
    }
  }
  const stop = (): void => { control.current?.abort(); set_going(undefined); };
  return (
    <>
      <Pop className="btn" end button={<><IconDownload size={14} aria-hidden />{say("export")}</>}>
        {(close) => (
          <div className="gr-menu">
            {forms.map((form) => <button key={form} type="button" onClick={() => { close(); void run(form); }}>{say(`export_${form}`)}</button>)}
            <p className="cap">{say("export_why")}</p>
          </div>
        )}
      </Pop>
      {going && (
        <Dialog title={say(`export_${going}`)} close={stop}>
          <div className="body">
            {error === undefined ? <p role="status">{say("export_going")}</p> : <ToldInForm error={error} />}
          </div>
          <div className="foot">
            <button type="button" className="btn" onClick={stop}>{say("cancel")}</button>
            {error !== undefined && <button type="button" className="btn pri" onClick={() => void run(going)}>{say("export_again")}</button>}
          </div>
        </Dialog>
      )}
    </>
  );
}
