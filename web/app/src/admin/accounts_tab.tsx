// Who signs in, as what, and where.
import { useQueryClient } from "@tanstack/react-query";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";

import { client, of_version, once, told } from "../api/client";
import type { Schemas } from "../api/client";
import { all_of, useRead } from "../api/queries";
import { useParties, usePartyName } from "../frame/known";
import { StateText } from "../part/state";
import { part_words } from "../part/words";
import { toast } from "../part/toast";
import { counted } from "../words/counted";
import { capital, useVocabulary, useWords } from "../words/words";
import { ChoiceField, TextField, reference_of } from "./field";
import { FormDialog, newest } from "./form_dialog";
import { ListPanel } from "./list";
import { SecretOnce } from "./secret_once";
import { admin_words } from "./words";

type Account = Schemas["Account"];
type Grant = Schemas["Grant"];
const roles = ["administrator", "sdm", "technician", "executive", "finance", "customer", "auditor", "integrator"] as const;
const parts = ["run", "project", "application_maintenance"] as const;

export const useAccounts = (enabled = true) =>
  useRead("account", ["all"], () => all_of<Account>((cursor) => told(client.GET("/api/accounts", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))), { enabled });
export const useTeams = () =>
  useRead("team", ["all"], () => all_of((cursor) => told(client.GET("/api/teams", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))));
const useSites = () =>
  useRead("site", ["all"], () => all_of((cursor) => told(client.GET("/api/sites", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))));

/** A role is changed with what it narrows: what is empty is everything. */
function with_reach(grant: Grant, field: "customer" | "part" | "team" | "site", value: string): Grant {
  const next = { ...grant, [field]: value };
  if (value === "") delete next[field];
  return next;
}

function GrantsField({ grants, set }: { grants: Grant[]; set: (grants: Grant[]) => void }) {
  const say = useWords("admin", admin_words);
  const part = useWords("part", part_words);
  const word = useVocabulary();
  const customers = (useParties().data ?? []).filter((party) => party.kind === "customer").map((party) => ({ value: party.reference, name: party.name }));
  const teams = (useTeams().data ?? []).map((team) => ({ value: team.reference, name: team.name }));
  const sites = (useSites().data ?? []).map((site) => ({ value: site.reference, name: site.name }));
  const change = (index: number, grant: Grant): void => set(grants.map((each, at) => (at === index ? grant : each)));
  return (
    <fieldset className="admin-grants">
      <legend className="s b m">{say("accounts.roles")}</legend>
      <p className="s q prose">{say("accounts.reach_hint")}</p>
      {grants.map((grant, index) => (
        <div key={index} className="admin-grant">
          <ChoiceField label={say("accounts.role")} value={grant.role} set={(role) => change(index, { ...grant, role: role as Grant["role"] })} options={roles.map((role) => ({ value: role, name: capital(word("user_role", role)) }))} />
          <ChoiceField label={say("accounts.customer")} value={grant.customer ?? ""} none={say("accounts.everywhere")} set={(value) => change(index, with_reach(grant, "customer", value))} options={customers} />
          <ChoiceField label={say("accounts.part")} value={grant.part ?? ""} none={say("accounts.everywhere")} set={(value) => change(index, with_reach(grant, "part", value))} options={parts.map((each) => ({ value: each, name: capital(word("contract_part", each)) }))} />
          <ChoiceField label={say("accounts.team")} value={grant.team ?? ""} none={say("accounts.everywhere")} set={(value) => change(index, with_reach(grant, "team", value))} options={teams} />
          <ChoiceField label={say("accounts.site")} value={grant.site ?? ""} none={say("accounts.everywhere")} set={(value) => change(index, with_reach(grant, "site", value))} options={sites} />
          <button type="button" className="btn ghost icon" aria-label={`${part("clear")} ${word("user_role", grant.role)}`} onClick={() => set(grants.filter((_each, at) => at !== index))}><IconTrash size={16} aria-hidden /></button>
        </div>
      ))}
      <span><button type="button" className="btn xs" onClick={() => set([...grants, { role: "technician" }])}><IconPlus size={14} aria-hidden />{say("accounts.add_role")}</button></span>
    </fieldset>
  );
}

function AccountDialog({ account, close, saved }: { account?: Account | undefined; close: () => void; saved: (account: Account) => void }) {
  const say = useWords("admin", admin_words);
  const parties = useParties().data ?? [];
  const [name, set_name] = useState(account?.name ?? "");
  const [email, set_email] = useState(account?.email ?? "");
  const [party, set_party] = useState(account?.party ?? parties.find((each) => each.kind === "owner")?.reference ?? "");
  const [language, set_language] = useState<string>(account?.language ?? "fr");
  const [grants, set_grants] = useState<Grant[]>(account?.grants ?? [{ role: "technician" }]);
  async function save(): Promise<void> {
    const common = { name, language: language as "en" | "fr", grants };
    const next = account
      ? await told(client.PATCH("/api/accounts/{reference}", { params: { path: { reference: account.reference }, header: of_version(account.version) }, body: common }))
      : await told(client.POST("/api/accounts", { params: { header: once() }, body: { ...common, reference: reference_of(email.split("@")[0] || name), email, party } }));
    saved(next);
  }
  return (
    <FormDialog wide title={account ? account.name : say("accounts.add")} act={say(account ? "save" : "accounts.add_and_invite")} close={close} save={save}>
      <div className="admin-pair">
        <TextField name="name" label={say("name")} value={name} set={set_name} required />
        {!account && <TextField name="email" label={say("accounts.email")} type="email" value={email} set={set_email} required />}
        {!account && <ChoiceField name="party" label={say("accounts.company")} value={party} set={set_party} options={parties.map((each) => ({ value: each.reference, name: each.name }))} required />}
        <ChoiceField name="language" label={say("accounts.language")} value={language} set={set_language} options={[{ value: "fr", name: "Français" }, { value: "en", name: "English" }]} />
      </div>
      <GrantsField grants={grants} set={set_grants} />
    </FormDialog>
  );
}

function useReach(): (grant: Grant) => string {
  const name_of = usePartyName();
  const word = useVocabulary();
  return (grant) => {
    const reach = [grant.customer && name_of(grant.customer), grant.part && word("contract_part", grant.part), grant.team, grant.site].filter(Boolean).join(", ");
    return reach ? `${capital(word("user_role", grant.role))} (${reach})` : capital(word("user_role", grant.role));
  };
}

export function AccountsTab() {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const queries = useQueryClient();
  const accounts = useAccounts();
  const name_of = usePartyName();
  const reach = useReach();
  const [open, set_open] = useState<Account | "new">();
  const [closing, set_closing] = useState<Account>();
  const [link, set_link] = useState<{ address: string; name: string }>();
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ["account"] });

  async function invite(account: Account): Promise<void> {
    const made = await told(client.POST("/api/invitations", { params: { header: once() } as never, body: { account: account.reference } }));
    set_link({ address: `${location.origin}/invitation/${made.secret}`, name: account.name });
  }
  async function close_account(account: Account): Promise<void> {
    await told(client.PATCH("/api/accounts/{reference}", { params: { path: { reference: account.reference }, header: of_version(account.version) }, body: { is_closed: true } }));
    await again();
    toast(say("accounts.closed", { name: account.name }));
  }
  const failed = (): void => toast(say("failed"), { is_bad: true });
  const add = <button type="button" className="btn pri" onClick={() => set_open("new")}>{say("accounts.add")}</button>;
  return (
    <>
      <ListPanel
        is_roomy title={say("accounts.title")} beside={accounts.data && say("accounts.count", counted(accounts.data.filter((each) => each.state !== "closed").length))} query={accounts} acts={add}
        key_of={(account) => account.reference} is_faint={(account) => account.state === "closed"} none={{ title: say("accounts.none"), why: "", act: add }}
        columns={[
          { name: say("name"), cell: (account) => <><b>{account.name}</b><br /><span className="s q">{account.email}</span></> },
          { name: say("accounts.company"), cell: (account) => name_of(account.party) },
          { name: say("accounts.roles"), cell: (account) => account.grants.map(reach).join(" · "), title: (account) => account.grants.map(reach).join("\n") },
          { name: say("state"), cell: (account) => <StateText sign={account.state === "active" ? "met" : account.state === "invited" ? "pau" : "exc"}>{capital(word("account_state", account.state))}</StateText> },
          {
            name: say("acts"), is_hidden_name: true, is_number: true,
            cell: (account) => account.state !== "closed" && (
              <span className="admin-acts">
                <button type="button" className="btn xs" onClick={() => set_open(account)}>{say("change")}</button>
                <button type="button" className="btn xs" onClick={() => void invite(account).catch(failed)}>{say("accounts.invite")}</button>
                <button type="button" className="btn xs ghost" onClick={() => void told(client.DELETE("/api/accounts/{reference}/openid", { params: { path: { reference: account.reference } } })).then(() => toast(say("accounts.unlinked", { name: account.name })), failed)}>{say("accounts.unlink")}</button>
                <button type="button" className="btn xs ghost" onClick={() => set_closing(account)}>{say("accounts.close")}</button>
              </span>
            ),
          },
        ]}
      />
      {open && <AccountDialog account={open === "new" ? undefined : newest(accounts.data, open)} close={() => set_open(undefined)} saved={(account) => { void again(); if (open === "new") void invite(account).catch(failed); }} />}
      {closing && (
        <FormDialog is_danger title={say("accounts.close_title", { name: closing.name })} act={say("accounts.close")} close={() => set_closing(undefined)} save={() => close_account(newest(accounts.data, closing))}>
          <p className="prose">{say("accounts.close_why")}</p>
        </FormDialog>
      )}
      {link && <SecretOnce title={say("accounts.link", { name: link.name })} why={say("accounts.link_why")} secret={link.address} close={() => set_link(undefined)} />}
    </>
  );
}
