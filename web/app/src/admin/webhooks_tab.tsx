// Programs that are told, by signed calls.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, of_version, told } from "../api/client";
import type { Schemas } from "../api/client";
import { StateText } from "../part/state";
import { toast } from "../part/toast";
import { useToldProblem } from "../part/told_problem";
import { instant } from "../words/format";
import { useWords } from "../words/words";
import { TextField, reference_of } from "./field";
import { FormDialog, newest } from "./form_dialog";
import { useWebhooks } from "./ladder_dialog";
import { ListPanel } from "./list";
import { SecretOnce } from "./secret_once";
import { admin_words } from "./words";

type Webhook = Schemas["Webhook"];

function WebhookDialog({ webhook, close, saved }: { webhook: Webhook | undefined; close: () => void; saved: (secret?: string) => void }) {
  const say = useWords("admin", admin_words);
  const [name, set_name] = useState(webhook?.name ?? "");
  const [url, set_url] = useState(webhook?.url ?? "https://");
  async function save(): Promise<void> {
    if (webhook) {
      await told(client.PATCH("/api/webhooks/{reference}", { params: { path: { reference: webhook.reference }, header: of_version(webhook.version) }, body: { name, url } }));
      saved();
    } else saved((await told(client.POST("/api/webhooks", { body: { reference: reference_of(name), name, url } }))).secret);
  }
  return (
    <FormDialog title={webhook?.name ?? say("webhooks.add")} act={say("save")} close={close} save={save}>
      <TextField name="name" label={say("name")} value={name} set={set_name} required />
      <TextField name="url" label={say("webhooks.url")} hint={say("webhooks.url_hint")} type="url" value={url} set={set_url} required />
    </FormDialog>
  );
}

export function WebhooksTab() {
  const say = useWords("admin", admin_words);
  const queries = useQueryClient();
  const problem = useToldProblem();
  const webhooks = useWebhooks(true);
  const [open, set_open] = useState<Webhook | "new">();
  const [secret, set_secret] = useState<string>();
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ["webhook"] });
  const failed = (error: unknown): void => toast(problem(error).why, { is_bad: true });
  const add = <button type="button" className="btn pri" onClick={() => set_open("new")}>{say("webhooks.add")}</button>;
  const path = (webhook: Webhook) => ({ path: { reference: webhook.reference } });
  async function try_it(webhook: Webhook): Promise<void> {
    const { is_taken, answer } = await told(client.POST("/api/webhooks/{reference}/trial", { params: path(webhook) }));
    toast(is_taken ? say("webhooks.taken", { answer }) : say("webhooks.not_taken", { answer }), { is_bad: !is_taken });
  }
  async function set_closed(webhook: Webhook, is_closed: boolean): Promise<void> {
    const next = await told(client.PATCH("/api/webhooks/{reference}", { params: { ...path(webhook), header: of_version(webhook.version) }, body: { is_closed } }));
    await again();
    if (is_closed) toast(say("webhooks.closed", { name: webhook.name }), { undo: () => void set_closed(next, false).catch(failed) });
  }
  return (
    <>
      <ListPanel<Webhook>
        title={say("webhooks.title")} query={webhooks} acts={add} key_of={(webhook) => webhook.reference} is_faint={(webhook) => webhook.is_closed}
        none={{ title: say("webhooks.none"), why: say("webhooks.none_why"), act: add }}
        columns={[
          { name: say("name"), cell: (webhook) => <b>{webhook.name}</b> },
          { name: say("webhooks.url"), cell: (webhook) => <span className="admin-mono">{webhook.url}</span> },
          { name: say("state"), cell: (webhook) => <StateText sign={webhook.is_closed ? "exc" : "met"}>{webhook.gone_at ? say("webhooks.gone", { at: instant(webhook.gone_at) }) : say(webhook.is_closed ? "stopped" : "active")}</StateText> },
          {
            name: say("acts"), is_hidden_name: true, is_number: true,
            cell: (webhook) => (
              <span className="admin-acts">
                <button type="button" className="btn xs" onClick={() => void try_it(webhook).catch(failed)}>{say("webhooks.trial")}</button>
                <button type="button" className="btn xs" onClick={() => set_open(webhook)}>{say("change")}</button>
                <button type="button" className="btn xs ghost" onClick={() => void told(client.POST("/api/webhooks/{reference}/secret", { params: path(webhook), body: {} })).then((made) => { set_secret(made.secret); void again(); }, failed)}>{say("new_secret")}</button>
                <button type="button" className="btn xs ghost" onClick={() => void set_closed(webhook, !webhook.is_closed).catch(failed)}>{say(webhook.is_closed ? "open_again" : "stop")}</button>
              </span>
            ),
          },
        ]}
      />
      {open && <WebhookDialog webhook={open === "new" ? undefined : newest(webhooks.data, open)} close={() => set_open(undefined)} saved={(made) => { void again(); set_secret(made); }} />}
      {secret && <SecretOnce title={say("webhooks.secret")} why={say("secret_why")} secret={secret} close={() => set_secret(undefined)} />}
    </>
  );
}
