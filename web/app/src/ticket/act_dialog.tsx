// One act on a ticket: what it asks for, refused in place, with a way to record it anyway where the server has one.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";

import { client, once, once_each, told } from "../api/client";
import { is_problem } from "../api/problem";
import { all_of, useRead } from "../api/queries";
import { useParties } from "../frame/known";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { useVocabulary, useWords } from "../words/words";
import type { ActName, Field, Typed } from "./act_list";
import { acts, events_of } from "./act_list";
import type { EventToRecord, Ticket } from "./acts";
import { record } from "./acts";
import { instant_of_local } from "./local_time";
import { page_words } from "./page_words";

/** Refusals that "anyway" passes over. */
const passed_over = ["ticket_ended", "ticket_resolved", "ticket_still_open", "nobody_awaited"];

/** Records events one after the other, says so, and takes them back when one says "undo". */
export function useRecord(ticket: Ticket) {
  const say = useWords("ticket_page", page_words);
  const queries = useQueryClient();
  const again = (): void => { void queries.invalidateQueries({ queryKey: ["ticket"] }); };
  const take_back = async (numbers: number[]): Promise<void> => {
    try {
      for (const event of [...numbers].reverse()) {
        await told(client.POST("/api/tickets/{reference}/corrections", { params: { path: { reference: ticket.reference }, header: once() }, body: { event, retract: true, reason: say("act.undo_reason") } }));
      }
      toast(say("act.undone"));
    } catch (error) {
      toast(is_problem(error) ? error.message : String(error), { is_bad: true });
    }
    again();
  };
  const may = useMay();
  const key_of = useRef(once_each());
  return useMutation({
    mutationFn: async ({ events, anyway }: { events: EventToRecord[]; name: string; anyway: boolean }) => {
      const numbers: number[] = [];
      for (const event of events.map((each) => (anyway ? { ...each, anyway } : each))) numbers.push((await record(ticket.reference, event, key_of.current(event))).version);
      return numbers;
    },
    onSuccess: (numbers, { name }) => {
      key_of.current = once_each();
      toast(say("act.done", { act: name }), may("act_for_provider") ? { undo: () => void take_back(numbers) } : {});
      again();
    },
  });
}

function useSuggestions(ticket: Ticket, name: ActName) {
  const is_pass = name === "pass";
  const may = useMay();
  const { data: teams } = useRead("team", ["all"], () => all_of((cursor) => told(client.GET("/api/teams", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))), { enabled: is_pass });
  const { data: people } = useRead("person", ["all"], () => all_of((cursor) => told(client.GET("/api/people", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } })), 400), { enabled: is_pass && may("read_people") });
  const { data: parties } = useParties();
  const customer = parties?.find((party) => party.reference === ticket.customer);
  return { teams: teams ?? [], people: people ?? [], suppliers: (parties ?? []).filter((party) => party.kind === "supplier"), owner: parties?.find((party) => party.kind === "owner"), customer };
}

type FieldOf = { field: Field; name: ActName; ticket: Ticket; typed: Typed; set: (field: Field, value: string) => void; error: unknown; is_first: boolean; reasons: string[] };

function ActField({ field, name, ticket, typed, set, error, is_first, reasons }: FieldOf) {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const word = useVocabulary();
  const id = useId();
  const known = useSuggestions(ticket, name);
  const body_name = field === "awaited" ? "party" : field === "priority" || field === "reason" || field === "what_asked" ? "value" : field;
  const wrong = is_problem(error) ? error.of_field(body_name) : undefined;
  const common = { id, name: body_name, value: typed[field] ?? "", "aria-invalid": wrong ? true : undefined, autoFocus: is_first, "data-autofocus": is_first || undefined, required: acts[name].wanted?.includes(field), "aria-describedby": `${id}.`, onChange: (event: { target: { value: string } }) => set(field, event.target.value) } as const;
  const pick = (options: [string, string][]): ReactNode => <select {...common}>{options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}</select>;
  const listed = (options: string[]): ReactNode => <><input {...common} list={`${id}-list`} /><datalist id={`${id}-list`}>{options.map((option) => <option key={option} value={option} />)}</datalist></>;
  const suppliers = known.suppliers.map((party): [string, string] => [party.name, party.name]);
  const check = (yes: string, no: string, text: string, hint?: string): ReactNode => (
    <label className="tk-check"><input type="checkbox" checked={(typed[field] ?? no) === yes} onChange={(event) => set(field, event.target.checked ? yes : no)} /><span>{text}{hint && <span className="hint">{hint}</span>}</span></label>
  );
  if (field === "consent") return check("yes", "no", say("act.consent"));
  if (field === "request") return <label className="tk-check"><input type="checkbox" checked={typed.request !== "no"} onChange={(event) => set("request", event.target.checked ? "yes" : "no")} /><span>{say("act.request")}<span className="hint">{say("act.request_hint")}</span></span></label>;
  const control = {
    party: () => pick([["provider", known.owner?.name ?? tell("holder.us")], ...suppliers]),
    awaited: () => pick([["customer", known.customer?.name ?? tell("holder.customer")], ...suppliers, ["third_party", tell("holder.none")]]),
    team: () => listed(known.teams.map((team) => team.name)),
    person: () => pick([["", "–"], ...known.people.map((person): [string, string] => [person.reference, person.name ?? person.reference])]),
    reason: () => listed(reasons),
    what_asked: () => <input {...common} />,
    note: () => <textarea {...common} rows={3} />,
    other: () => <input {...common} placeholder="INC-1" />,
    relation: () => pick((["child_of", "duplicate_of", "caused_by", "recurrence_of"] as const).map((each) => [each, word("relation", each)])),
    priority: () => pick([["", "–"], ...["P1", "P2", "P3", "P4"].map((each): [string, string] => [each, each])]),
    effect: () => pick([["now", say("act.effect_now")], ["origin", say("act.effect_origin")]]),
    at: () => <input {...common} type="datetime-local" step="1" />,
  }[field];
  return (
    <div className="field">
      <label htmlFor={id}>{say(`act.${field}`)}</label>
      {control()}
      <span id={`${id}.`}>{wrong ? <span className="wrong">{wrong}</span> : field === "at" && <span className="hint">{say("act.at_hint")}</span>}</span>
    </div>
  );
}

const begun: Partial<Record<ActName, Typed>> = { pass: { party: "provider" }, await: { awaited: "customer", request: "yes" }, relate: { relation: "child_of" }, classify: { effect: "now" } };

export function ActDialog({ ticket, name, close, reasons }: { ticket: Ticket; name: ActName; close: () => void; reasons: string[] }) {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const [typed, set_typed] = useState<Typed>({ ...begun[name], ...(name === "await" && reasons[0] ? { reason: reasons[0] } : {}) });
  const sending = useRecord(ticket);
  const spec = acts[name];
  const can_pass_over = is_problem(sending.error) && passed_over.includes(sending.error.code);
  const send = (anyway: boolean): void =>
    sending.mutate({ events: events_of(name, typed, ticket, instant_of_local), name: say(`act.${name}`), anyway }, { onSuccess: close });
  const submit = (event: FormEvent): void => { event.preventDefault(); send(false); };
  return (
    <Dialog title={`${say(`act.${name}`)} · ${ticket.reference}`} close={close}>
      <form onSubmit={submit}>
        <div className="body">
          {spec.why && <p className="prose m">{say(`act.${spec.why}`)}</p>}
          {spec.fields.map((field, index) => (
            <ActField key={field} field={field} name={name} ticket={ticket} typed={typed} set={(which, value) => set_typed((before) => ({ ...before, [which]: value }))} error={sending.error} is_first={index === 0} reasons={reasons} />
          ))}
          {sending.isError && <ToldInForm error={sending.error} />}
          {can_pass_over && <p className="note prose">{say("act.anyway_why")}</p>}
        </div>
        <div className="foot">
          <button type="button" className="btn" onClick={close}>{tell("cancel")}</button>
          {can_pass_over && <button type="button" className="btn" disabled={sending.isPending} onClick={() => send(true)}>{say("act.anyway")}</button>}
          <button type="submit" className="btn pri" disabled={sending.isPending}>{say(`act.${name}`)}</button>
        </div>
      </form>
    </Dialog>
  );
}
