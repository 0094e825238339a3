// The home of a customer: the answer as a sentence, then what may break, what waits, what was promised and decided.
import { PortalActs } from "../frame/portal_shell";
import { useServices, useServiceName } from "../frame/known";
import { useScope } from "../frame/scope";
import { rows_of, useAgreementHeads } from "../figure/scorecard";
import { ToldProblem } from "../part/told_problem";
import { useNow } from "../part/ticker";
import { useMe } from "../session/me";
import { names_together } from "../words/format";
import { useWords } from "../words/words";
import { DecidedPanel } from "./decided_panel";
import { LiveCard } from "./live_card";
import { MonthPanel } from "./month_panel";
import { NextPanel } from "./next_panel";
import { is_troubled, nearest_first, states_of } from "./promised";
import type { ServiceState } from "./promised";
import { useLastTickets, useOpenTickets, useOutages, useYear } from "./readings";
import { ServiceStrip, useServicesOf } from "./service_strip";
import { TicketsPanel } from "./tickets_panel";
import { WaitPanel } from "./wait_panel";
import { portal_words } from "./words";
import "./portal.css";

const most_services = 8;
const most_named = 3;

function useAnswer(): (states: readonly ServiceState[], has_nameless: boolean) => string {
  const say = useWords("portal", portal_words);
  const service_name = useServiceName();
  return (states, has_nameless) => {
    const troubled = states.filter((state) => state.sign !== "on").map((state) => service_name(state.name));
    if (has_nameless) troubled.push(say("other_service"));
    if (troubled.length === 0) return say("answer.fine");
    const rest = troubled.length - most_named;
    const names = names_together(rest > 0 ? [...troubled.slice(0, most_named), say("answer.more" as never, { count: rest })] : troubled);
    return say(troubled.length > states.length || (states.length > 0 && troubled.length === states.length) ? "answer.none" : "answer.but", { names });
  };
}

function HomeWaiting() {
  const say = useWords("portal", portal_words);
  return (
    <div className="portal-home" role="status" aria-busy="true" aria-label={say("loading")}>
      <div className="portal-hero"><div className="portal-answer"><div className="wait portal-wait-answer" /></div><div className="wait portal-wait-card" /></div>
      <div className="wait portal-services portal-wait-strip" /><div className="wait portal-tickets portal-wait-panel" /><div className="wait portal-wait portal-wait-panel" />
    </div>
  );
}

export function PortalHome() {
  const say = useWords("portal", portal_words);
  const me = useMe();
  const now = useNow();
  const { period } = useScope();
  const open = useOpenTickets(), last = useLastTickets(), outages = useOutages(), year = useYear(period), heads = useAgreementHeads();
  const catalogue = useServices();
  const answer = useAnswer();
  const rows = year.data && heads.data ? rows_of(year.data, heads.data) : [];
  const promised = useServicesOf(rows, period);
  if (open.error && !open.data) return <ToldProblem is_page error={open.error} again={() => void open.refetch()} />;
  if (!open.data || !last.data) return <HomeWaiting />;
  // The catalogue has what others are promised too: theirs is what was promised to them, what they ask about, what they miss.
  const used = [...open.data, ...last.data].map((ticket) => ticket.service).filter(Boolean);
  const missed = (outages.data ?? []).map((outage) => outage.item).filter((item) => catalogue.data?.some((service) => service.designation === item && !service.is_closed));
  const names = [...new Set([...promised.keys(), ...used, ...missed])];
  const states = states_of(names, open.data, outages.data ?? []);
  const shown = [...states].sort((a, b) => Number(a.sign === "on") - Number(b.sign === "on") || Number(!promised.has(a.name)) - Number(!promised.has(b.name))).slice(0, most_services);
  const troubled = nearest_first(open.data.filter(is_troubled), now);
  return (
    <div className="portal-home">
      <section className={`portal-hero ${troubled.length === 0 ? "calm" : ""}`} aria-label={say("hello", { name: me.name })}>
        <div className="portal-answer">
          <p className="m">{say("hello", { name: me.name })}</p>
          <h1 className="prose">{answer(states, troubled.some((ticket) => !ticket.service))}</h1>
          <PortalActs className="portal-cta" />
        </div>
        <LiveCard tickets={troubled} />
      </section>
      <ServiceStrip states={shown} outages={outages.data ?? []} promised={promised} />
      <TicketsPanel open={open.data} last={last.data} />
      <WaitPanel />
      <MonthPanel rows={rows} />
      <DecidedPanel />
      <NextPanel />
    </div>
  );
}
