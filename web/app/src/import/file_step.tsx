// Step 1: which file, whose tickets, of which tool.
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { useParties } from "../frame/known";
import { useScope, useSetScope } from "../frame/scope";
import { Panel } from "../part/panel";
import { counted } from "../words/counted";
import { useWords } from "../words/words";
import { saved_profiles, set_draft, useDraft } from "./draft";
import type { SavedProfile } from "./draft";
import { Drop } from "./drop";
import { proposal_of } from "./proposal";
import { size } from "./size";
import { first_bytes, head_of, kind_of_file } from "./table_text";
import type { TableHead } from "./table_text";
import { import_words } from "./words";

const most_bytes = 268_435_456;
const separator_names: Record<string, "comma" | "semicolon" | "tab" | "bar"> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
const own_zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** As references are written; what is typed becomes one. */
export const source_of = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "").slice(0, 40);

function useTakeFile(): { wrong: string | undefined; take: (file: File) => Promise<void> } {
  const say = useWords("import", import_words);
  const [wrong, set_wrong] = useState<string>();
  const draft = useDraft();
  async function take(file: File): Promise<void> {
    set_wrong(undefined);
    if (file.size > most_bytes) return set_wrong(say("file.large", { size: size(file.size) }));
    const { bytes, is_cut } = await first_bytes(file);
    const kind = kind_of_file(bytes);
    if (kind === "empty" || kind === "sheet" || kind === "unknown") return set_wrong(say(`file.${kind}`));
    const of_file = { file, file_name: file.name, file_bytes: file.size, kind };
    if (kind !== "table") return set_draft({ ...of_file, head: undefined, ...(kind === "events" ? { choices: undefined, text: undefined } : {}) });
    const head = head_of(bytes, is_cut);
    if (head.columns.length < 2 || head.rows.length === 0) return set_wrong(say("file.no_rows"));
    // The same columns again: what was chosen about them holds.
    const holds = draft.choices && Object.keys(draft.choices.fields).length > 0 && Object.keys(draft.choices.fields).every((column) => head.columns.includes(column));
    return set_draft({ ...of_file, head, choices: holds ? draft.choices : proposal_of(head, own_zone()), text: holds ? draft.text : undefined });
  }
  return { wrong, take };
}

function HeadTable({ head }: { head: TableHead }) {
  const say = useWords("import", import_words);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={say("file.head")}>
      <table className="grid compact">
        <thead><tr>{head.columns.map((column, index) => <th key={index}>{column}</th>)}</tr></thead>
        <tbody>{head.rows.slice(0, 6).map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at} title={cell}>{cell.slice(0, 40)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

function FileFound({ other }: { other: () => void }) {
  const say = useWords("import", import_words);
  const { file, file_name = "", file_bytes = 0, head, kind } = useDraft();
  const seen = head && say("file.table", { columns: head.columns.length, separator: say(`file.separator.${separator_names[head.separator] ?? "comma"}`), encoding: head.encoding.toUpperCase() });
  return (
    <Panel title={<span className="prose">{file_name}</span>} beside={size(file_bytes)} acts={<button type="button" className="btn xs" onClick={other}>{say("file.other")}</button>}>
      <div className="import-pad">
        {!file && <p className="note risk prose">{say("file.again")}</p>}
        {kind === "events" && <p className="prose">{say("file.events")}</p>}
        {kind === "packed" && <p className="note risk prose">{say("file.packed")}</p>}
        {seen && head && <p className="prose">{seen}. <span className="m">{say("file.rows_seen", counted(head.rows.length))}.</span></p>}
      </div>
      {head && <HeadTable head={head} />}
    </Panel>
  );
}

function start_from(profile: SavedProfile | undefined, head: TableHead | undefined): void {
  if (!profile) return set_draft({ text: undefined, profile_name: "", choices: head ? proposal_of(head, own_zone()) : undefined });
  return set_draft({ profile_name: profile.name, choices: profile.choices, text: profile.choices ? undefined : profile.text });
}

function WhosePanel() {
  const say = useWords("import", import_words);
  const draft = useDraft();
  const { customer } = useScope();
  const set_scope = useSetScope();
  const { data: parties } = useParties();
  const { data: before } = useRead("import", ["sources"], () => told(client.GET("/api/imports", { params: { query: { limit: 100 } } })));
  const sources = [...new Set((before?.items ?? []).map((each) => each.source))];
  const customers = (parties ?? []).filter((party) => party.kind !== "supplier");
  const profiles = saved_profiles();
  return (
    <Panel title={say("col.customer")}>
      <div className="import-pad">
        <div className="field">
          <label htmlFor="import-customer">{say("file.customer")}</label>
          <select id="import-customer" value={customer ?? ""} onChange={(event) => set_scope({ customer: event.target.value || undefined })}>
            <option value="">{say("file.customer_choose")}</option>
            {customers.map((party) => <option key={party.reference} value={party.reference}>{party.name}</option>)}
          </select>
          <span className="hint">{say("file.customer_hint")}</span>
          {parties && !customers.some((party) => party.kind === "customer") && <Link to={"/welcome" as never}>{say("file.customer_none")}</Link>}
        </div>
        <div className="field">
          <label htmlFor="import-source">{say("file.source")}</label>
          <input id="import-source" list="import-sources" value={draft.source} autoComplete="off" onChange={(event) => set_draft({ source: source_of(event.target.value) })} />
          <datalist id="import-sources">{sources.map((source) => <option key={source} value={source} />)}</datalist>
          <span className="hint">{say("file.source_hint")}</span>
        </div>
        {profiles.length > 0 && (
          <div className="field">
            <label htmlFor="import-profile">{say("file.profile")}</label>
            <select id="import-profile" value={draft.profile_name} onChange={(event) => start_from(profiles.find((each) => each.name === event.target.value), draft.head)}>
              <option value="">{say("file.profile_new")}</option>
              <optgroup label={say("file.profiles")}>{profiles.map((each) => <option key={each.name} value={each.name}>{each.name}</option>)}</optgroup>
            </select>
          </div>
        )}
      </div>
    </Panel>
  );
}

export function FileStep() {
  const say = useWords("import", import_words);
  const navigate = useNavigate();
  const draft = useDraft();
  const { customer } = useScope();
  const { wrong, take } = useTakeFile();
  const [is_choosing, set_choosing] = useState(false);
  const has_file = draft.file_name !== undefined && !is_choosing;
  const is_ready = draft.file !== undefined && customer && draft.source.replace(/-+$/, "") !== "";
  const next = draft.kind === "table" ? "columns" : "values";
  const take_it = (file: File): void => { void take(file).then(() => set_choosing(false)); };
  return (
    <>
      <div className="import-two">
        <div className="import-body">
          {has_file && !wrong && <FileFound other={() => set_choosing(true)} />}
          {(!has_file || !draft.file || wrong) && <Drop take={take_it} wrong={wrong} />}
        </div>
        <WhosePanel />
      </div>
      <div className="import-cta">
        <span className="why-note">{say("go.nothing")}</span>
        <Link to={"/imports" as never} className="btn ghost">{say("go.back")}</Link>
        <button type="button" className="btn pri" disabled={!is_ready} onClick={() => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, step: next }) } as never)}>{say("go.next")}</button>
      </div>
    </>
  );
}
