// Where a file is dropped, or chosen by the keyboard.
import { IconUpload } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import type { DragEvent } from "react";

import { useWords } from "../words/words";
import { import_words } from "./words";

export function Drop({ take, wrong }: { take: (file: File) => void; wrong?: string | undefined }) {
  const say = useWords("import", import_words);
  const input = useRef<HTMLInputElement>(null);
  const [is_over, set_over] = useState(false);
  const id = useId();

  function dropped(event: DragEvent): void {
    event.preventDefault();
    set_over(false);
    const file = event.dataTransfer.files[0];
    if (file) take(file);
  }

  return (
    <div
      className={`import-drop ${is_over ? "over" : ""}`}
      onDragOver={(event) => { event.preventDefault(); set_over(true); }}
      onDragLeave={() => set_over(false)}
      onDrop={dropped}
    >
      <IconUpload size={28} stroke={1.5} aria-hidden />
      <b>{say("file.drop")}</b>
      <span className="s">{say("file.or")}</span>
      <button type="button" className="btn pri" onClick={() => input.current?.click()} aria-describedby={id}>{say("file.choose")}</button>
      <input
        ref={input} type="file" className="vh" tabIndex={-1} aria-label={say("file.choose")} accept=".csv,.tsv,.txt,.ndjson,.jsonl,.gz,.zst"
        onChange={(event) => { const file = event.target.files?.[0]; if (file) take(file); event.target.value = ""; }}
      />
      <p className="s prose" id={id}>{say("file.accepts")}</p>
      {wrong && <p className="note br prose" role="alert">{wrong}</p>}
    </div>
  );
}
