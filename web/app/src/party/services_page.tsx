// The catalogue: what is promised, and what tickets name that the catalogue does not have.
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import type { Schemas } from "../api/client";
import { usePartyName, useServices } from "../frame/known";
import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { useMay } from "../session/me";
import { language_now } from "../words/language";
import { number } from "../words/format";
import { useWords } from "../words/words";
import { AddDialog } from "./add_dialog";
import { useAll } from "./dated";
import { reference_from } from "./events";
import { is_late, useOpenTickets } from "./now";
import { party_words } from "./words";
import "./party.css";

export function ServicesPage() {
  const say = useWords("party", party_words);
  const may = useMay();
  const party = usePartyName();
  const [added, add] = useState<string | undefined>();
  const services = useServices();
  const tickets = useOpenTickets({}, may("read_tickets"));
  const outages = useAll<Schemas["Outage"]>("outage", "/api/outages", {}, may("read_outages"));
  if (services.error) return <ToldProblem is_page error={services.error} again={() => void services.refetch()} />;
  if (!services.data) return <Waiting rows={8} label={say("services_table")} />;
  const known = new Set(services.data.flatMap((each) => [each.designation, each.reference]));
  const of = (name: string) => (tickets.data ?? []).filter((each) => each.service === name);
  const seen = [...new Set([...(tickets.data ?? []).map((each) => each.service), ...(outages.data ?? []).map((each) => each.item)])].filter((name) => name && !known.has(name)).sort();
  const add_service = may("write_catalogue") ? <button type="button" className="btn pri" onClick={() => add("")}>{say("add_service")}</button> : null;
  return (
    <>
      <div className="headline"><h1>{services.data.length > 0 ? say("services_count", { count: services.data.length }) : say("services_none")}</h1><span className="act">{services.data.length + seen.length > 0 && add_service}</span></div>
      {services.data.length === 0 ? (seen.length > 0 ? <p className="m prose">{say("services_none_why")}</p> : <Empty title={say("services_none")} acts={add_service}>{say("services_none_why")}</Empty>) : (
        <div className="panel">
          <div className="scroll-x" role="region" aria-label={say("services_table")} tabIndex={0}>
            <table className="grid roomy">
              <caption className="vh">{say("services_table")}</caption>
              <thead><tr><th scope="col">{say("service")}</th><th scope="col">{say("designation")}</th><th scope="col">{say("owner")}</th><th scope="col" className="num">{say("open")}</th><th scope="col" className="num">{say("late")}</th></tr></thead>
              <tbody>{services.data.map((each) => (
                <tr key={each.reference}>
                  <td className="pt-name el"><Link className="b" to={`/services/${encodeURIComponent(each.reference)}` as never}>{language_now() === "fr" ? each.name_fr : each.name_en}</Link>{each.is_closed && <span className="chip plain">{say("is_closed")}</span>}</td>
                  <td className="m">{each.designation}</td><td className="m">{party(each.owner)}</td>
                  <td className="num">{number(of(each.designation).length)}</td><td className="num">{number(of(each.designation).filter(is_late).length)}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
        </div>
      )}
      {seen.length > 0 && (
        <Panel title={say("seen")} beside={String(seen.length)}>
          <ul className="pt-body t">{seen.map((name) => <li key={name} className="flex gap3"><Link to={`/services/${encodeURIComponent(name)}` as never}>{name}</Link><span className="q">{say("open")} {of(name).length}</span>{may("write_catalogue") && <button type="button" className="btn xs push" aria-label={`${say("take_in")} ${name}`} onClick={() => add(name)}>{say("take_in")}</button>}</li>)}</ul>
        </Panel>
      )}
      {added !== undefined && <AddDialog added="service" begin={added ? { name_fr: added, name_en: added, designation: added, reference: reference_from(added) } : {}} close={() => add(undefined)} />}
    </>
  );
}
