// Scope, period, search, notices, me.
import { useNavigate } from "@tanstack/react-router";
import { IconBell, IconChevronDown, IconMenu2, IconSearch } from "@tabler/icons-react";
import { useState } from "react";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { useForgetSession, useMe } from "../session/me";
import { language_now } from "../words/language";
import { month } from "../words/format";
import { capital, speak, useWords } from "../words/words";
import { close_stream } from "../api/stream";
import { useParties } from "./known";
import { Pop } from "./pop";
import { months_before, this_month, useScope, useSetScope } from "./scope";
import type { Theme } from "./theme";
import { choose_theme, useTheme } from "./theme";
import { frame_words } from "./words";

function ScopePick() {
  const say = useWords("frame", frame_words);
  const { customer } = useScope();
  const set_scope = useSetScope();
  const { data } = useParties();
  const [words, set_words] = useState("");
  const customers = (data ?? []).filter((party) => party.kind === "customer");
  const wanted = customers.filter((party) => party.name.toLowerCase().includes(words.toLowerCase()));
  const name = customers.find((party) => party.reference === customer)?.name ?? (customer || say("portfolio"));
  return (
    <Pop className="pick" button={<><span className="k">{say("scope")}</span><span className="v" title={name}>{name}</span><IconChevronDown size={14} aria-hidden /></>}>
      {(close) => (
        <>
          {customers.length > 8 && <input className="ctl" aria-label={say("scope")} value={words} onChange={(event) => set_words(event.target.value)} />}
          <button type="button" aria-pressed={!customer} onClick={() => { set_scope({ customer: undefined }); close(); }}>{say("portfolio")}</button>
          <hr />
          {wanted.slice(0, 60).map((party) => (
            <button key={party.reference} type="button" aria-pressed={party.reference === customer} onClick={() => { set_scope({ customer: party.reference }); close(); }}>
              {party.name}
            </button>
          ))}
        </>
      )}
    </Pop>
  );
}

function PeriodPick() {
  const say = useWords("frame", frame_words);
  const { period } = useScope();
  const set_scope = useSetScope();
  const months = Array.from({ length: 24 }, (_, back) => months_before(this_month(), back));
  return (
    <Pop className="pick" button={<><span className="k">{say("period")}</span><span className="v" title={capital(month(period))}>{capital(month(period))}</span><IconChevronDown size={14} aria-hidden /></>}>
      {(close) =>
        months.map((each) => (
          <button key={each} type="button" aria-pressed={each === period} onClick={() => { set_scope({ period: each === this_month() ? undefined : each }); close(); }}>
            {capital(month(each))}
          </button>
        ))
      }
    </Pop>
  );
}

export function Bell() {
  const say = useWords("frame", frame_words);
  const navigate = useNavigate();
  const { data } = useRead("notice", ["unread"], () => told(client.GET("/api/me/unread-notices")), { every_milliseconds: 60_000 });
  const count = data?.count ?? 0;
  const label = count === 0 ? say("bell_none") : say("bell" as never, { count });
  return (
    <button type="button" className="bell" aria-label={label} title={label} onClick={() => void navigate({ to: "/notices" as never })}>
      <IconBell size={18} aria-hidden />
      {count > 0 && <b aria-hidden>{count > 99 ? "99+" : count}</b>}
    </button>
  );
}

export const initials = (name: string): string => name.split(/\s+/).map((part) => part.charAt(0)).slice(0, 2).join("").toUpperCase();

export function MyMenu({ show_keys }: { show_keys: () => void }) {
  const say = useWords("frame", frame_words);
  const me = useMe();
  const theme = useTheme();
  const forget = useForgetSession();
  const navigate = useNavigate();
  const themes: Theme[] = ["auto", "light", "dark"];
  async function sign_out(): Promise<void> {
    await client.DELETE("/api/session").catch(() => undefined);
    close_stream();
    forget();
  }
  return (
    <Pop className="me" label={`${initials(me.name)} – ${say("me", { name: me.name })}`} end button={initials(me.name)}>
      {(close) => (
        <>
          <button type="button" onClick={() => { close(); void navigate({ to: "/account" as never }); }}><span><b>{me.name}</b><br /><span className="s m">{me.email}</span></span></button>
          <hr />
          {themes.map((each) => (
            <button key={each} type="button" aria-pressed={theme === each} onClick={() => choose_theme(each)}>
              {say("theme")}{"\u00a0: "}{say(`theme_${each}`)}{theme === each && <span className="push" aria-hidden>✓</span>}
            </button>
          ))}
          <hr />
          <button type="button" lang={language_now() === "fr" ? "en" : "fr"} onClick={() => { close(); void speak(language_now() === "fr" ? "en" : "fr"); }}>{language_now() === "fr" ? "English" : "Français"}</button>
          <button type="button" onClick={() => { close(); show_keys(); }}>{say("keys")} <kbd className="push">?</kbd></button>
          <a href="/reference">{say("reference")}</a>
          <hr />
          <button type="button" onClick={() => void sign_out()}>{say("sign_out")}</button>
        </>
      )}
    </Pop>
  );
}

export function TopBar(props: { open_rail: () => void; open_palette: () => void; show_keys: () => void }) {
  const say = useWords("frame", frame_words);
  return (
    <header className="top">
      <button type="button" className="burger" aria-label={say("menu")} onClick={props.open_rail}><IconMenu2 size={18} aria-hidden /></button>
      <ScopePick /><span className="sep" aria-hidden />
      <PeriodPick />
      <button type="button" className="seek" onClick={props.open_palette}>
        <IconSearch size={16} aria-hidden /><span className="v">{say("seek")}</span><kbd>Ctrl K</kbd>
      </button>
      <Bell />
      <MyMenu show_keys={props.show_keys} />
    </header>
  );
}
