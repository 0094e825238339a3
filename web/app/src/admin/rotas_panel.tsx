// Who is on call, as the calendar of a tool says it.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, of_version, once, told } from "../api/client";
import type { Schemas } from "../api/client";
import { all_of, useRead } from "../api/queries";
import { useMay } from "../session/me";
import { useWords } from "../words/words";
import { TextField, reference_of } from "./field";
import { FormDialog, newest } from "./form_dialog";
import { ListPanel } from "./list";
import { admin_words } from "./words";

type Rota = Schemas["Rota"];

export const useRotas = () =>
  useRead("rota", ["all"], () => all_of<Rota>((cursor) => told(client.GET("/api/rotas", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))));

function RotaDialog({ rota, close, saved }: { rota: Rota | undefined; close: () => void; saved: () => void }) {
  const say = useWords("admin", admin_words);
  const [name, set_name] = useState(rota?.name ?? "");
  const [zone, set_zone] = useState(rota?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [calendar, set_calendar] = useState(rota?.calendar ?? "");
  async function save(): Promise<void> {
    if (rota) await told(client.PATCH("/api/rotas/{reference}", { params: { path: { reference: rota.reference }, header: of_version(rota.version) }, body: { name, zone, calendar } }));
    else await told(client.POST("/api/rotas", { params: { header: once() }, body: { reference: reference_of(name), name, zone, calendar } }));
    saved();
  }
  return (
    <FormDialog wide title={rota?.name ?? say("rotas.add")} act={say("save")} close={close} save={save}>
      <div className="admin-pair">
        <TextField name="name" label={say("name")} value={name} set={set_name} required />
        <TextField name="zone" label={say("zone")} value={zone} set={set_zone} required />
      </div>
      <label className="field">
        <span className="label">{say("rotas.file")}</span>
        <input type="file" accept=".ics,text/calendar" onChange={(event) => void event.target.files?.[0]?.text().then(set_calendar)} />
      </label>
      <TextField name="calendar" label={say("rotas.calendar")} hint={say("rotas.hint")} rows={10} mono value={calendar} set={set_calendar} required />
    </FormDialog>
  );
}

export function RotasPanel() {
  const say = useWords("admin", admin_words);
  const queries = useQueryClient();
  const may_write = useMay()("write_warnings");
  const rotas = useRotas();
  const [open, set_open] = useState<Rota | "new">();
  const add = may_write ? <button type="button" className="btn" onClick={() => set_open("new")}>{say("rotas.add")}</button> : undefined;
  return (
    <>
      <ListPanel
        title={say("rotas.title")} query={rotas} acts={add} key_of={(rota) => rota.reference} is_faint={(rota) => rota.is_closed}
        none={{ title: say("rotas.none"), why: say("rotas.none_why"), act: add }}
        columns={[
          { name: say("name"), cell: (rota) => <b>{rota.name}</b> },
          { name: say("rotas.now"), cell: (rota) => rota.on_call.join(", ") || say("rotas.nobody") },
          { name: say("zone"), cell: (rota) => rota.zone },
          { name: say("acts"), is_hidden_name: true, is_number: true, cell: (rota) => may_write && <button type="button" className="btn xs" onClick={() => set_open(rota)}>{say("change")}</button> },
        ]}
      />
      {open && <RotaDialog rota={open === "new" ? undefined : newest(rotas.data, open)} close={() => set_open(undefined)} saved={() => void queries.invalidateQueries({ queryKey: ["rota"] })} />}
    </>
  );
}
