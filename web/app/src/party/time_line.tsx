// One line of time: a lane a kind, marks that lie on one another as one with a number, and the same in a list.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";

import { months_before, useScope, useSetScope } from "../frame/scope";
import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { part_words } from "../part/words";
import { Waiting } from "../part/waiting";
import { instant, instant_exact, length, month as month_text } from "../words/format";
import { useWords } from "../words/words";
import type { Dated, Kind, Mark, Window } from "./events";
import { is_in, kinds, marks_of, months_in, window_of } from "./events";
import { party_words } from "./words";

type Asked = { without?: string; months?: number; mark?: string };
const zooms = [3, 6, 12, 24];

function useAsked(): [Asked, (change: Record<string, unknown>) => void] {
  const asked = useSearch({ strict: false }) as Asked;
  const navigate = useNavigate();
  return [asked, (change) => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ...change }), replace: true, resetScroll: false } as never)];
}

const key_of = (kind: Kind, mark: Mark): string => `${kind}~${Math.min(...mark.events.map((each) => each.at))}~${Math.max(...mark.events.map((each) => each.at))}`;

function Lane({ kind, events, window, chosen, choose }: { kind: Kind; events: Dated[]; window: Window; chosen: string | undefined; choose: (key: string) => void }) {
  const say = useWords("party", party_words);
  const now = (Date.now() - window.from) / (window.to - window.from);
  return (
    <div className="pt-lane">
      <span>{say(`kind.${kind}`)}</span>
      <div className="pt-track">
        {now > 0 && now < 1 && <i className="pt-today" style={{ left: `${100 * now}%` }} />}
        {marks_of(events, window).map((mark) => {
          const key = key_of(kind, mark);
          const first = mark.events[0] as Dated;
          const label = mark.events.length === 1 ? `${first.text}, ${instant(first.at)}` : say("cluster", { count: mark.events.length, kind: say(`kind.${kind}`), day: instant(first.at) });
          return (
            <span key={key}>
              {mark.width > 0.07 && <i className="pt-last" style={{ left: `${100 * mark.left}%`, width: `${100 * mark.width}%` }} />}
              <button type="button" className={`pt-mark ${kind} ${first.is_bad ? "bad" : ""}`} style={{ left: `${Math.min(98, 100 * mark.left)}%` }} aria-pressed={chosen === key} aria-label={label} title={label} onClick={() => choose(key)}><i aria-hidden>{mark.events.length > 1 ? mark.events.length : ""}</i></button>
            </span>
          );
        })}
      </div>
    </div>
  );
}

function EventList({ events }: { events: Dated[] }) {
  const say = useWords("party", party_words);
  const say_part = useWords("part", part_words);
  const [most, set_most] = useState(25);
  return (
    <>
      <div className="scroll-x" role="region" aria-label={`${say("events")} · ${say_part("table")}`} tabIndex={0}>
        <table className="grid pt-events">
          <thead><tr><th scope="col">{say("when")}</th><th scope="col">{say("kind_head")}</th><th scope="col">{say("what")}</th></tr></thead>
          <tbody>
            {events.slice(0, most).map((each, index) => (
              <tr key={`${each.kind}${each.at}${index}`}>
                <td title={instant_exact(each.at)}>{instant(each.at)}</td>
                <td className="pt-kind m">{say(`kind.${each.kind}`)}</td>
                <td className="what">{each.to ? <Link to={each.to.split("?")[0] as never} search={Object.fromEntries(new URLSearchParams(each.to.split("?")[1] ?? "")) as never}>{each.text}</Link> : each.text}{each.until !== undefined && each.until > each.at && <span className="q"> {say("lasts", { time: length((each.until - each.at) / 1_000) })}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {events.length > most && <footer><button type="button" className="btn xs" onClick={() => set_most(most + 100)}>{say("more", { count: Math.min(100, events.length - most) })}</button></footer>}
    </>
  );
}

export function TimeLine({ events, is_waiting }: { events: Dated[]; is_waiting: boolean }) {
  const say = useWords("party", party_words);
  const say_part = useWords("part", part_words);
  const [asked, ask] = useAsked();
  const { period } = useScope();
  const set_scope = useSetScope();
  const count = zooms.includes(Number(asked.months)) ? Number(asked.months) : 12;
  const window = window_of(period, count);
  const without = new Set((asked.without ?? "").split(",").filter(Boolean));
  const inside = events.filter((each) => is_in(each, window));
  const there = kinds.filter((kind) => events.some((each) => each.kind === kind));
  const shown = inside.filter((each) => !without.has(each.kind));
  const [mark_kind, first, last] = (asked.mark ?? "").split("~");
  const listed = asked.mark ? shown.filter((each) => each.kind === mark_kind && each.at >= Number(first) && each.at <= Number(last)) : shown;
  const toggle = (kind: Kind): void => ask({ without: (without.has(kind) ? [...without].filter((each) => each !== kind) : [...without, kind]).join(",") || undefined, mark: undefined });
  const months = months_in(window);
  return (
    <>
      <Panel title={say("line")} acts={<>
        <button type="button" className="btn xs" onClick={() => set_scope({ period: months_before(period, count) })}>{say("earlier")}</button>
        <button type="button" className="btn xs" onClick={() => set_scope({ period: months_before(period, -count) })}>{say("later")}</button>
        <label className="filter"><span className="vh">{say("zoom")}</span><select value={count} onChange={(event) => ask({ months: Number(event.target.value) === 12 ? undefined : Number(event.target.value), mark: undefined })}>{zooms.map((each) => <option key={each} value={each}>{say("zoom_months", { count: each })}</option>)}</select></label>
      </>}>
        <div className="pt-body pt-tools" style={{ flexDirection: "row", paddingBottom: 0 }}>{there.map((kind) => <button key={kind} type="button" className="btn xs" aria-pressed={!without.has(kind)} onClick={() => toggle(kind)}>{say(`kind.${kind}`)} <span className="q">{inside.filter((each) => each.kind === kind).length}</span></button>)}</div>
        <div className="pt-line scroll-x" role="region" aria-label={`${say("line")} · ${say_part("chart")}`} tabIndex={0}>
          {is_waiting ? <Waiting rows={6} label={say("line")} /> : (
            <>
              <div className="pt-axis" aria-hidden><span /><span>{months.map((month, index) => (count <= 12 || index % 3 === 0) && <i key={month.name} style={{ left: `${100 * month.at}%` }}>{month.name.endsWith("-01") ? <b>{month.name.slice(0, 4)}</b> : month_text(month.name, "short")}</i>)}</span></div>
              {there.filter((kind) => !without.has(kind)).map((kind) => <Lane key={kind} kind={kind} events={inside.filter((each) => each.kind === kind)} window={window} chosen={asked.mark} choose={(key) => ask({ mark: asked.mark === key ? undefined : key })} />)}
            </>
          )}
        </div>
      </Panel>
      <Panel title={say("events")} beside={String(listed.length)} acts={asked.mark ? <button type="button" className="btn xs" onClick={() => ask({ mark: undefined })}>{say("all_again")}</button> : undefined}>
        {is_waiting ? <div className="pt-body"><Waiting rows={4} label={say("events")} /></div> : listed.length === 0 ? <Empty title={say("nothing")}>{say("nothing_why")}</Empty> : <EventList events={listed} />}
      </Panel>
    </>
  );
}
