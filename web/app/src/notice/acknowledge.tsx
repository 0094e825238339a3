// Taking a notice in charge: the ladder stops, and a note says what is done.
import { useState } from "react";

import type { Schemas } from "../api/client";
import { client, once, told } from "../api/client";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { useWords } from "../words/words";
import { notice_words } from "./words";

export function Acknowledge({ notice, close, done }: { notice: Schemas["Notice"]; close: () => void; done: () => void }) {
  const say = useWords("notice", notice_words);
  const part = useWords("part", part_words);
  const [note, set_note] = useState("");
  const [state, set_state] = useState<{ is_busy: boolean; error?: unknown }>({ is_busy: false });
  const send = async (): Promise<void> => {
    set_state({ is_busy: true });
    try {
      const body = note.trim() ? { why: note.trim() } : {};
      await told(client.POST("/api/notices/{reference}/acknowledgement", { params: { path: { reference: notice.reference }, header: once() }, body }));
      toast(say("taken"));
      close();
      done();
    } catch (error) {
      set_state({ is_busy: false, error });
    }
  };
  return (
    <Dialog title={say("take_title")} close={close}>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div className="body">
          <p className="t b">{notice.title}</p>
          <p className="t m">{say("take_why")}</p>
          <div className="field"><label htmlFor="notice-note">{say("note")}</label><textarea name="why" id="notice-note" rows={3} maxLength={2_000} value={note} data-autofocus onChange={(event) => set_note(event.target.value)} /></div>
          {state.error !== undefined && <ToldInForm error={state.error} />}
        </div>
        <div className="foot"><button type="button" className="btn ghost" onClick={close}>{part("cancel")}</button><button type="submit" className="btn pri" disabled={state.is_busy}>{say("take")}</button></div>
      </form>
    </Dialog>
  );
}
