// Step 2: what each column says, and how dates are read.
import { useId, useState } from "react";

import { Panel } from "../part/panel";
import { counted } from "../words/counted";
import { capital, useVocabulary, useWords } from "../words/words";
import { attribute_fields, column_of, event_fields, is_event, lacks_of } from "./choices";
import type { AttributeField, Choices, Field } from "./choices";
import { set_draft, useDraft } from "./draft";
import { ProfilePanel } from "./profile_panel";
import { cells_of, kind_of, meaning_of_state, priority_of, values_seen } from "./proposal";
import { fits_any, formats_of, is_stamps } from "./stamp_format";
import type { TableHead } from "./table_text";
import { import_words } from "./words";

const wants_stamps = (field: Field): boolean => field === "at" || is_event(field);

/** With a column for a field come the words that it has. */
export function with_field(choices: Choices, head: TableHead, column: string, field: Field): Choices {
  const fields: Record<string, Field> = { ...choices.fields };
  if (field === "") delete fields[column];
  else fields[column] = field;
  const of = (wanted: Field): string[] => {
    const name = Object.entries(fields).find(([, each]) => each === wanted)?.[0];
    return name ? values_seen(cells_of(head, name, choices.missing)).slice(0, 60).map(({ value }) => value) : [];
  };
  const map = (wanted: AttributeField, to: (value: string) => string): Record<string, string> =>
    Object.fromEntries(of(wanted).map((value) => [value, choices.values[wanted]?.[value] ?? to(value)]));
  const states = Object.fromEntries(of("state").map((value) => [value, choices.states[value] ?? meaning_of_state(value)]));
  const stamps = Object.keys(fields).filter((name) => wants_stamps(fields[name] ?? ""));
  const formats = formats_of(stamps.flatMap((name) => cells_of(head, name, choices.missing))).formats;
  const values = { ...choices.values, priority: map("priority", priority_of), kind: map("kind", kind_of) };
  return { ...choices, fields, states, values, formats: formats.length > 0 ? formats : choices.formats };
}

function FieldPick({ column, field, choose, is_date }: { column: string; field: Field; choose: (field: Field) => void; is_date: boolean }) {
  const say = useWords("import", import_words);
  const word = useVocabulary();
  return (
    <select aria-label={`${say("columns.field")} · ${column}`} value={field} onChange={(event) => choose(event.target.value as Field)}>
      <option value="">{say("columns.ignored")}</option>
      <optgroup label={say("columns.tickets")}>
        <option value="ticket">{say("columns.ticket")}</option>
        <option value="state">{say("columns.state")}</option>
      </optgroup>
      {(is_date || wants_stamps(field)) && (
        <optgroup label={say("columns.dates")}>
          <option value="at">{say("columns.at")}</option>
          {event_fields.map((event) => <option key={event} value={event}>{capital(word("event_word", event))}</option>)}
        </optgroup>
      )}
      <optgroup label={say("columns.about")}>
        {attribute_fields.map((attribute) => <option key={attribute} value={attribute}>{capital(word("attribute", attribute))}</option>)}
      </optgroup>
      <optgroup label={say("columns.who")}>
        <option value="group">{say("columns.group")}</option>
        <option value="person">{say("columns.person")}</option>
      </optgroup>
    </select>
  );
}

function ColumnRow({ column, head, choices }: { column: string; head: TableHead; choices: Choices }) {
  const say = useWords("import", import_words);
  const cells = cells_of(head, column, choices.missing);
  const values = values_seen(cells);
  const field = choices.fields[column] ?? "";
  const is_date = is_stamps(cells);
  const is_second = field !== "" && column_of(choices, field) !== column;
  const idle = (field === "state" || field === "group" || field === "person") && !column_of(choices, "at");
  const seen = cells.length === 0 ? say("columns.empty")
    : is_date && wants_stamps(field) ? formats_of(cells).formats.join(" · ")
      : say("columns.values", counted(values.length));
  const examples = values.slice(0, 3).map(({ value }) => value).join(", ");
  return (
    <tr className={field === "" ? "idle" : undefined}>
      <td className="import-mono" title={column}>{column}</td>
      <td className="m" title={examples}>{examples || "–"}</td>
      <td><FieldPick column={column} field={field} is_date={is_date} choose={(chosen) => set_draft({ choices: with_field(choices, head, column, chosen) })} /></td>
      <td className="m" title={is_second ? say("columns.twice") : idle ? say("columns.state_idle") : seen}>
        {is_second ? say("columns.twice") : idle ? say("columns.state_idle") : seen}
      </td>
    </tr>
  );
}

const zones = (): string[] => (Intl as { supportedValuesOf?: (key: string) => string[] }).supportedValuesOf?.("timeZone") ?? [];

function DatesPanel({ head, choices }: { head: TableHead; choices: Choices }) {
  const say = useWords("import", import_words);
  const id = useId();
  const stamps = Object.keys(choices.fields).filter((column) => wants_stamps(choices.fields[column] ?? ""));
  const cells = [...new Set(stamps.flatMap((column) => cells_of(head, column, choices.missing)))];
  const unread = cells.filter((cell) => !fits_any(choices.formats, cell));
  const is_ambiguous = formats_of(cells).is_ambiguous;
  return (
    <Panel title={say("columns.read")}>
      <div className="import-pad">
        <p className="prose m">{say(column_of(choices, "at") ? "columns.updates" : "columns.whole")}</p>
        <div className="field">
          <label htmlFor={`${id}z`}>{say("columns.zone")}</label>
          <input id={`${id}z`} list={`${id}zl`} value={choices.zone} onChange={(event) => set_draft({ choices: { ...choices, zone: event.target.value.trim() } })} />
          <datalist id={`${id}zl`}>{zones().map((zone) => <option key={zone} value={zone} />)}</datalist>
          <span className="hint">{say("columns.zone_hint")}</span>
        </div>
        <div className="field">
          <label htmlFor={`${id}f`}>{say("columns.formats")}</label>
          <input id={`${id}f`} className="import-mono" value={choices.formats.join(", ")} onChange={(event) => set_draft({ choices: { ...choices, formats: event.target.value.split(",").map((each) => each.trimStart()).filter((each) => each !== "") } })} />
          {cells[0] && choices.formats[0] && <span className="hint">{cells.find((cell) => fits_any(choices.formats, cell))} {say("columns.format_of", { format: choices.formats[0] })}</span>}
          {is_ambiguous && <span className="wrong">{say("columns.ambiguous")}</span>}
          {unread.length > 0 && <span className="wrong">{say("columns.unread", { ...counted(unread.length), example: unread[0] ?? "" })}</span>}
        </div>
        <div className="field">
          <label htmlFor={`${id}m`}>{say("columns.missing")}</label>
          <input id={`${id}m`} className="import-mono" defaultValue={choices.missing.join(" ")} onBlur={(event) => set_draft({ choices: { ...choices, missing: event.target.value.split(/\s+/).filter(Boolean) } })} />
          <span className="hint">{say("columns.missing_hint")}</span>
        </div>
      </div>
    </Panel>
  );
}

export function ColumnsStep({ go }: { go: (step: "file" | "values") => void }) {
  const say = useWords("import", import_words);
  const { head, choices } = useDraft();
  const [only_used, set_only_used] = useState(false);
  if (!head || !choices) return null;
  const lacks = lacks_of(choices);
  const shown = only_used ? head.columns.filter((column) => choices.fields[column]) : head.columns;
  return (
    <>
      <div className="import-two">
        <div className="import-body">
          <Panel
            title={say("columns.of_file")}
            acts={<label className="flex gap2 s"><input type="checkbox" checked={only_used} onChange={(event) => set_only_used(event.target.checked)} />{say("columns.only_used")}</label>}
          >
            <div className="scroll-x" tabIndex={0} role="group" aria-label={say("columns.of_file")}>
              <table className="grid import-grid">
                <colgroup><col style={{ width: "24%" }} /><col style={{ width: "28%" }} /><col style={{ width: "28%" }} /><col style={{ width: "20%" }} /></colgroup>
                <thead><tr><th>{say("columns.column")}</th><th>{say("columns.examples")}</th><th>{say("columns.field")}</th><th>{say("columns.seen")}</th></tr></thead>
                <tbody>{shown.map((column) => <ColumnRow key={column} column={column} head={head} choices={choices} />)}</tbody>
              </table>
            </div>
          </Panel>
        </div>
        <div className="import-body">
          <DatesPanel head={head} choices={choices} />
          <ProfilePanel />
        </div>
      </div>
      <div className="import-cta">
        <span className={lacks.length > 0 ? "why-note says" : "why-note"} role="status">{lacks[0] ? say(`columns.lack.${lacks[0]}`) : say("go.nothing")}</span>
        <button type="button" className="btn ghost" onClick={() => go("file")}>{say("go.back")}</button>
        <button type="button" className="btn pri" disabled={lacks.length > 0} onClick={() => go("values")}>{say("go.next")}</button>
      </div>
    </>
  );
}

export const used_columns = (choices: Choices): number => Object.values(choices.fields).filter((field) => field !== "").length;
