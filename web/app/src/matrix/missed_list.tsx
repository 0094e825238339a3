// The tickets behind a cell: those that missed, those that were left out, those that are disputed.
import { Link } from "@tanstack/react-router";
import { IconMessageReport } from "@tabler/icons-react";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import type { Cell, Row } from "../figure/scorecard";
import type { Fill } from "../part/budget_bar";
import { BudgetBar } from "../part/budget_bar";
import { Glyph } from "../part/glyph";
import { Priority } from "../part/priority";
import { ToldInForm } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { instant_near, length } from "../words/format";
import { now_once } from "../part/ticker";
import { useVocabulary, useWords } from "../words/words";
import { promised_seconds, useExplanation } from "./explanation";
import type { Verdict } from "./verdicts";
import { is_within, useVerdicts } from "./verdicts";
import { matrix_words } from "./words";

type Within = { from: string; to: string };
type Dispute = Schemas["Dispute"];

const useTicket = (reference: string) =>
  useRead("ticket", [reference], (signal) => told(client.GET("/api/tickets/{reference}", { params: { path: { reference } }, signal })));

function MissedTicket({ verdict, budget, dispute }: { verdict: Verdict; budget: number | undefined; dispute: ((ticket: string) => void) | undefined }) {
  const say = useWords("matrix", matrix_words);
  const { data } = useTicket(verdict.ticket);
  const fills: Fill[] = (["us", "supp", "cust", "none"] as const).map((holder) => ({ holder, seconds: verdict.held[holder] })).filter((fill) => fill.seconds > 0);
  const over = budget === undefined ? undefined : verdict.elapsed_seconds - budget;
  const label = say("panel.budget", { time: length(verdict.elapsed_seconds), budget: budget === undefined ? "–" : length(budget) });
  return (
    <li>
      <Link className="id" to={`/tickets/${verdict.ticket}` as never} search={{ why: verdict.target } as never}>{verdict.ticket}</Link>
      <Priority priority={data?.priority ?? ""} />
      <span className="el" title={data?.title}>{data?.title ?? ""}</span>
      <span className="flex gap2">
        {budget !== undefined && fills.length > 0 && <span title={label}><BudgetBar fills={fills} target_seconds={budget} label={label} /></span>}
        <span className="num over">{over === undefined ? length(verdict.elapsed_seconds) : `+${length(over)}`}</span>
      </span>
      {dispute ? <button type="button" className="btn xs icon ghost" title={say("panel.dispute")} aria-label={`${say("panel.dispute")} ${verdict.ticket}`} onClick={() => dispute(verdict.ticket)}><IconMessageReport size={14} aria-hidden /></button> : <span />}
    </li>
  );
}

const shown_at_most = 12;

export function MissedList({ row, cell, within, dispute }: { row: Row; cell: Cell; within: Within; dispute: ((ticket: string) => void) | undefined }) {
  const say = useWords("matrix", matrix_words);
  const verdicts = useVerdicts(row.agreement);
  const why = useExplanation(row.agreement, row.target, cell.period);
  const budget = promised_seconds(why.data);
  const missed = (verdicts.data ?? []).filter((each) => each.target === row.target && each.verdict === "breached" && is_within(each, within.from, within.to));
  const count = cell.net.missed;
  return (
    <section>
      <h3>{count === 0 ? say("panel.none_missed") : say("panel.missed", { count })}{count > 0 && <span className="push q">{say("panel.missed_beside")}</span>}</h3>
      {verdicts.error ? <ToldInForm error={verdicts.error} /> : !verdicts.data ? <Waiting rows={2} label={say("panel.missed", { count })} /> : (
        <ul className="mx-list">{missed.slice(0, shown_at_most).map((each) => <MissedTicket key={`${each.ticket}${each.cycle}`} verdict={each} budget={budget} dispute={dispute} />)}</ul>
      )}
      {verdicts.data && missed.slice(0, shown_at_most).length !== count && <p className="s q">{say("panel.listed", { shown: Math.min(missed.length, shown_at_most), count })}</p>}
    </section>
  );
}

export const useDisputes = (is_on = true) =>
  useRead("dispute", ["all"], () => all_of<Dispute>((cursor) => told(client.GET("/api/disputes", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))), { enabled: is_on });

export function Exclusions({ row, within }: { row: Row; within: Within }) {
  const say = useWords("matrix", matrix_words);
  const vocabulary = useVocabulary();
  const disputes = useDisputes();
  const verdicts = useVerdicts(row.agreement);
  const of_cell = (verdicts.data ?? []).filter((each) => each.target === row.target && is_within(each, within.from, within.to));
  const tickets = new Set(of_cell.map((each) => each.ticket));
  const contested = (disputes.data ?? []).filter((each) => each.agreement === row.agreement && each.commitment === row.target && tickets.has(each.ticket));
  const excluded = of_cell.filter((each) => each.verdict === "excluded" && !contested.some((dispute) => dispute.ticket === each.ticket));
  return (
    <section>
      <h3>{say("panel.disputes")}</h3>
      {contested.length + excluded.length === 0 && <p className="t q">{say("panel.no_disputes")}</p>}
      <ul className="mx-list">
        {contested.map((each) => (
          <li key={each.reference} className="plain-row">
            <Glyph sign={each.state === "agreed" ? "exc" : each.state === "refused" ? "br" : "risk"} label={vocabulary("dispute_state", each.state)} />
            <span className="el"><Link to={`/disputes/${each.reference}` as never}>{each.ticket}</Link> {vocabulary("exclusion_ground", each.ground)}</span>
            <span className="m">{each.answer_until && each.turn ? say("panel.answer_until", { at: instant_near(each.answer_until, now_once()) }) : vocabulary("dispute_state", each.state)}</span>
          </li>
        ))}
        {excluded.map((each) => (
          <li key={each.ticket} className="plain-row"><Glyph sign="exc" label={vocabulary("verdict", "excluded")} /><Link className="id" to={`/tickets/${each.ticket}` as never}>{each.ticket}</Link><span /></li>
        ))}
      </ul>
    </section>
  );
}
