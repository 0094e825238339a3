// Programs that tell: monitoring tools, other ticketing tools.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, of_version, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import { useParties, usePartyName } from "../frame/known";
import { useNow } from "../part/ticker";
import { toast } from "../part/toast";
import { useToldProblem } from "../part/told_problem";
import { instant, instant_near } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { ChoiceField, TextField, reference_of } from "./field";
import { FormDialog, newest } from "./form_dialog";
import { ListPanel } from "./list";
import { SecretOnce } from "./secret_once";
import { admin_words } from "./words";

type Source = Schemas["FactSource"];
type Alert = Schemas["Alert"];
const kinds = ["alertmanager", "zabbix", "uptime_kuma", "generic", "tickets"] as const;

function SourceDialog({ source, close, saved }: { source: Source | undefined; close: () => void; saved: (secret?: string) => void }) {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const customers = (useParties().data ?? []).filter((party) => party.kind === "customer").map((party) => ({ value: party.reference, name: party.name }));
  const [name, set_name] = useState(source?.name ?? "");
  const [kind, set_kind] = useState<string>(source?.kind ?? "alertmanager");
  const [customer, set_customer] = useState(source?.customer ?? "");
  const [opens, set_opens] = useState(String(source?.opens_after_seconds ?? 120));
  const [closes, set_closes] = useState(String(source?.closes_after_seconds ?? 300));
  const [profile, set_profile] = useState(source?.profile ?? "");
  async function save(): Promise<void> {
    const common = { name, profile, opens_after_seconds: Number(opens), closes_after_seconds: Number(closes) };
    if (source) {
      await told(client.PATCH("/api/sources/{reference}", { params: { path: { reference: source.reference }, header: of_version(source.version) }, body: common }));
      return saved();
    }
    const body = { ...common, reference: reference_of(name), kind: kind as Source["kind"], ...(customer ? { customer } : {}) };
    return saved((await told(client.POST("/api/sources", { body }))).secret);
  }
  return (
    <FormDialog wide title={source?.name ?? say("sources.add")} act={say("save")} close={close} save={save}>
      <div className="admin-pair">
        <TextField name="name" label={say("name")} value={name} set={set_name} required />
        {!source && <ChoiceField name="kind" label={say("sources.kind")} value={kind} set={set_kind} options={kinds.map((each) => ({ value: each, name: capital(word("source_kind", each)) }))} />}
        {!source && <ChoiceField name="customer" label={say("accounts.customer")} value={customer} none={say("sources.of_alert")} set={set_customer} options={customers} />}
        {kind !== "tickets" && <TextField name="opens_after_seconds" label={say("sources.opens")} type="number" min={0} value={opens} set={set_opens} />}
        {kind !== "tickets" && <TextField name="closes_after_seconds" label={say("sources.closes")} type="number" min={0} value={closes} set={set_closes} />}
      </div>
      <TextField name="profile" label={say("sources.profile")} hint={say("sources.profile_hint")} rows={6} mono value={profile} set={set_profile} />
    </FormDialog>
  );
}

function AlertsPanel({ source }: { source: Source }) {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const name_of = usePartyName();
  const alerts = useRead("outage", ["alerts", source.reference], async () => (await told(client.GET("/api/sources/{reference}/alerts", { params: { path: { reference: source.reference }, query: { limit: 100 } } }))).items);
  return (
    <ListPanel<Alert>
      title={say("sources.alerts", { name: source.name })} query={alerts} key_of={(alert) => alert.fingerprint} none={{ title: say("sources.no_alerts"), why: say("sources.no_alerts_why") }}
      columns={[
        { name: say("sources.item"), cell: (alert) => <b>{alert.item || "–"}</b> },
        { name: say("sources.alert"), cell: (alert) => alert.title, title: (alert) => alert.title },
        { name: say("accounts.customer"), cell: (alert) => (alert.customer ? name_of(alert.customer) : "–") },
        { name: say("sources.began"), cell: (alert) => instant(alert.began_at) },
        { name: say("sources.ended"), cell: (alert) => (alert.ended_at ? instant(alert.ended_at) : say("sources.lasts")) },
        { name: say("sources.became"), cell: (alert) => alert.outage ?? (alert.finding ? <span className="st risk">{capital(word("finding", alert.finding))}</span> : "–"), title: (alert) => alert.finding ?? alert.outage ?? "" },
      ]}
    />
  );
}

export function SourcesTab() {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const queries = useQueryClient();
  const problem = useToldProblem();
  const navigate = useNavigate();
  const now = useNow();
  const name_of = usePartyName();
  const { source: shown } = useSearch({ strict: false }) as { source?: string };
  const [open, set_open] = useState<Source | "new">();
  const [secret, set_secret] = useState<string>();
  const sources = useRead("fact_source", ["all"], async () => (await told(client.GET("/api/sources", { params: { query: { limit: 200 } } }))).items);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ["fact_source"] });
  const failed = (error: unknown): void => toast(problem(error).why, { is_bad: true });
  const add = <button type="button" className="btn pri" onClick={() => set_open("new")}>{say("sources.add")}</button>;
  const params = (source: Source) => ({ path: { reference: source.reference }, header: of_version(source.version) });
  const picked = sources.data?.find((source) => source.reference === shown);
  async function set_closed(source: Source, closed: boolean): Promise<void> {
    const next = await told(client.PATCH("/api/sources/{reference}", { params: params(source), body: { closed } }));
    await again();
    if (closed) toast(say("sources.closed", { name: source.name }), { undo: () => void set_closed(next, false).catch(failed) });
  }
  return (
    <>
      <ListPanel<Source>
        title={say("sources.title")} query={sources} acts={add} key_of={(source) => source.reference} is_faint={(source) => source.closed}
        none={{ title: say("sources.none"), why: say("sources.none_why"), act: add }}
        columns={[
          { name: say("name"), cell: (source) => <b>{source.name}</b> },
          { name: say("sources.kind"), cell: (source) => capital(word("source_kind", source.kind)) },
          { name: say("accounts.customer"), cell: (source) => (source.customer ? name_of(source.customer) : say("sources.of_alert")) },
          { name: say("sources.heard"), cell: (source) => (source.heard_at ? instant_near(source.heard_at, now) : say("sources.never")) },
          { name: say("sources.address"), cell: (source) => <span className="admin-mono">/api/sources/{source.reference}/facts</span> },
          {
            name: say("acts"), is_hidden_name: true, is_number: true,
            cell: (source) => (
              <span className="admin-acts">
                <button type="button" className="btn xs" aria-pressed={shown === source.reference} onClick={() => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, source: shown === source.reference ? undefined : source.reference }) } as never)}>{say("sources.show")}</button>
                <button type="button" className="btn xs" onClick={() => set_open(source)}>{say("change")}</button>
                <button type="button" className="btn xs ghost" onClick={() => void told(client.POST("/api/sources/{reference}/secret", { params: params(source) })).then((made) => { set_secret(made.secret); void again(); }, failed)}>{say("new_secret")}</button>
                <button type="button" className="btn xs ghost" onClick={() => void set_closed(source, !source.closed).catch(failed)}>{say(source.closed ? "open_again" : "stop")}</button>
              </span>
            ),
          },
        ]}
      />
      {picked && <AlertsPanel source={picked} />}
      {open && <SourceDialog source={open === "new" ? undefined : newest(sources.data, open)} close={() => set_open(undefined)} saved={(made) => { void again(); set_secret(made); }} />}
      {secret && <SecretOnce title={say("sources.secret")} why={say("secret_why")} secret={secret} close={() => set_secret(undefined)} />}
    </>
  );
}
