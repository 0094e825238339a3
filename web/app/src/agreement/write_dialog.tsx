// Writing the text of a version: a new agreement, an amendment, another text for what nobody has signed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, once, told } from "../api/client";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { useWords } from "../words/words";
import { agreement_words } from "./words";

type Write = { is: "add" } | { is: "revise"; reference: string; number: number };

export function WriteDialog({ title, text, done, write, close }: { title: string; text: string; done: string; write: Write; close: () => void }) {
  const say = useWords("agreement", agreement_words);
  const say_part = useWords("part", part_words);
  const queries = useQueryClient();
  const [document, set_document] = useState(text);
  const [is_empty, set_empty] = useState(false);
  const writing = useMutation({
    mutationFn: (): Promise<unknown> => write.is === "add"
      ? told(client.POST("/api/agreements", { params: { header: once() }, body: { document } } as never))
      : told(client.POST("/api/agreements/{reference}/revisions", { params: { path: { reference: write.reference }, header: once() }, body: { number: write.number, document } } as never)),
    onSuccess: () => { void queries.invalidateQueries({ queryKey: ["agreement"] }); toast(done); close(); },
  });
  const save = (): void => { set_empty(document.trim() === ""); if (document.trim()) writing.mutate(); };
  return (
    <Dialog title={title} close={close} wide>
      <div className="body">
        <div className="field ag-write">
          <label htmlFor="ag-text">{say("act.text")}</label>
          <textarea name="document" id="ag-text" spellCheck={false} value={document} onChange={(event) => set_document(event.target.value)} aria-invalid={is_empty || writing.isError} aria-describedby="ag-text-hint" />
          {is_empty && <span className="wrong" role="alert">{say("act.empty")}</span>}
          <span className="hint prose" id="ag-text-hint">{say("act.text_hint")}</span>
        </div>
        {writing.error && <ToldInForm error={writing.error} />}
      </div>
      <footer className="foot"><button type="button" className="btn" onClick={close}>{say_part("cancel")}</button><button type="button" className="btn pri" disabled={writing.isPending} onClick={save}>{say("act.save")}</button></footer>
    </Dialog>
  );
}
