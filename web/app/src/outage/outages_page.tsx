// What was down, and work that was announced: the facts under the figures of availability.
import { IconCalendarPlus, IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, of_version, told } from "../api/client";
import { usePages } from "../api/queries";
import { usePartyName, useServiceName } from "../frame/known";
import { useScope } from "../frame/scope";
import { useAsked } from "../grid/search";
import { Dialog } from "../part/dialog";
import { Empty } from "../part/empty";
import { StateChip, StateText } from "../part/state";
import { useNow } from "../part/ticker";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { toast } from "../part/toast";
import { Waiting } from "../part/waiting";
import { useMay } from "../session/me";
import { instant, length } from "../words/format";
import { useWords } from "../words/words";
import { MaintenanceForm, OutageForm } from "./forms";
import type { Maintenance, Outage } from "./outage";
import { state_of, state_of_maintenance } from "./outage";
import { OutagePanel } from "./outage_panel";
import { outage_words } from "./words";
import "../board/board.css";
import "./outage.css";

const page_size = 100;
const sign = { on: "br", restored: "met", withdrawn: "exc" } as const;
const work_sign = { planned: "on", running: "risk", past: "pau", cancelled: "exc" } as const;

const asked = (customer: string | undefined, cursor: string | undefined) =>
  ({ limit: page_size, ...(customer ? { customer } : {}), ...(cursor ? { cursor } : {}) });
const useOutages = (customer: string | undefined) =>
  usePages<Outage>("outage", [customer ?? ""], (cursor, signal) => told(client.GET("/api/outages", { params: { query: asked(customer, cursor) }, signal })));
const useWork = (customer: string | undefined, enabled: boolean) =>
  usePages<Maintenance>("maintenance", [customer ?? ""], (cursor, signal) => told(client.GET("/api/maintenance", { params: { query: asked(customer, cursor) }, signal })), { enabled });

function Lasted({ outage }: { outage: Outage }) {
  const now = useNow();
  const end = outage.restored_at ? Date.parse(outage.restored_at) : now;
  return <>{length(Math.max(0, (end - Date.parse(outage.began_at)) / 1_000))}</>;
}

type OutagesProps = { outages: readonly Outage[]; chosen: string | undefined; choose: (reference: string | undefined) => void };

function OutagesTable({ outages, chosen, choose }: OutagesProps) {
  const say = useWords("outage", outage_words);
  const party = usePartyName();
  const service = useServiceName();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={say("list", { name: say("outages") })}>
      <table className="grid">
        <thead><tr>{(["state", "reference", "item", "title", "customer", "began"] as const).map((key) => <th key={key} scope="col">{say(`column.${key}`)}</th>)}<th scope="col" className="num">{say("column.length")}</th><th scope="col">{say("column.restored")}</th></tr></thead>
        <tbody>
          {outages.map((outage) => {
            const state = state_of(outage);
            return (
              <tr key={outage.reference} className={outage.reference === chosen ? "sel" : undefined}>
                <td>{state === "on" ? <StateChip sign="br">{say("state.on")}</StateChip> : <StateText sign={sign[state]}>{say(`state.${state}`)}</StateText>}</td>
                <td><button type="button" className="link id" aria-expanded={outage.reference === chosen} onClick={() => choose(outage.reference === chosen ? undefined : outage.reference)}>{outage.reference}</button></td>
                <td>{service(outage.item)}</td>
                <td className="b ou-title" title={outage.title}>{outage.title}</td>
                <td>{outage.customer ? party(outage.customer) : say("everyone")}</td>
                <td>{instant(outage.began_at)}</td>
                <td className="num">{state === "withdrawn" ? "–" : <Lasted outage={outage} />}</td>
                <td>{outage.restored_at ? instant(outage.restored_at) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function WithdrawDialog({ work, close }: { work: Maintenance; close: () => void }) {
  const say = useWords("outage", outage_words);
  const queries = useQueryClient();
  const [error, set_error] = useState<unknown>();
  async function withdraw(): Promise<void> {
    set_error(undefined);
    try {
      await told(client.PATCH("/api/maintenance/{reference}", { params: { path: { reference: work.reference }, header: of_version(work.version) }, body: { withdrawn: true } }));
      toast(say("withdrawn", { reference: work.reference }));
      close();
    } catch (problem) { set_error(problem); }
    void queries.invalidateQueries({ queryKey: ["maintenance"] });
  }
  return (
    <Dialog title={say("withdraw_title", { reference: work.reference })} close={close}>
      <div className="body"><p>{work.title}</p><p>{say("withdraw_why")}</p>{error !== undefined && <ToldInForm error={error} />}</div>
      <div className="foot"><button type="button" className="btn" onClick={close}>{say("cancel")}</button><button type="button" className="btn danger" onClick={() => void withdraw()}>{say("withdraw")}</button></div>
    </Dialog>
  );
}

function WorkTable({ work }: { work: readonly Maintenance[] }) {
  const say = useWords("outage", outage_words);
  const party = usePartyName();
  const service = useServiceName();
  const can_write = useMay()("write_outages");
  const now = Math.floor(useNow() / 60_000) * 60_000;
  const [leaving, leave] = useState<Maintenance>();
  return (
    <>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={say("list", { name: say("maintenance") })}>
        <table className="grid">
          <thead><tr>{(["state", "reference", "item", "title", "customer", "starts", "ends", "announced"] as const).map((key) => <th key={key} scope="col">{say(`column.${key}`)}</th>)}{can_write && <th scope="col"><span className="vh">{say("withdraw")}</span></th>}</tr></thead>
          <tbody>
            {work.map((each) => {
              const state = state_of_maintenance(each, now);
              return (
                <tr key={each.reference}>
                  <td><StateText sign={work_sign[state]}>{say(`state.${state}`)}</StateText></td>
                  <td className="id">{each.reference}</td><td>{each.item ? service(each.item) : say("every_service")}</td><td className="b ou-title" title={each.title}>{each.title}</td>
                  <td>{each.customer ? party(each.customer) : say("everyone")}</td><td>{instant(each.starts_at)}</td><td>{instant(each.ends_at)}</td><td>{each.announced_at ? instant(each.announced_at) : say("unannounced")}</td>
                  {can_write && <td>{state === "planned" && <button type="button" className="btn xs" onClick={() => leave(each)}>{say("withdraw")}</button>}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {leaving && <WithdrawDialog work={leaving} close={() => leave(undefined)} />}
    </>
  );
}

export function OutagesPage() {
  const say = useWords("outage", outage_words);
  const can_write = useMay()("write_outages");
  const { customer } = useScope();
  const [asked, ask] = useAsked(["view", "outage", "new"]);
  const is_work = asked["view"] === "maintenance";
  const outages = useOutages(customer);
  const work = useWork(customer, is_work);
  const pages = is_work ? work : outages;
  const of_scope = outages.data?.pages.flatMap((page) => page.items) ?? [];
  const work_of_scope = work.data?.pages.flatMap((page) => page.items) ?? [];
  const going = of_scope.filter((outage) => state_of(outage) === "on").length;
  const chosen = is_work ? undefined : asked["outage"];
  const open = <button type="button" className="btn pri" onClick={() => ask({ new: "outage" })}><IconPlus size={14} aria-hidden />{say("open")}</button>;
  const announce = <button type="button" className="btn" onClick={() => ask({ new: "maintenance" })}><IconCalendarPlus size={14} aria-hidden />{say("announce")}</button>;
  function body() {
    if (pages.isError && !pages.data) return <ToldProblem error={pages.error} again={() => void pages.refetch()} />;
    if (pages.isPending) return <div className="ou-body"><Waiting rows={8} label={say("waiting")} /></div>;
    if (is_work && work_of_scope.length === 0) return <Empty title={say("empty_maintenance")} acts={can_write && announce}>{say("empty_maintenance_why")}</Empty>;
    if (!is_work && of_scope.length === 0) return <Empty title={say("empty")} acts={can_write && open}>{say("empty_why")}</Empty>;
    return is_work ? <WorkTable work={work_of_scope} /> : <OutagesTable outages={of_scope} chosen={chosen} choose={(outage) => ask({ outage })} />;
  }
  return (
    <>
      <div className="ou-head">
        <h1>{!outages.data ? say("outages") : going > 0 ? say("now", { count: going }) : say("none_now")}</h1>
        <span className="bo-seg" role="group" aria-label={say("views")}>
          <button type="button" aria-pressed={!is_work} onClick={() => ask({ view: undefined })}>{say("outages")}</button>
          <button type="button" aria-pressed={is_work} onClick={() => ask({ view: "maintenance", outage: undefined })}>{say("maintenance")}</button>
        </span>
        {can_write && <span className="push flex gap2">{announce}{open}</span>}
      </div>
      <div className={`ou ${chosen ? "split" : ""}`}>
        <section className="panel" aria-label={say(is_work ? "maintenance" : "outages")}>
          {body()}
          {pages.hasNextPage && <button type="button" className="btn ou-more" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{say("more")}</button>}
        </section>
        {chosen && <OutagePanel key={chosen} reference={chosen} close={() => ask({ outage: undefined })} />}
      </div>
      {asked["new"] === "outage" && can_write && <OutageForm close={() => ask({ new: undefined })} />}
      {asked["new"] === "maintenance" && can_write && <MaintenanceForm close={() => ask({ new: undefined })} />}
    </>
  );
}
