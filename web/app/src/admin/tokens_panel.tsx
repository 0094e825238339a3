// The tokens that one's own programs show.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import { toast } from "../part/toast";
import { useMe } from "../session/me";
import { civil_day, instant } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { TextField } from "./field";
import { FormDialog } from "./form_dialog";
import { ListPanel } from "./list";
import { SecretOnce } from "./secret_once";
import { admin_words } from "./words";
import "./admin.css";

type Token = Schemas["Token"];
type Permission = Token["permissions"][number];

function TokenDialog({ close, made }: { close: () => void; made: (secret: string) => void }) {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const me = useMe();
  const offered = me.permissions.filter((each) => each !== "anyone" && each !== "be_signed_in");
  const [name, set_name] = useState("");
  const [days, set_days] = useState("90");
  const [picked, set_picked] = useState<Permission[]>([]);
  async function save(): Promise<void> {
    made((await told(client.POST("/api/tokens", { body: { name, permissions: picked, days: Number(days) } }))).secret);
  }
  const pick = (permission: Permission, is_picked: boolean): void => set_picked(is_picked ? [...picked, permission] : picked.filter((each) => each !== permission));
  return (
    <FormDialog title={say("tokens.add")} act={say("tokens.add")} close={close} save={save} wide>
      <div className="admin-pair">
        <TextField name="name" label={say("name")} value={name} set={set_name} required />
        <TextField name="days" label={say("tokens.days")} type="number" min={1} max={365} value={days} set={set_days} required />
      </div>
      <fieldset>
        <legend className="s b m">{say("tokens.permissions")}</legend>
        <div className="admin-permissions">
          {offered.map((permission) => (
            <label key={permission}><input type="checkbox" checked={picked.includes(permission)} onChange={(event) => pick(permission, event.target.checked)} />{capital(word("permission", permission))}</label>
          ))}
        </div>
        {picked.length === 0 && <p className="s q">{say("tokens.pick")}</p>}
      </fieldset>
    </FormDialog>
  );
}

export function TokensPanel() {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const queries = useQueryClient();
  const tokens = useRead("token", ["all"], async () => (await told(client.GET("/api/tokens", { params: { query: { limit: 100 } } }))).items);
  const [is_making, set_making] = useState(false);
  const [secret, set_secret] = useState<string>();
  const [ending, set_ending] = useState<Token>();
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ["token"] });
  const add = <button type="button" className="btn" onClick={() => set_making(true)}>{say("tokens.add")}</button>;
  async function end(token: Token): Promise<void> {
    await told(client.DELETE("/api/tokens/{reference}", { params: { path: { reference: token.reference } } }));
    toast(say("tokens.ended", { name: token.name }));
    await again();
  }
  const permissions = (token: Token): string => token.permissions.map((each) => word("permission", each)).join(", ");
  return (
    <>
      <ListPanel<Token>
        title={say("tokens.title")} query={tokens} acts={add} key_of={(token) => token.reference} none={{ title: say("tokens.none"), why: say("tokens.none_why"), act: add }}
        columns={[
          { name: say("name"), cell: (token) => <b>{token.name}</b> },
          { name: say("tokens.permissions"), cell: (token) => <span className="m">{permissions(token).slice(0, 60)}{permissions(token).length > 60 ? "…" : ""}</span>, title: permissions },
          { name: say("tokens.made"), cell: (token) => instant(token.made_at) },
          { name: say("tokens.expires"), cell: (token) => instant(token.expires_at) },
          { name: say("tokens.used"), cell: (token) => (token.used_on ? civil_day(token.used_on) : say("tokens.never")) },
          { name: say("acts"), is_hidden_name: true, is_number: true, cell: (token) => <button type="button" className="btn xs ghost" onClick={() => set_ending(token)}>{say("tokens.end")}</button> },
        ]}
      />
      {is_making && <TokenDialog close={() => set_making(false)} made={(made) => { void again(); set_secret(made); }} />}
      {ending && (
        <FormDialog is_danger title={say("tokens.end_title", { name: ending.name })} act={say("tokens.end")} close={() => set_ending(undefined)} save={() => end(ending)}>
          <p className="prose">{say("tokens.end_why")}</p>
        </FormDialog>
      )}
      {secret && <SecretOnce title={say("tokens.secret")} why={say("secret_why")} secret={secret} close={() => set_secret(undefined)} />}
    </>
  );
}
