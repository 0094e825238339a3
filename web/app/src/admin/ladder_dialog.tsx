// Who is told, and who next when nobody answers.
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";

import { client, of_version, once, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { capital, useVocabulary, useWords } from "../words/words";
import { useAccounts, useTeams } from "./accounts_tab";
import { ChoiceField, TextField, reference_of } from "./field";
import type { Option } from "./field";
import { FormDialog } from "./form_dialog";
import { useRotas } from "./rotas_panel";
import type { Ladder } from "./warnings_tab";
import { admin_words } from "./words";

type Level = Schemas["LadderLevel"];
type Recipient = Schemas["LadderRecipient"];
const kinds = ["holder", "team", "account", "role", "rota", "webhook"] as const;
const roles = ["administrator", "sdm", "technician", "executive", "finance", "customer"] as const;

export const useWebhooks = (enabled: boolean) =>
  useRead("webhook", ["all"], async () => (await told(client.GET("/api/webhooks", { params: { query: { limit: 200 } } }))).items, { enabled });

/** Whom a ladder may tell, by kind. */
function useRecipients(): Record<Recipient["kind"], Option[]> {
  const may = useMay();
  const word = useVocabulary();
  const accounts = useAccounts(may("manage_accounts")).data ?? [];
  const teams = useTeams().data ?? [];
  const rotas = useRotas().data ?? [];
  const webhooks = useWebhooks(may("manage_deliveries")).data ?? [];
  const named = (list: readonly { reference: string; name: string }[]): Option[] => list.map(({ reference, name }) => ({ value: reference, name }));
  return {
    holder: [], team: named(teams), account: named(accounts.filter((each) => each.state !== "closed")), rota: named(rotas), webhook: named(webhooks),
    role: roles.map((role) => ({ value: role, name: capital(word("user_role", role)) })),
  };
}

export function useRecipient(): (recipient: Recipient) => string {
  const word = useVocabulary();
  const offered = useRecipients();
  return ({ kind, reference }) => (kind === "holder" ? word("recipient_kind", "holder") : offered[kind].find((each) => each.value === reference)?.name ?? `${word("recipient_kind", kind)} ${reference}`);
}

function LevelFields({ level, number: place, set, drop }: { level: Level; number: number; set: (level: Level) => void; drop: (() => void) | undefined }) {
  const say = useWords("admin", admin_words);
  const part = useWords("part", part_words);
  const word = useVocabulary();
  const offered = useRecipients();
  const change = (index: number, recipient: Recipient): void => set({ ...level, recipients: level.recipients.map((each, at) => (at === index ? recipient : each)) });
  return (
    <fieldset className="admin-level">
      <legend className="s b">{say("ladders.level", { number: place })}</legend>
      <div className="admin-pair">
        <TextField label={say("ladders.after_minutes")} type="number" min={0} value={String(level.after_minutes)} set={(value) => set({ ...level, after_minutes: Number(value) })} />
        <label className="flex gap2 s"><input type="checkbox" checked={level.is_urgent} onChange={(event) => set({ ...level, is_urgent: event.target.checked })} />{say("ladders.at_any_hour")}</label>
      </div>
      {level.recipients.map((recipient, index) => (
        <div className="row" key={index}>
          <ChoiceField label={say("ladders.tells")} value={recipient.kind} set={(kind) => change(index, { kind: kind as Recipient["kind"], reference: offered[kind as Recipient["kind"]][0]?.value ?? "" })} options={kinds.map((kind) => ({ value: kind, name: capital(word("recipient_kind", kind)) }))} />
          {recipient.kind === "holder" ? <span /> : <ChoiceField label={say("ladders.whom")} value={recipient.reference} set={(reference) => change(index, { ...recipient, reference })} options={offered[recipient.kind]} required />}
          <button type="button" className="btn ghost icon" aria-label={part("clear")} disabled={level.recipients.length === 1} onClick={() => set({ ...level, recipients: level.recipients.filter((_each, at) => at !== index) })}><IconTrash size={16} aria-hidden /></button>
        </div>
      ))}
      <span className="flex gap2">
        <button type="button" className="btn xs" onClick={() => set({ ...level, recipients: [...level.recipients, { kind: "role", reference: "sdm" }] })}><IconPlus size={14} aria-hidden />{say("ladders.add_recipient")}</button>
        {drop && <button type="button" className="btn xs ghost" onClick={drop}>{say("ladders.drop_level")}</button>}
      </span>
    </fieldset>
  );
}

const first: Level = { after_minutes: 0, is_urgent: false, recipients: [{ kind: "holder", reference: "" }] };

export function LadderDialog({ ladder, close, saved }: { ladder: Ladder | undefined; close: () => void; saved: () => void }) {
  const say = useWords("admin", admin_words);
  const [name, set_name] = useState(ladder?.name ?? "");
  const [levels, set_levels] = useState<Level[]>(ladder?.levels ?? [first]);
  async function save(): Promise<void> {
    if (ladder) await told(client.PATCH("/api/escalation-ladders/{reference}", { params: { path: { reference: ladder.reference }, header: of_version(ladder.version) }, body: { name, levels } }));
    else await told(client.POST("/api/escalation-ladders", { params: { header: once() }, body: { reference: reference_of(name), name, levels } }));
    saved();
  }
  const last = levels.at(-1)?.after_minutes ?? 0;
  return (
    <FormDialog wide title={ladder?.name ?? say("ladders.add")} act={say("save")} close={close} save={save}>
      <TextField name="name" label={say("name")} value={name} set={set_name} required />
      {levels.map((level, index) => (
        <LevelFields key={index} level={level} number={index + 1} set={(next) => set_levels(levels.map((each, at) => (at === index ? next : each)))} drop={levels.length > 1 ? () => set_levels(levels.filter((_each, at) => at !== index)) : undefined} />
      ))}
      <span><button type="button" className="btn xs" onClick={() => set_levels([...levels, { after_minutes: last + 30, is_urgent: true, recipients: [{ kind: "role", reference: "sdm" }] }])}><IconPlus size={14} aria-hidden />{say("ladders.add_level")}</button></span>
    </FormDialog>
  );
}
