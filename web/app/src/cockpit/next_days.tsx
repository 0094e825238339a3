// My next seven days.
import { Link } from "@tanstack/react-router";

import type { AgreementHead } from "../figure/scorecard";
import { usePartyName } from "../frame/known";
import { Empty } from "../part/empty";
import { Glyph } from "../part/glyph";
import { Panel } from "../part/panel";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { day as day_name, month as month_name, time_of_day } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import type { Coming } from "./coming";
import { useComing } from "./coming";
import { cockpit_words } from "./words";

function useSaid(): (one: Coming) => { what: string; why: string; to: string; params?: Record<string, string> } {
  const say = useWords("cockpit", cockpit_words);
  const word = useVocabulary();
  const name = usePartyName();
  return (one) => {
    switch (one.kind) {
      case "dispute":
        return { what: say("day.dispute", { reference: one.reference }), why: say("day.dispute_why", { customer: name(one.customer), then: word("dispute_state", one.then) }), to: "/disputes/$reference", params: { reference: one.reference } };
      case "close": {
        const count = one.agreements.length;
        return { what: say("day.close", { count, month: month_name(one.month) }), why: say("day.close_why", { count, names: one.agreements.join(", ") }), to: "/closures" };
      }
      case "maintenance":
        return { what: say("day.maintenance", { title: one.title }), why: say("day.maintenance_why", { customer: one.customer ? name(one.customer) : say("day.everyone"), item: one.item }), to: "/outages" };
      case "ends":
        return { what: say("day.ends", { title: one.title }), why: say("day.ends_why", { customer: name(one.customer), reference: one.reference, number: one.number }), to: "/agreements/$reference", params: { reference: one.reference } };
    }
  };
}

function Day({ one, now, is_same }: { one: Coming; now: number; is_same: boolean }) {
  const say = useWords("cockpit", cockpit_words);
  const said = useSaid()(one);
  const is_late = one.at < now;
  const at = Math.max(one.at, now);
  const is_today = new Date(at).toDateString() === new Date(now).toDateString();
  const [weekday = "", number = ""] = day_name(at).split(" ");
  const has_hour = one.kind === "dispute" || one.kind === "maintenance";
  return (
    <li>
      <span className="cockpit-date">{!is_same && <><b>{number}</b>{is_today ? say("today") : weekday.replace(",", "")}</>}</span>
      <span className="cockpit-what">
        <Link to={said.to as never} {...(said.params ? { params: said.params as never } : {})} className="t b el" title={said.what}>{said.what}</Link>
        <span className="s m el" title={said.why}>{is_late && <span className="st risk"><Glyph sign="risk" />{say("late")}</span>} {said.why}</span>
      </span>
      <span className="s q nums">{has_hour && !is_late ? time_of_day(one.at) : ""}</span>
    </li>
  );
}

export function NextDays({ heads, judged, customer }: { heads: readonly AgreementHead[] | undefined; judged: readonly string[]; customer: string | undefined }) {
  const say = useWords("cockpit", cockpit_words);
  const { coming, now, is_waiting, error } = useComing(heads, judged, customer);
  const near = coming.filter((one) => one.at <= now + 7 * 86_400_000), far = coming.filter((one) => one.at > now + 7 * 86_400_000);
  const same = (items: Coming[], index: number): boolean =>
    index > 0 && new Date(Math.max(now, items[index - 1]?.at ?? 0)).toDateString() === new Date(Math.max(now, items[index]?.at ?? 0)).toDateString();
  return (
    <Panel title={say("days")} className="cockpit-days">
      {error ? <ToldProblem error={error} /> : is_waiting ? <div className="cockpit-pad"><Waiting rows={4} label={say("days")} /></div> : coming.length === 0
        ? <Empty title={say("days_none")}>{say("days_none_why")}</Empty>
        : (
          <>
            <ul>{near.map((one, index) => <Day key={index} one={one} now={now} is_same={same(near, index)} />)}</ul>
            {near.length === 0 && <p className="s m cockpit-pad">{say("days_none")}</p>}
            {far.length > 0 && <><h3 className="s q cockpit-further">{say("further")}</h3><ul>{far.slice(0, 4).map((one, index) => <FarDay key={index} one={one} />)}</ul></>}
          </>
        )}
    </Panel>
  );
}

function FarDay({ one }: { one: Coming }) {
  const said = useSaid()(one);
  const [, number = "", month = ""] = day_name(one.at).split(" ");
  return (
    <li>
      <span className="cockpit-date"><b>{number}</b>{month}</span>
      <span className="cockpit-what">
        <Link to={said.to as never} {...(said.params ? { params: said.params as never } : {})} className="t b el" title={said.what}>{said.what}</Link>
        <span className="s m el" title={said.why}>{said.why}</span>
      </span>
    </li>
  );
}
