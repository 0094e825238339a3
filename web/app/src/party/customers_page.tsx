// The customers: who is late, whose month is below, what is due first.
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { useAgreementHeads } from "../figure/scorecard";
import type { Party } from "../frame/known";
import { useParties } from "../frame/known";
import { first_clock, sign_of } from "../part/clock_state";
import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { StateText } from "../part/state";
import { TimeLeft } from "../part/time_left";
import { ToldProblem } from "../part/told_problem";
import { Sparkline } from "../part/trend";
import { Waiting } from "../part/waiting";
import { useMay } from "../session/me";
import { number, percent } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import type { Added } from "./add_dialog";
import { AddDialog } from "./add_dialog";
import type { Ticket } from "./dated";
import type { Year } from "./now";
import { is_late, trend_of, useOpenTickets, useYear } from "./now";
import { party_words } from "./words";
import "./party.css";

type Line = { party: Party; open: Ticket[]; late: number };

function CustomerRow({ line, year, agreements }: { line: Line; year: Year; agreements: number }) {
  const say = useWords("party", party_words);
  const { last, points } = trend_of((year.rows ?? []).filter((row) => row.customer === line.party.reference), year.months);
  const clock = first_clock(line.open.flatMap((ticket) => ticket.clocks.filter((each) => each.kind === "sla" && !each.ended_at && each.left_seconds !== undefined && sign_of(each) !== "br")));
  return (
    <tr>
      <td className="pt-name el" title={line.party.name}><Link className="b" to={`/customers/${line.party.reference}` as never}>{line.party.name}</Link></td>
      <td className="num">{last ? <>{last.sum.judged > last.sum.attained ? <StateText sign="br">{percent(last.sum.value ?? 0)}</StateText> : percent(last.sum.value ?? 0)}</> : <span className="q">–</span>}</td>
      <td><Sparkline points={points} {...(last?.sum.required === undefined ? {} : { target: last.sum.required })} label={say("trend")} /></td>
      <td className="num">{number(line.open.length)}</td>
      <td className="num">{line.late > 0 ? <StateText sign="br">{number(line.late)}</StateText> : <span className="q">0</span>}</td>
      <td>{clock ? <TimeLeft clock={clock} /> : <span className="q">{say("no_clock")}</span>}</td>
      <td className="num">{agreements}</td>
    </tr>
  );
}

function Others({ parties }: { parties: Party[] }) {
  const say = useWords("party", party_words);
  const vocabulary = useVocabulary();
  if (parties.length === 0) return null;
  return <Panel title={say("suppliers")}><ul className="pt-body t">{parties.map((each) => <li key={each.reference} className="flex gap2"><span>{each.name}</span><span className="q">{vocabulary("party_kind", each.kind)}</span></li>)}</ul></Panel>;
}

export function CustomersPage() {
  const say = useWords("party", party_words);
  const may = useMay();
  const [added, add] = useState<Added | undefined>();
  const parties = useParties();
  const tickets = useOpenTickets({}, may("read_tickets"));
  const year = useYear(may("read_figures"));
  const heads = useAgreementHeads();
  if (parties.error) return <ToldProblem is_page error={parties.error} again={() => void parties.refetch()} />;
  if (!parties.data) return <Waiting rows={8} label={say("table")} />;
  const lines: Line[] = parties.data.filter((each) => each.kind === "customer").map((party) => {
    const open = (tickets.data ?? []).filter((ticket) => ticket.customer === party.reference);
    return { party, open, late: open.filter(is_late).length };
  }).sort((a, b) => b.late - a.late || b.open.length - a.open.length || a.party.name.localeCompare(b.party.name));
  const worst = lines[0];
  const message = !worst ? say("customers_none") : worst.late > 0 ? say("customers_late", { customer: worst.party.name, count: worst.late }) : say("customers_calm", { count: lines.length });
  const add_customer = may("write_parties") ? <button type="button" className="btn pri" onClick={() => add("customer")}>{say("add_customer")}</button> : null;
  return (
    <>
      <div className="headline"><h1>{message}</h1><span className="act">{may("write_parties") && lines.length > 0 && <button type="button" className="btn" onClick={() => add("site")}>{say("add_site")}</button>}{lines.length > 0 && add_customer}</span></div>
      {lines.length === 0 ? <Empty title={say("customers_none")} acts={add_customer}>{say("customers_none_why")}</Empty> : (
        <div className="panel">
          <div className="scroll-x" role="region" aria-label={say("table")} tabIndex={0}>
            <table className="grid roomy">
              <caption className="vh">{say("table")}</caption>
              <thead><tr><th scope="col">{say("customer")}</th><th scope="col" className="num">{say("month")}</th><th scope="col">{say("trend")}</th><th scope="col" className="num">{say("open")}</th><th scope="col" className="num">{say("late")}</th><th scope="col">{say("next")}</th><th scope="col" className="num">{say("agreements")}</th></tr></thead>
              <tbody>{lines.map((line) => <CustomerRow key={line.party.reference} line={line} year={year} agreements={(heads.data ?? []).filter((each) => each.customer === line.party.reference).length} />)}</tbody>
            </table>
          </div>
        </div>
      )}
      <Others parties={parties.data.filter((each) => each.kind !== "customer")} />
      {added && <AddDialog added={added} close={() => add(undefined)} />}
    </>
  );
}
