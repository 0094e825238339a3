// The agreements: with whom, and which version is the last.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";

import type { AgreementHead } from "../figure/scorecard";
import { useAgreementHeads } from "../figure/scorecard";
import { usePartyName } from "../frame/known";
import { useScope } from "../frame/scope";
import { Empty } from "../part/empty";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { is_of_customer, useMay, useMe } from "../session/me";
import { civil_day } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { WriteDialog } from "./write_dialog";
import { agreement_words } from "./words";
import "./agreement.css";

type Asked = { kind?: AgreementHead["kind"] | "all"; words?: string };
const kinds = ["sla", "ola", "uc", "all"] as const;

const day_or_none = (day: string | null | undefined): string => (day ? civil_day(day) : "–");

function List({ items }: { items: AgreementHead[] }) {
  const say = useWords("agreement", agreement_words);
  const party = usePartyName();
  const vocabulary = useVocabulary();
  return (
    <div className="panel">
      <div className="scroll-x" role="region" aria-label={say("table")} tabIndex={0}>
        <table className="grid roomy">
          <caption className="vh">{say("table")}</caption>
          <thead><tr><th scope="col">{say("title")}</th><th scope="col">{say("customer")}</th><th scope="col">{say("version")}</th><th scope="col">{say("state")}</th><th scope="col">{say("from")}</th><th scope="col">{say("until")}</th><th scope="col">{say("notice")}</th></tr></thead>
          <tbody>
            {items.map((each) => (
              <tr key={each.reference}>
                <td className="ag-row el" title={each.title}><Link className="b" to={`/agreements/${each.reference}` as never}>{each.title}</Link><br /><span className="s q">{each.reference} · {vocabulary("agreement_kind", each.kind)}</span></td>
                <td>{party(each.customer)}</td>
                <td>{each.number}</td>
                <td>{capital(vocabulary("agreement_state", each.state))}</td>
                <td>{day_or_none(each.in_force_from)}</td>
                <td>{day_or_none(each.in_force_to)}</td>
                <td>{day_or_none(each.notice_by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

export function AgreementsPage() {
  const say = useWords("agreement", agreement_words);
  const may = useMay();
  const me = useMe();
  const navigate = useNavigate();
  const { customer } = useScope();
  const asked = useSearch({ strict: false }) as Asked;
  const [adds, add] = useState(false);
  const heads = useAgreementHeads();
  const ask = (change: Asked | Record<string, undefined>): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ...change }), replace: true } as never);
  if (heads.error) return <ToldProblem is_page error={heads.error} again={() => void heads.refetch()} />;
  if (!heads.data) return <Waiting rows={10} label={say("table")} />;
  const all = heads.data.filter((each) => !customer || each.customer === customer);
  const of = (kind: string): number => all.filter((each) => each.kind === kind).length;
  const message = is_of_customer(me) && all.length > 0 ? say("mine", { count: all.length }) : [of("sla") && say("count_sla", { count: of("sla") }), of("ola") && say("count_ola", { count: of("ola") }), of("uc") && say("count_uc", { count: of("uc") })].filter(Boolean).join(", ");
  const kind = asked.kind ?? "all";
  const words = (asked.words ?? "").toLowerCase();
  const shown = all.filter((each) => (kind === "all" || each.kind === kind) && `${each.title} ${each.reference} ${each.customer}`.toLowerCase().includes(words));
  const add_button = may("write_agreements") ? <button type="button" className="btn pri" onClick={() => add(true)}>{say("add")}</button> : null;
  return (
    <>
      <div className="headline"><h1>{message || say("none")}</h1><span className="act">{all.length > 0 && add_button}</span></div>
      {all.length === 0 ? <Empty title={say("none")} acts={add_button}>{say("none_why")}</Empty> : (
        <>
          {!is_of_customer(me) && <div className="flex gap2 ag-tabs">
            {kinds.filter((each) => each === "all" || of(each) > 0).map((each) => <button key={each} type="button" className="btn xs" aria-pressed={kind === each} onClick={() => ask({ kind: each === "all" ? undefined : each } as Asked)}>{kind === each ? <b>{say(`kind.${each}`)}</b> : say(`kind.${each}`)}</button>)}
            <input className="ctl" style={{ maxWidth: 240 }} type="search" aria-label={say("seek")} placeholder={say("seek")} value={asked.words ?? ""} onChange={(event) => ask({ words: event.target.value || undefined } as Asked)} />
          </div>}
          {shown.length > 0 ? <List items={shown} /> : <Empty title={say("none_found")} />}
        </>
      )}
      {adds && <WriteDialog title={say("act.add_title")} text="" done={say("act.amend_done")} write={{ is: "add" }} close={() => add(false)} />}
    </>
  );
}
