// Who I am here, how I sign in, and how I like the pages.
import { Link } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";

import { TextField } from "../admin/field";
import { ListPanel } from "../admin/list";
import { TokensPanel } from "../admin/tokens_panel";
import { client, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import { shortcuts_on, turn_shortcuts } from "../frame/shortcuts";
import { choose_theme, useTheme } from "../frame/theme";
import type { Theme } from "../frame/theme";
import { Panel } from "../part/panel";
import { useNow } from "../part/ticker";
import { toast } from "../part/toast";
import { ToldInForm, useToldProblem } from "../part/told_problem";
import { instant, instant_near } from "../words/format";
import { language_now } from "../words/language";
import { capital, speak, useVocabulary, useWords } from "../words/words";
import type { Density } from "./density";
import { choose_density, useDensity } from "./density";
import { useMe } from "./me";
import { account_words } from "./account_words";

type Session = Schemas["Session"];
const least = 12;

function WhoPanel() {
  const say = useWords("account", account_words);
  const word = useVocabulary();
  const me = useMe();
  return (
    <Panel title={say("who")}>
      <dl className="admin-facts">
        <dt>{say("name")}</dt><dd className="b">{me.name}</dd>
        <dt>{say("email")}</dt><dd>{me.email}</dd>
        <dt>{say("roles")}</dt><dd>{me.roles.map((role) => capital(word("user_role", role))).join(", ")}</dd>
        <dt>{say("may")}</dt>
        <dd>
          <details>
            <summary>{say("permissions", { count: me.permissions.length })}</summary>
            <ul>{me.permissions.map((permission) => <li key={permission}>{capital(word("permission", permission))}</li>)}</ul>
          </details>
        </dd>
      </dl>
      <footer>{say("who_why")}</footer>
    </Panel>
  );
}

function Choice<T extends string>({ label, value, options, set }: { label: string; value: T; options: readonly { value: T; name: string }[]; set: (value: T) => void }) {
  return (
    <fieldset className="field">
      <legend className="s b m">{label}</legend>
      <div className="flex gap2" style={{ flexWrap: "wrap" }}>
        {options.map((option) => <button key={option.value} type="button" className={`btn xs ${option.value === value ? "pri" : ""}`} aria-pressed={option.value === value} onClick={() => set(option.value)}>{option.name}</button>)}
      </div>
    </fieldset>
  );
}

function LooksPanel() {
  const say = useWords("account", account_words);
  const theme = useTheme();
  const density = useDensity();
  const [keys, set_keys] = useState(shortcuts_on());
  return (
    <Panel title={say("looks")}>
      <div className="admin-pad stack">
        <Choice label={say("language")} value={language_now()} set={(language) => void speak(language)} options={[{ value: "fr", name: "Français" }, { value: "en", name: "English" }]} />
        <Choice<Theme> label={say("theme")} value={theme} set={choose_theme} options={[{ value: "auto", name: say("theme_auto") }, { value: "light", name: say("theme_light") }, { value: "dark", name: say("theme_dark") }]} />
        <Choice<Density> label={say("density")} value={density} set={choose_density} options={[{ value: "compact", name: say("compact") }, { value: "default", name: say("usual") }, { value: "comfortable", name: say("comfortable") }]} />
        <label className="flex gap2"><input type="checkbox" checked={keys} onChange={(event) => { turn_shortcuts(event.target.checked); set_keys(event.target.checked); }} />{say("shortcuts")}</label>
        <Link to={"/notices" as never}>{say("notices")}</Link>
      </div>
      <footer>{say("looks_why")}</footer>
    </Panel>
  );
}

function PasswordPanel() {
  const say = useWords("account", account_words);
  const queries = useQueryClient();
  const [old_password, set_old] = useState("");
  const [new_password, set_new] = useState("");
  const [again, set_again] = useState("");
  const [error, set_error] = useState<unknown>();
  const differs = again !== "" && again !== new_password;
  const is_short = new_password !== "" && new_password.length < least;
  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    set_error(undefined);
    try {
      await told(client.POST("/api/password", { body: { old_password, new_password } }));
      toast(say("changed"));
      set_old("");
      set_new("");
      set_again("");
      await queries.invalidateQueries({ queryKey: ["sessions"] });
    } catch (refused) {
      set_error(refused);
    }
  }
  return (
    <Panel title={say("password")}>
      <form className="form admin-pad" onSubmit={(event) => void change(event)}>
        <TextField label={say("old")} type="password" value={old_password} set={set_old} required />
        <TextField label={say("new")} type="password" value={new_password} set={set_new} required hint={is_short ? say("short", { count: new_password.length }) : say("rule")} />
        <TextField name="again" label={say("again")} type="password" value={again} set={set_again} required {...(differs ? { hint: say("differ") } : {})} />
        {error !== undefined && <ToldInForm error={error} />}
        <div className="acts"><button type="submit" className="btn pri" disabled={differs || is_short || again === ""}>{say("change")}</button></div>
      </form>
    </Panel>
  );
}

function SessionsPanel() {
  const say = useWords("account", account_words);
  const queries = useQueryClient();
  const problem = useToldProblem();
  const now = useNow();
  const sessions = useRead<Session[]>("sessions", ["all"], async () => (await told(client.GET("/api/sessions", { params: { query: { limit: 100 } } }))).items);
  async function end(of: readonly Session[]): Promise<void> {
    for (const session of of) await told(client.DELETE("/api/sessions/{reference}", { params: { path: { reference: session.reference } } }));
    await queries.invalidateQueries({ queryKey: ["sessions"] });
    toast(say("session_ended"));
  }
  const others = (sessions.data ?? []).filter((session) => !session.is_this);
  const try_end = (of: readonly Session[]): void => void end(of).catch((error: unknown) => toast(problem(error).why, { is_bad: true }));
  return (
    <ListPanel<Session>
      title={say("sessions")} query={sessions} key_of={(session) => session.reference} none={{ title: say("sessions"), why: "" }}
      acts={others.length > 1 && <button type="button" className="btn xs" onClick={() => try_end(others)}>{say("end_others")}</button>}
      columns={[
        { name: say("from"), cell: (session) => <b>{session.peer}</b> },
        { name: say("begun"), cell: (session) => instant(session.begun_at) },
        { name: say("seen"), cell: (session) => (session.is_this ? say("here") : instant_near(session.seen_at, now)) },
        { name: say("end"), is_hidden_name: true, is_number: true, cell: (session) => !session.is_this && <button type="button" className="btn xs" onClick={() => try_end([session])}>{say("end")}</button> },
      ]}
    />
  );
}

export function AccountPage() {
  const me = useMe();
  return (
    <>
      <div className="headline"><h1>{me.name}</h1></div>
      <div className="admin-settings">
        <WhoPanel />
        <LooksPanel />
        <PasswordPanel />
        <SessionsPanel />
      </div>
      <TokensPanel />
    </>
  );
}
