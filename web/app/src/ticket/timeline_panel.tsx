// The timeline with its legend, its zoom and its table twin.
import { IconMinus, IconPlus, IconZoomReset } from "@tabler/icons-react";

import { useShortcuts } from "../frame/shortcuts";
import { HolderMark } from "../part/holder";
import type { Clock } from "../part/clock_state";
import { useWords } from "../words/words";
import type { Account } from "./account";
import { passages_of } from "./account";
import { useHandOf } from "./hands";
import type { Lit } from "./lane";
import { page_words } from "./page_words";
import { Patterns } from "./patterns";
import { CountedShare } from "./share";
import { StretchTables } from "./stretch_table";
import { useTicketSearch } from "./ticket_page";
import { Timeline, useZoom } from "./timeline";

export function TimelinePanel({ accounts, clocks, main, lit, light }: { accounts: Account[]; clocks: Clock[]; main: Account; lit: Lit; light: (lit: Lit) => void }) {
  const say = useWords("ticket_page", page_words);
  const [search, set_search] = useTicketSearch();
  const hand_of = useHandOf();
  const zoom = useZoom(accounts, clocks);
  const is_table = search.view === "table";
  useShortcuts({ "+": () => zoom.near(0.6), "=": () => zoom.near(0.6), "-": () => zoom.near(1.7), "0": () => zoom.set(undefined) }, !is_table);
  const hands = new Set(accounts.flatMap((account) => passages_of(account)).map((passage) => hand_of(passage.holder)));
  const has = (test: (account: Account) => boolean): boolean => accounts.some(test);
  const zooms = [["zoom_in", IconPlus, () => zoom.near(0.6), "+"], ["zoom_out", IconMinus, () => zoom.near(1.7), "−"], ["zoom_all", IconZoomReset, () => zoom.set(undefined), "0"]] as const;
  return (
    <section className="panel" aria-labelledby="tk-lanes">
      <Patterns />
      <header className="tk-lead">
        <h2 id="tk-lanes">{say("lane.title")}</h2>
        <span className="tk-legend">
          {(["us", "cust", "supp", "none"] as const).filter((hand) => hands.has(hand)).map((hand) => <HolderMark key={hand} holder={hand} />)}
          {has((account) => account.stretches.some((stretch) => stretch.treatment === "paused")) && <span className="hold"><i className="sw exc" />{say("lane.not_counted")}</span>}
          <span className="hold"><i className="sw count" />{say("lane.counted")}</span>
          {has((account) => account.stretches.some((stretch) => stretch.is_over)) && <span className="hold"><i className="sw over" />{say("lane.over")}</span>}
          {has((account) => account.stretches.some((stretch) => stretch.parts.some((part) => part.kind === "closed"))) && <span className="hold"><i className="sw h-off" />{say("lane.closed")}</span>}
        </span>
        <span className="push flex gap1 tk-tools">
          <button type="button" className="link why plain" onClick={() => set_search({ why: search.why ? undefined : main.key })} aria-expanded={search.why !== undefined}>{say("why.open")}</button>
          {!is_table && zooms.map(([name, Icon, act, key]) => <button key={name} type="button" className="btn xs icon ghost" aria-label={say(`lane.${name}`)} title={`${say(`lane.${name}`)} (${key})`} onClick={act} disabled={name !== "zoom_in" && zoom.span === undefined}><Icon size={14} aria-hidden /></button>)}
          <span className="tk-seg" role="group" aria-label={say("lane.title")}>
            <button type="button" aria-pressed={!is_table} onClick={() => set_search({ view: undefined })}>{say("lane.chart")}</button>
            <button type="button" aria-pressed={is_table} title="t" onClick={() => set_search({ view: "table" })}>{say("lane.table")}</button>
          </span>
        </span>
      </header>
      {is_table ? <StretchTables accounts={accounts} clocks={clocks} /> : <Timeline accounts={accounts} clocks={clocks} lit={lit} light={light} zoom={zoom} chosen={search.why} open_why={(why) => set_search({ why: search.why === why ? undefined : why })} />}
      <CountedShare account={main} />
    </section>
  );
}
