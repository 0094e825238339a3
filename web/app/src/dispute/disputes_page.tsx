// What is contested: whose turn it is, until when, and what silence means.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";

import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import { usePartyName } from "../frame/known";
import { useScope } from "../frame/scope";
import { Empty } from "../part/empty";
import { useNow } from "../part/ticker";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { is_of_customer, useMe } from "../session/me";
import { instant_exact, instant_near } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { DisputeState, Subject, side_of, useSideName } from "./subject";
import type { Dispute, Side } from "./turn";
import { in_order, is_settled } from "./turn";
import { dispute_words } from "./words";
import "./dispute.css";

const filters = ["open", "settled", "all"] as const;
type Filter = (typeof filters)[number];

export const useDisputes = () =>
  useRead("dispute", ["all"], (signal) => all_of<Dispute>((cursor) => told(client.GET("/api/disputes", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } }, signal }))));

function Row({ dispute, own, with_customer }: { dispute: Dispute; own: Side; with_customer: boolean }) {
  const say = useWords("dispute", dispute_words);
  const word = useVocabulary();
  const party_name = usePartyName();
  const side_name = useSideName(own);
  const now = useNow();
  return (
    <tr className={dispute.turn === own ? "dsp-ours" : ""}>
      <td><Link className="id" to={"/disputes/$reference" as never} params={{ reference: dispute.reference } as never}>{dispute.reference}</Link></td>
      <td><Subject dispute={dispute} /><span className="s q dsp-motive" title={dispute.steps[0]?.motive}>{dispute.steps[0]?.motive}</span></td>
      {with_customer && <td>{party_name(dispute.customer)}</td>}
      <td className="m">{side_name(dispute.side)}, <span title={instant_exact(dispute.claimed_at)}>{instant_near(dispute.claimed_at, now)}</span></td>
      <td><DisputeState dispute={dispute} /></td>
      <td>{dispute.turn === own ? <b>{say("your_turn")}</b> : <span className="m">{side_name(dispute.turn)}</span>}</td>
      <td className="nums" title={dispute.answer_until && instant_exact(dispute.answer_until)}>{is_settled(dispute) ? "–" : dispute.answer_until ? instant_near(dispute.answer_until, now) : <span className="q">{say("no_limit")}</span>}</td>
      <td className="m">{is_settled(dispute) ? "–" : dispute.then ? capital(word("dispute_state", dispute.then)) : say("nothing")}</td>
    </tr>
  );
}

function useHeadline(disputes: readonly Dispute[], own: Side): string {
  const say = useWords("dispute", dispute_words);
  if (disputes.length === 0) return say("title_none");
  const ours = disputes.filter((dispute) => dispute.turn === own).length;
  if (ours > 0) return say("title_ours", { count: ours });
  const theirs = disputes.filter((dispute) => !is_settled(dispute)).length;
  return theirs > 0 ? say("title_theirs", { count: theirs }) : say("title_settled");
}

export function DisputesPage() {
  const say = useWords("dispute", dispute_words);
  const tell = useWords("part", part_words);
  const me = useMe();
  const own = side_of(me);
  const { customer } = useScope();
  const search = useSearch({ strict: false }) as { shown?: Filter };
  const navigate = useNavigate();
  const read = useDisputes();
  const filter: Filter = filters.includes(search.shown as Filter) ? (search.shown as Filter) : "open";
  const show = (shown: Filter): void => void navigate({ to: ".", search: (before: object) => ({ ...before, shown: shown === "open" ? undefined : shown }), replace: true } as never);
  const all = (read.data ?? []).filter((dispute) => !customer || dispute.customer === customer);
  const headline = useHeadline(all, own);
  if (read.isError && !read.data) return <ToldProblem is_page error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Waiting rows={8} label={tell("loading")} />;
  const counts: Record<Filter, number> = { open: all.filter((each) => !is_settled(each)).length, settled: all.filter(is_settled).length, all: all.length };
  const rows = in_order(all.filter((dispute) => filter === "all" || is_settled(dispute) === (filter === "settled")), own);
  const with_customer = !is_of_customer(me);
  return (
    <>
      <div className="headline"><h1>{headline}</h1></div>
      {all.length === 0 && <section className="panel"><Empty title={say("none")} acts={<Link className="btn pri" to={"/tickets" as never}>{say("see_tickets")}</Link>}>{say("none_why")}</Empty></section>}
      {all.length > 0 && (
        <div className="panel">
          <header>
            <span className="tk-seg dsp-seg" role="group" aria-label={say("shown")}>
              {filters.map((each) => <button key={each} type="button" aria-pressed={filter === each} onClick={() => show(each)}>{say(each)} <span className="q">{counts[each]}</span></button>)}
            </span>
          </header>
          {rows.length === 0 && <Empty title={say("none_shown")} acts={<button type="button" className="btn" onClick={() => show("all")}>{say("see_all")}</button>}>{say("none_shown_why")}</Empty>}
          {rows.length > 0 && (
            <div className="scroll-x" tabIndex={0} role="region" aria-label={say("disputes")}>
              <table className="grid roomy">
                <thead><tr>
                  <th scope="col">{say("column.reference")}</th><th scope="col">{say("column.subject")}</th>{with_customer && <th scope="col">{say("column.customer")}</th>}<th scope="col">{say("column.side")}</th>
                  <th scope="col">{say("column.state")}</th><th scope="col">{say("column.turn")}</th><th scope="col">{say("column.until")}</th><th scope="col">{say("column.then")}</th>
                </tr></thead>
                <tbody>{rows.map((dispute) => <Row key={dispute.reference} dispute={dispute} own={own} with_customer={with_customer} />)}</tbody>
              </table>
            </div>
          )}
        </div>
      )}
    </>
  );
}
