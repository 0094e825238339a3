// One customer: how it stands now, and everything dated about it on one line of time.
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { useAgreementHeads } from "../figure/scorecard";
import { Panel } from "../part/panel";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { useMay } from "../session/me";
import { useWords } from "../words/words";
import { AddDialog } from "./add_dialog";
import { useAll, useDatedOfCustomer } from "./dated";
import { Compliance, OpenTickets, is_late, useOpenTickets, useYear } from "./now";
import { TimeLine } from "./time_line";
import { party_words } from "./words";
import "./party.css";

function Facts({ reference, add_site }: { reference: string; add_site: () => void }) {
  const say = useWords("party", party_words);
  const may = useMay();
  const heads = useAgreementHeads();
  const sites = useAll<Schemas["Site"]>("site", "/api/sites");
  const mine = (sites.data ?? []).filter((each) => each.customer === reference && !each.is_closed);
  return (
    <Panel title={say("facts")} acts={may("write_parties") ? <button type="button" className="btn xs" onClick={add_site}>{say("add_site")}</button> : undefined}>
      <div className="pt-body t">
        <p className="m">{say("reference")} <code>{reference}</code></p>
        <h3>{say("agreements")}</h3>
        <ul>{(heads.data ?? []).filter((each) => each.customer === reference).map((each) => <li key={each.reference} className="el" title={each.title}><Link to={`/agreements/${each.reference}` as never}>{each.title}</Link></li>)}</ul>
        <h3>{say("sites")}</h3>
        {mine.length === 0 ? <p className="m">{say("no_sites")}</p> : <ul>{mine.map((each) => <li key={each.reference}>{each.name} <span className="q">{each.zone}</span></li>)}</ul>}
      </div>
    </Panel>
  );
}

export function CustomerPage() {
  const say = useWords("party", party_words);
  const may = useMay();
  const { reference } = useParams({ strict: false }) as { reference: string };
  const [adds, add] = useState(false);
  const party = useRead("party", [reference], (signal) => told(client.GET("/api/parties/{reference}", { params: { path: { reference } }, signal })));
  const tickets = useOpenTickets({ customer: reference }, may("read_tickets"));
  const year = useYear(may("read_figures"));
  const dated = useDatedOfCustomer(reference);
  if (party.error) return <ToldProblem is_page error={party.error} again={() => void party.refetch()} />;
  if (!party.data) return <Waiting rows={8} label={reference} />;
  const open = tickets.data ?? [];
  const late = open.filter(is_late).length;
  const name = party.data.name;
  const message = !tickets.data ? name : late > 0 ? say("late_of", { name, late, open: open.length }) : open.length > 0 ? say("calm_of", { name, open: open.length }) : say("idle_of", { name });
  return (
    <>
      <div className="headline"><h1>{message}</h1></div>
      <div className="pt-cols">
        <div className="stack"><TimeLine {...dated} /></div>
        <div className="stack"><Compliance customer={reference} year={year} /><OpenTickets tickets={open} search={{ customer: reference }} /><Facts reference={reference} add_site={() => add(true)} /></div>
      </div>
      {adds && <AddDialog added="site" begin={{ customer: reference }} close={() => add(false)} />}
    </>
  );
}
