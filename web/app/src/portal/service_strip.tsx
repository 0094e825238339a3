// Each service: how it stands now, thirty days of it, and its availability against what was promised.
import { useNavigate, useSearch } from "@tanstack/react-router";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import type { Row } from "../figure/scorecard";
import { useServiceName } from "../frame/known";
import { useScope } from "../frame/scope";
import { StateText } from "../part/state";
import { useNow } from "../part/ticker";
import { instant, length, percent } from "../words/format";
import { language_now } from "../words/language";
import { useWords } from "../words/words";
import type { Explanation } from "./budget";
import { reasons_with } from "./budget";
import type { ServiceState } from "./promised";
import { last_days, marks_of } from "./promised";
import type { Outage } from "./readings";
import { portal_words } from "./words";

const days_shown = 30;

/** Which service each promise of availability is about: the agreement says it, in the words of outages. */
export function useServicesOf(rows: readonly Row[], period: string): ReadonlyMap<string, Row> {
  const promised = rows.filter((row) => row.metric === "availability" && row.kind === "sla" && row.cells.has(period));
  const { data } = useRead("figures", ["portal", "services", period, promised.map((row) => `${row.agreement}/${row.target}`)], async () =>
    Promise.all(promised.map(async (row) => {
      const query = { agreement: row.agreement, target: row.target, period, lang: language_now() };
      const answer: unknown = await told(client.GET("/api/figures/explanation", { params: { query } }));
      const said = [...reasons_with("availability_promise", (answer as Explanation).explanations)].at(-1);
      return { key: `${row.agreement}/${row.target}`, services: String(said?.arguments?.["services"] ?? "") };
    })), { enabled: promised.length > 0 });
  const named = new Map<string, Row>();
  for (const { key, services } of data ?? []) {
    const row = promised.find((each) => `${each.agreement}/${each.target}` === key);
    for (const name of services.split(",").map((each) => each.trim()).filter(Boolean)) if (row && !named.has(name)) named.set(name, row);
  }
  return named;
}

function Now({ state }: { state: ServiceState }) {
  const say = useWords("portal", portal_words);
  if (state.is_down) return <StateText sign="br">{say("service.down")}</StateText>;
  if (state.sign === "on") return <StateText sign="on">{say("service.on")}</StateText>;
  return <StateText sign={state.sign}>{say(`service.${state.sign}` as never, { count: state.troubled })}</StateText>;
}

function Ticks({ name, outages }: { name: string; outages: readonly Outage[] }) {
  const say = useWords("portal", portal_words);
  const now = useNow();
  const marks = marks_of(name, outages, last_days(now, days_shown), now);
  const hit = marks.filter((mark) => mark !== "up" && mark !== "ahead").length;
  return (
    <span className="portal-ticks" role="img" aria-label={hit === 0 ? say("service.ticks_none") : say("service.ticks" as never, { count: hit })}>
      {marks.map((mark, index) => <i key={index} className={mark} />)}
    </span>
  );
}

function Events({ name, outages, close }: { name: string; outages: readonly Outage[]; close: () => void }) {
  const say = useWords("portal", portal_words);
  const service_name = useServiceName();
  const now = useNow();
  const from = last_days(now, days_shown)[0] ?? 0;
  const shown = outages.filter((outage) => !outage.withdrawn && (outage.item === name || outage.item === "") && (outage.restored_at ? Date.parse(outage.restored_at) : now) > from);
  const title = say("service.events", { name: service_name(name) });
  return (
    <section className="portal-events" aria-label={title}>
      <h2>{title}</h2>
      {shown.length === 0 ? <p className="m">{say("service.none")}</p> : (
        <ul>
          {shown.map((outage) => (
            <li key={outage.reference}>
              <b className="prose">{outage.title}</b>
              <span className="m">{instant(outage.began_at)} → {outage.restored_at ? instant(outage.restored_at) : say("service.goes_on")}</span>
              <span className="nums">{length(((outage.restored_at ? Date.parse(outage.restored_at) : now) - Date.parse(outage.began_at)) / 1_000)}</span>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="btn" onClick={close}>{say("service.close")}</button>
    </section>
  );
}

function OneService({ state, row, outages, is_shown, show }: { state: ServiceState; row: Row | undefined; outages: readonly Outage[]; is_shown: boolean; show: () => void }) {
  const say = useWords("portal", portal_words);
  const service_name = useServiceName();
  const { period } = useScope();
  const cell = row?.cells.get(period);
  return (
    <li>
      <button type="button" aria-expanded={is_shown} onClick={show}>
        <span className="portal-service-head"><b className="el" title={service_name(state.name)}>{service_name(state.name)}</b><Now state={state} /></span>
        <Ticks name={state.name} outages={outages} />
        <span className="portal-service-foot">
          {cell?.value === undefined ? <span className="q">{say("service.no_target")}</span> : <><b>{percent(cell.value, 2)}</b><span className="q">{cell.required !== undefined && say("service.target", { value: percent(cell.required, 2) })}</span></>}
        </span>
      </button>
    </li>
  );
}

export function ServiceStrip({ states, outages, promised }: { states: ServiceState[]; outages: readonly Outage[]; promised: ReadonlyMap<string, Row> }) {
  const say = useWords("portal", portal_words);
  const { service } = useSearch({ strict: false }) as { service?: string };
  const navigate = useNavigate();
  const show = (name: string | undefined): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, service: name }), replace: true } as never);
  if (states.length === 0) return null;
  return (
    <section className="portal-services" aria-label={say("service.title")}>
      <ul>
        {states.map((state) => (
          <OneService key={state.name} state={state} row={promised.get(state.name)} outages={outages} is_shown={service === state.name} show={() => show(service === state.name ? undefined : state.name)} />
        ))}
      </ul>
      {service && states.some((state) => state.name === service) && <Events name={service} outages={outages} close={() => show(undefined)} />}
    </section>
  );
}
