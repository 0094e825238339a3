// An outage is reported, maintenance is announced.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";

import { client, once, told } from "../api/client";
import { is_problem } from "../api/problem";
import { useScope } from "../frame/scope";
import { Dialog } from "../part/dialog";
import { ToldInForm } from "../part/told_problem";
import { toast } from "../part/toast";
import { useWords } from "../words/words";
import { AtField, CustomerField, Field, ItemField } from "./fields";
import { instant_typed } from "./outage";
import { outage_words } from "./words";

type FormProps = { title: string; act: string; send: () => Promise<void>; close: () => void; is_ready: boolean; children: (error: unknown) => ReactNode };

function Form({ title, act, send, close, is_ready, children }: FormProps) {
  const say = useWords("outage", outage_words);
  const [error, set_error] = useState<unknown>();
  const [is_sent, set_sent] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    set_sent(true);
    set_error(undefined);
    try { await send(); close(); } catch (problem) { set_error(problem); set_sent(false); }
  }
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <div className="body">{children(error)}{error !== undefined && <ToldInForm error={error} />}</div>
        <div className="foot">
          <button type="button" className="btn" onClick={close}>{say("cancel")}</button>
          <button type="submit" className="btn pri" disabled={is_sent || !is_ready}>{act}</button>
        </div>
      </form>
    </Dialog>
  );
}

const wrong_of = (error: unknown, field: string): string | undefined => (is_problem(error) ? error.of_field(field) : undefined);

export function OutageForm({ close }: { close: () => void }) {
  const say = useWords("outage", outage_words);
  const queries = useQueryClient();
  const scope = useScope();
  const [item, set_item] = useState("");
  const [title, set_title] = useState("");
  const [customer, set_customer] = useState(scope.customer ?? "");
  const [at, set_at] = useState("");
  const [lost, set_lost] = useState("100");
  const [reported, set_reported] = useState(true);
  async function send(): Promise<void> {
    const when = instant_typed(at);
    const body = { item: item.trim(), title: title.trim(), reported, source: "person", weight: Math.round(10 * Number(lost)), ...(customer ? { customer } : {}), ...(when ? { at: when } : {}) };
    const outage = await told(client.POST("/api/outages", { params: { header: once() }, body }));
    toast(say("opened", { reference: outage.reference }));
    void queries.invalidateQueries({ queryKey: ["outage"] });
  }
  return (
    <Form title={say("open")} act={say("open")} send={send} close={close} is_ready={item.trim() !== "" && title.trim() !== ""}>
      {(error) => (
        <>
          <ItemField value={item} set={set_item} wrong={wrong_of(error, "item")} is_needed />
          <Field label={say("title")} wrong={wrong_of(error, "title")}>{(id) => <input name="title" id={id} required data-autofocus value={title} onChange={(event) => set_title(event.target.value)} />}</Field>
          <CustomerField value={customer} set={set_customer} />
          <AtField name="at" label={say("at")} hint={say("at_hint")} value={at} set={set_at} wrong={wrong_of(error, "at")} />
          <Field label={say("weight")} hint={say("weight_hint")} wrong={wrong_of(error, "weight")}>
            {(id, described) => <input name="weight" id={id} type="number" min={1} max={100} required aria-describedby={described} value={lost} onChange={(event) => set_lost(event.target.value)} />}
          </Field>
          <label className="flex gap2"><input type="checkbox" checked={reported} onChange={(event) => set_reported(event.target.checked)} />{say("reported")}</label>
        </>
      )}
    </Form>
  );
}

export function MaintenanceForm({ close }: { close: () => void }) {
  const say = useWords("outage", outage_words);
  const queries = useQueryClient();
  const scope = useScope();
  const [item, set_item] = useState("");
  const [title, set_title] = useState("");
  const [customer, set_customer] = useState(scope.customer ?? "");
  const [from, set_from] = useState("");
  const [until, set_until] = useState("");
  const [announced, set_announced] = useState("");
  const starts_at = instant_typed(from);
  const ends_at = instant_typed(until);
  const is_reversed = starts_at !== undefined && ends_at !== undefined && ends_at <= starts_at;
  async function send(): Promise<void> {
    if (!starts_at || !ends_at) return;
    const announced_at = instant_typed(announced);
    const body = { title: title.trim(), starts_at, ends_at, ...(item.trim() ? { item: item.trim() } : {}), ...(customer ? { customer } : {}), ...(announced_at ? { announced_at } : {}) };
    const work = await told(client.POST("/api/maintenance", { params: { header: once() }, body }));
    toast(say("announced", { reference: work.reference }));
    void queries.invalidateQueries({ queryKey: ["maintenance"] });
  }
  return (
    <Form title={say("announce")} act={say("announce")} send={send} close={close} is_ready={title.trim() !== "" && starts_at !== undefined && ends_at !== undefined && !is_reversed}>
      {(error) => (
        <>
          <Field label={say("title")} wrong={wrong_of(error, "title")}>{(id) => <input name="title" id={id} required data-autofocus value={title} onChange={(event) => set_title(event.target.value)} />}</Field>
          <ItemField value={item} set={set_item} wrong={wrong_of(error, "item")} is_needed={false} />
          <CustomerField value={customer} set={set_customer} />
          <AtField name="starts_at" label={say("from")} value={from} set={set_from} is_needed wrong={wrong_of(error, "starts_at")} />
          <AtField name="ends_at" label={say("until")} value={until} set={set_until} is_needed wrong={is_reversed ? say("wrong_order") : wrong_of(error, "ends_at")} />
          <AtField name="announced_at" label={say("announced_at")} hint={say("at_hint")} value={announced} set={set_announced} wrong={wrong_of(error, "announced_at")} />
        </>
      )}
    </Form>
  );
}
