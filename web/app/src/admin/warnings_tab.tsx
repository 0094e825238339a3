// At which point somebody is told: rules, ladders, who is on call.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, of_version, once, told } from "../api/client";
import type { Schemas } from "../api/client";
import { all_of, useRead } from "../api/queries";
import { useParties, usePartyName } from "../frame/known";
import { toast } from "../part/toast";
import { useMay } from "../session/me";
import { instant, number } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { ChoiceField, TextField, reference_of } from "./field";
import { FormDialog, newest } from "./form_dialog";
import { LadderDialog, useRecipient } from "./ladder_dialog";
import { ListPanel } from "./list";
import { RotasPanel } from "./rotas_panel";
import { admin_words } from "./words";

type Rule = Schemas["WarningRule"];
export type Ladder = Schemas["EscalationLadder"];
const watches = ["share_of_target", "time_left", "waits_for_customer", "threshold_at_risk", "budget_spent", "agreement_ends", "notice_to_give"] as const;
const of_clocks = new Set<string>(["share_of_target", "time_left"]);

export const useLadders = () =>
  useRead("escalation_ladder", ["all"], () => all_of<Ladder>((cursor) => told(client.GET("/api/escalation-ladders", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))));
const useRules = () =>
  useRead("warning_rule", ["all"], () => all_of<Rule>((cursor) => told(client.GET("/api/warning-rules", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))));

function RuleDialog({ ladders, close, saved }: { ladders: Ladder[]; close: () => void; saved: () => void }) {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const customers = (useParties().data ?? []).filter((party) => party.kind === "customer");
  const [name, set_name] = useState("");
  const [what, set_what] = useState<(typeof watches)[number]>("share_of_target");
  const [amount, set_amount] = useState("75");
  const [ladder, set_ladder] = useState(ladders[0]?.reference ?? "");
  const [customer, set_customer] = useState("");
  const [priority, set_priority] = useState("");
  const [kind, set_kind] = useState("");
  async function save(): Promise<void> {
    const narrowed = { ...(customer ? { customer } : {}), ...(priority ? { priority } : {}), ...(kind && of_clocks.has(what) ? { kind: kind as "sla" | "ola" | "uc" } : {}) };
    const body = { reference: reference_of(name), name, watches: what, amount: Number(amount), ladder, ...narrowed };
    await told(client.POST("/api/warning-rules", { params: { header: once() }, body }));
    saved();
  }
  return (
    <FormDialog title={say("warnings.add")} act={say("add")} close={close} save={save}>
      <TextField name="name" label={say("name")} value={name} set={set_name} required />
      <div className="admin-pair">
        <ChoiceField name="watches" label={say("warnings.watches")} value={what} set={(value) => set_what(value as (typeof watches)[number])} options={watches.map((each) => ({ value: each, name: capital(word("warning_trigger", each)) }))} />
        <TextField name="amount" label={say(`warnings.amount.${what}`)} type="number" min={1} value={amount} set={set_amount} required />
        <ChoiceField name="ladder" label={say("warnings.ladder")} value={ladder} set={set_ladder} options={ladders.map((each) => ({ value: each.reference, name: each.name }))} required />
        <ChoiceField name="customer" label={say("accounts.customer")} value={customer} none={say("accounts.everywhere")} set={set_customer} options={customers.map((each) => ({ value: each.reference, name: each.name }))} />
        {of_clocks.has(what) && <ChoiceField name="kind" label={say("warnings.kind")} value={kind} none={say("all")} set={set_kind} options={["sla", "ola", "uc"].map((each) => ({ value: each, name: each.toUpperCase() }))} />}
        {of_clocks.has(what) && <ChoiceField name="priority" label={say("warnings.priority")} value={priority} none={say("all_f")} set={set_priority} options={["P1", "P2", "P3", "P4", "P5"].map((each) => ({ value: each, name: each }))} />}
      </div>
    </FormDialog>
  );
}

function RulesPanel({ ladders }: { ladders: Ladder[] }) {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const queries = useQueryClient();
  const name_of = usePartyName();
  const may_write = useMay()("write_warnings");
  const rules = useRules();
  const [is_adding, set_adding] = useState(false);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ["warning_rule"] });
  const failed = (): void => toast(say("failed"), { is_bad: true });
  async function close_rule(rule: Rule, is_closed: boolean): Promise<void> {
    const next = await told(client.PATCH("/api/warning-rules/{reference}", { params: { path: { reference: rule.reference }, header: of_version(rule.version) }, body: { is_closed } }));
    await again();
    if (is_closed) toast(say("warnings.closed", { name: rule.name }), { undo: () => void close_rule(next, false).catch(failed) });
  }
  const open_ladders = ladders.filter((each) => !each.is_closed);
  const add = may_write ? <button type="button" className="btn pri" disabled={open_ladders.length === 0} onClick={() => set_adding(true)}>{say("warnings.add")}</button> : undefined;
  return (
    <>
      <ListPanel
        title={say("warnings.rules")} query={rules} acts={add} key_of={(rule) => rule.reference} is_faint={(rule) => rule.is_closed}
        none={{ title: say("warnings.none"), why: say(open_ladders.length > 0 ? "warnings.none_why" : "warnings.needs_ladder"), act: add }}
        columns={[
          { name: say("name"), cell: (rule) => <b>{rule.name}</b> },
          { name: say("warnings.watches"), cell: (rule) => capital(word("warning_trigger", rule.watches)) },
          { name: say("warnings.at"), is_number: true, cell: (rule) => say(`warnings.shown.${rule.watches}`, { amount: number(rule.amount) }) },
          { name: say("warnings.narrowed"), cell: (rule) => [rule.customer && name_of(rule.customer), rule.kind?.toUpperCase(), rule.priority, rule.team, rule.agreement].filter(Boolean).join(", ") || say("accounts.everywhere") },
          { name: say("warnings.ladder"), cell: (rule) => ladders.find((each) => each.reference === rule.ladder)?.name ?? rule.ladder },
          { name: say("since"), cell: (rule) => <span className="m">{instant(rule.since)}</span> },
          {
            name: say("acts"), is_hidden_name: true, is_number: true,
            cell: (rule) => may_write && <button type="button" className="btn xs ghost" onClick={() => void close_rule(rule, !rule.is_closed).catch(failed)}>{say(rule.is_closed ? "open_again" : "stop")}</button>,
          },
        ]}
      />
      {is_adding && <RuleDialog ladders={open_ladders} close={() => set_adding(false)} saved={() => void again()} />}
    </>
  );
}

function LaddersPanel() {
  const say = useWords("admin", admin_words);
  const queries = useQueryClient();
  const may_write = useMay()("write_warnings");
  const ladders = useLadders();
  const recipient = useRecipient();
  const [open, set_open] = useState<Ladder | "new">();
  const add = may_write ? <button type="button" className="btn" onClick={() => set_open("new")}>{say("ladders.add")}</button> : undefined;
  const told_level = (level: Schemas["LadderLevel"]): string =>
    `${level.after_minutes === 0 ? say("ladders.at_once") : say("ladders.after", { minutes: number(level.after_minutes) })} ${level.recipients.map(recipient).join(", ")}${level.is_urgent ? ` (${say("ladders.urgent")})` : ""}`;
  return (
    <>
      <ListPanel
        title={say("ladders.title")} query={ladders} acts={add} key_of={(ladder) => ladder.reference} is_faint={(ladder) => ladder.is_closed}
        none={{ title: say("ladders.none"), why: say("ladders.none_why"), act: add }}
        columns={[
          { name: say("name"), cell: (ladder) => <b>{ladder.name}</b> },
          { name: say("ladders.levels"), cell: (ladder) => <ol>{ladder.levels.map((level, index) => <li key={index}>{index + 1}. {told_level(level)}</li>)}</ol> },
          { name: say("acts"), is_hidden_name: true, is_number: true, cell: (ladder) => may_write && <button type="button" className="btn xs" onClick={() => set_open(ladder)}>{say("change")}</button> },
        ]}
      />
      {open && <LadderDialog ladder={open === "new" ? undefined : newest(ladders.data, open)} close={() => set_open(undefined)} saved={() => void queries.invalidateQueries({ queryKey: ["escalation_ladder"] })} />}
    </>
  );
}

export function WarningsTab() {
  const ladders = useLadders().data ?? [];
  return (
    <>
      <RulesPanel ladders={ladders} />
      <LaddersPanel />
      <RotasPanel />
    </>
  );
}
