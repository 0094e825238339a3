// The profile as it is sent: seen, written by hand, kept under a name.
import { useId, useState } from "react";

import { Panel } from "../part/panel";
import { toast } from "../part/toast";
import { is_problem } from "../api/problem";
import { useWords } from "../words/words";
import { save_profile, set_draft, text_of, useDraft } from "./draft";
import { import_words } from "./words";

type FaultOfLine = { detail: string; line?: number };

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name.replace(/[^\p{L}\p{N}._-]+/gu, "-") || "profile"}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

/** Faults that name a line are told beside the text; no need to tell them twice. */
export const has_line_faults = (error: unknown): boolean => is_problem(error) && (error.faults as FaultOfLine[]).some((fault) => fault.line !== undefined);

export function Faults({ error }: { error: unknown }) {
  const say = useWords("import", import_words);
  const faults = is_problem(error) ? (error.faults as FaultOfLine[]) : [];
  if (faults.length === 0) return null;
  return (
    <div className="import-pad" role="alert">
      {faults.map((fault, index) => (
        <p key={index} className="note br prose">{fault.line ? say("profile.fault", { line: fault.line, detail: fault.detail }) : fault.detail}</p>
      ))}
    </div>
  );
}

export function ProfilePanel({ error }: { error?: unknown }) {
  const say = useWords("import", import_words);
  const draft = useDraft();
  const id = useId();
  const [name, set_name] = useState(draft.profile_name);
  const text = text_of(draft) ?? "";
  const by_hand = draft.text !== undefined;
  const rows = Math.min(24, text.split("\n").length + 1);

  function save(): void {
    const called = name.trim();
    set_draft({ profile_name: called });
    save_profile({ name: called, text: text_of({ ...draft, profile_name: called }) ?? "", choices: by_hand ? undefined : draft.choices, saved_at: new Date().toISOString() });
    toast(say("profile.saved", { name: called }));
  }

  return (
    <Panel
      title={say("profile.title")}
      acts={
        by_hand
          ? <button type="button" className="btn xs" disabled={!draft.choices} onClick={() => set_draft({ text: undefined })}>{say("profile.back")}</button>
          : <button type="button" className="btn xs" onClick={() => set_draft({ text })}>{say("profile.edit")}</button>
      }
    >
      <p className="import-pad s m prose">{say(by_hand ? "profile.by_hand" : "profile.why")}</p>
      <Faults error={error} />
      <textarea
        className="import-text" rows={rows} spellCheck={false} aria-label={say("profile.title")} readOnly={!by_hand} value={text}
        onChange={(event) => set_draft({ text: event.target.value })}
      />
      <footer>
        <form className="flex gap2" style={{ flexWrap: "wrap" }} onSubmit={(event) => { event.preventDefault(); if (name.trim()) save(); }}>
          <label className="vh" htmlFor={id}>{say("profile.name")}</label>
          <input name="name" id={id} className="ctl" style={{ width: 160 }} placeholder={say("profile.name")} value={name} onChange={(event) => set_name(event.target.value)} />
          <button type="submit" className="btn xs" disabled={!name.trim()}>{say("profile.save")}</button>
          <button type="button" className="btn xs ghost" onClick={() => download(name || draft.source, text)}>{say("profile.export")}</button>
        </form>
      </footer>
    </Panel>
  );
}
