// Step 3: what the words of the tool mean. Then the dry run begins.
import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, once, told } from "../api/client";
import { useParties } from "../frame/known";
import { useScope } from "../frame/scope";
import { Panel } from "../part/panel";
import { ToldInForm } from "../part/told_problem";
import { number, percent } from "../words/format";
import { useWords } from "../words/words";
import { column_of, meanings } from "./choices";
import type { AttributeField, Choices, Meaning } from "./choices";
import { draft_now, keep_import, set_draft, text_of, useDraft } from "./draft";
import { ProfilePanel, has_line_faults } from "./profile_panel";
import { cells_of, values_seen } from "./proposal";
import { upload } from "./upload";
import { import_words } from "./words";

type Row = { value: string; times: number };

/** Values seen in the head, and those that someone added since: the dry run names them. */
function rows_of(seen: Row[], chosen: Record<string, string>): Row[] {
  const there = new Set(seen.map((row) => row.value));
  return [...seen, ...Object.keys(chosen).filter((value) => !there.has(value)).map((value) => ({ value, times: 0 }))].slice(0, 80);
}

const meaning_key = (meaning: Meaning) => meaning.replace(" ", "_") as "open" | "awaiting_customer" | "awaiting_supplier" | "awaiting_provider" | "resolved" | "closed" | "cancelled" | "ignore";

function ValueTable({ title, hint, rows, pick }: { title: string; hint: string; rows: Row[]; pick: (row: Row) => React.ReactNode }) {
  const say = useWords("import", import_words);
  return (
    <Panel title={title} foot={hint}>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={title}>
        <table className="grid import-grid">
          <colgroup><col /><col style={{ width: 72 }} /><col style={{ width: "46%" }} /></colgroup>
          <thead><tr><th>{say("values.of")}</th><th className="num">{say("values.times")}</th><th>{say("values.means")}</th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.value}>
                <td className="b" title={row.value}>{row.value}</td>
                <td className="num m">{row.times ? number(row.times) : "–"}</td>
                <td>{pick(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function StatePick({ choices, value }: { choices: Choices; value: string }) {
  const say = useWords("import", import_words);
  return (
    <select aria-label={value} value={choices.states[value] ?? "open"} onChange={(event) => set_draft({ choices: { ...choices, states: { ...choices.states, [value]: event.target.value as Meaning } } })}>
      {meanings.map((meaning) => <option key={meaning} value={meaning}>{say(`values.meaning.${meaning_key(meaning)}`)}</option>)}
    </select>
  );
}

const offered: Partial<Record<AttributeField, string[]>> = { priority: ["P1", "P2", "P3", "P4", "P5"], kind: ["incident", "request", "change", "problem"] };

function WordPick({ choices, field, value, words }: { choices: Choices; field: AttributeField; value: string; words: string[] }) {
  const say = useWords("import", import_words);
  const now = choices.values[field]?.[value] ?? "";
  const options = now && !words.includes(now) ? [...words, now] : words;
  const choose = (to: string): void => set_draft({ choices: { ...choices, values: { ...choices.values, [field]: { ...choices.values[field], [value]: to } } } });
  return (
    <select aria-label={value} value={now} onChange={(event) => choose(event.target.value)}>
      <option value="">{say("values.keep")}</option>
      {options.map((word) => <option key={word} value={word}>{word}</option>)}
    </select>
  );
}

function Tables({ choices }: { choices: Choices }) {
  const say = useWords("import", import_words);
  const { head } = useDraft();
  const { data: parties } = useParties();
  const seen = (field: Parameters<typeof column_of>[1]): Row[] => {
    const column = column_of(choices, field);
    return head && column ? values_seen(cells_of(head, column, choices.missing)) : [];
  };
  const names = (kind: string): string[] => (parties ?? []).filter((party) => party.kind === kind).map((party) => party.name);
  const hint = say("values.of_head");
  const has_stamp = column_of(choices, "at") !== undefined;
  const customers = names("customer");
  return (
    <div className="import-values">
      {has_stamp && column_of(choices, "state") && (
        <ValueTable title={say("values.state")} hint={hint} rows={rows_of(seen("state"), choices.states)} pick={({ value }) => <StatePick choices={choices} value={value} />} />
      )}
      {(["priority", "kind"] as const).map((field) => column_of(choices, field) && (
        <ValueTable key={field} title={say(`values.${field}`)} hint={hint} rows={rows_of(seen(field), choices.values[field] ?? {})} pick={({ value }) => <WordPick choices={choices} field={field} value={value} words={offered[field] ?? []} />} />
      ))}
      {column_of(choices, "customer") && (
        <ValueTable
          title={say("values.customer")} hint={hint} rows={rows_of(seen("customer"), choices.values.customer ?? {})}
          pick={({ value }) => (customers.includes(value) ? <span className="m">{say("values.keep")}</span> : <WordPick choices={choices} field="customer" value={value} words={customers} />)}
        />
      )}
      {!column_of(choices, "kind") && (
        <Panel title={say("values.kind_all")}>
          <div className="import-pad field">
            <label htmlFor="import-kind">{say("values.kind_hint")}</label>
            <input id="import-kind" list="import-kinds" value={choices.kind} onChange={(event) => set_draft({ choices: { ...choices, kind: event.target.value } })} />
            <datalist id="import-kinds">{offered.kind?.map((kind) => <option key={kind} value={kind} />)}</datalist>
          </div>
        </Panel>
      )}
      {has_stamp && column_of(choices, "group") && (
        <ValueTable
          title={say("values.group")} hint={say("values.group_hint")} rows={rows_of(seen("group"), choices.groups).slice(0, 40)}
          pick={({ value }) => (
            <select aria-label={value} value={choices.groups[value] ?? ""} onChange={(event) => set_draft({ choices: { ...choices, groups: { ...choices.groups, [value]: event.target.value } } })}>
              <option value="">{say("values.us")}</option>
              {[...names("supplier"), ...customers].map((name) => <option key={name} value={name}>{name}</option>)}
            </select>
          )}
        />
      )}
    </div>
  );
}

/** Adds the import, sends the file, asks for the dry run; the one that was rehearsed before is given up. */
async function rehearse(customer: string, progress: (share: number) => void): Promise<string> {
  const draft = draft_now();
  const profile = text_of(draft);
  if (!draft.file) throw new Error("no file");
  if (draft.reference) {
    const before = { params: { path: { reference: draft.reference }, header: once() }, body: {} };
    await told(client.POST("/api/imports/{reference}/cancel", before)).catch(() => undefined);
  }
  const body = { source: draft.source.replace(/-+$/, ""), customer, ...(profile ? { profile } : {}) };
  const added = await told(client.POST("/api/imports", { params: { header: once() }, body }));
  set_draft({ reference: added.reference });
  keep_import(added.reference, draft_now());
  await upload(`/api/imports/${encodeURIComponent(added.reference)}/file`, draft.file, progress);
  await told(client.POST("/api/imports/{reference}/rehearse", { params: { path: { reference: added.reference }, header: once() }, body: {} }));
  return added.reference;
}

export function ValuesStep({ go }: { go: (step: "file" | "columns") => void }) {
  const say = useWords("import", import_words);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const draft = useDraft();
  const { customer } = useScope();
  const [error, set_error] = useState<unknown>();
  const [share, set_share] = useState<number>();

  async function begin(): Promise<void> {
    if (!customer) return;
    set_error(undefined);
    set_share(0);
    try {
      const reference = await rehearse(customer, set_share);
      await queries.invalidateQueries({ queryKey: ["import"] });
      void navigate({ to: "/imports/$reference", params: { reference }, search: { customer } } as never);
    } catch (refused) {
      set_error(refused);
      set_share(undefined);
    }
  }

  const is_ready = draft.file && customer && (draft.kind === "events" || text_of(draft));
  const told_way = share === undefined ? say("go.nothing") : share < 1 ? say("go.sending", { share: percent(share, 0) }) : say("go.adding");
  return (
    <>
      {error !== undefined && !has_line_faults(error) && <ToldInForm error={error} />}
      {!draft.file && <p className="note risk prose">{say("file.again")}</p>}
      <div className="import-two">
        {draft.choices && draft.text === undefined ? <Tables choices={draft.choices} /> : <p className="prose m">{say(draft.text === undefined ? "values.none" : "profile.by_hand")}</p>}
        {draft.kind !== "events" && <ProfilePanel error={error} />}
      </div>
      <div className="import-cta">
        <span className={share === undefined ? "why-note" : "why-note says"} role="status">{told_way}</span>
        <button type="button" className="btn ghost" onClick={() => go(draft.kind === "table" && draft.file ? "columns" : "file")}>{say("go.back")}</button>
        <button type="button" className="btn pri" disabled={!is_ready || share !== undefined} onClick={() => void begin()}>{say(share === undefined ? "go.rehearse" : "go.rehearsing")}</button>
      </div>
    </>
  );
}
