// A secret that is shown once: copied, then gone.
import { useRef, useState } from "react";

import { Dialog } from "../part/dialog";
import { part_words } from "../part/words";
import { useWords } from "../words/words";

export function SecretOnce({ title, why, secret, close }: { title: string; why: string; secret: string; close: () => void }) {
  const part = useWords("part", part_words);
  const field = useRef<HTMLInputElement>(null);
  const [is_copied, set_copied] = useState(false);
  function copy(): void {
    field.current?.select();
    void navigator.clipboard?.writeText(secret).then(() => set_copied(true), () => undefined);
  }
  return (
    <Dialog title={title} close={close}>
      <div className="body">
        <p className="prose">{why}</p>
        <div className="flex gap2">
          <input ref={field} className="ctl admin-mono" readOnly value={secret} aria-label={title} onFocus={(event) => event.target.select()} />
          <button type="button" className="btn pri" onClick={copy}>{part(is_copied ? "copied" : "copy")}</button>
        </div>
      </div>
      <div className="foot"><button type="button" className="btn" onClick={close}>{part("close")}</button></div>
    </Dialog>
  );
}
