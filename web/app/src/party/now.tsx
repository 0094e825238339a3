// How it stands now: clocks that run, what the month is worth, and where it comes from.
import { Link } from "@tanstack/react-router";

import type { Row } from "../figure/scorecard";
import { month_sum, months_between, rows_of, useAgreementHeads, useScorecard } from "../figure/scorecard";
import { last_day_of, months_before, useScope } from "../frame/scope";
import { first_clock, sign_of } from "../part/clock_state";
import { Panel } from "../part/panel";
import { Priority } from "../part/priority";
import { TimeLeft } from "../part/time_left";
import { Sparkline } from "../part/trend";
import { StateChip } from "../part/state";
import { month as month_text, percent } from "../words/format";
import { useWords } from "../words/words";
import type { Ticket } from "./dated";
import { useAll } from "./dated";
import { party_words } from "./words";

export const is_late = (ticket: Ticket): boolean => { const clock = first_clock(ticket.clocks.filter((each) => each.kind === "sla" && !each.ended_at)); return clock !== undefined && sign_of(clock) === "br"; };

export const useOpenTickets = (query: Record<string, string | undefined>, is_on = true) =>
  useAll<Ticket>("ticket", "/api/tickets", { shown: "open", order: "due", ...query }, is_on, 1_000);

export function OpenTickets({ tickets, search }: { tickets: Ticket[]; search: Record<string, string> }) {
  const say = useWords("party", party_words);
  return (
    <Panel title={say("now")} beside={String(tickets.length)} foot={tickets.length > 0 ? <Link to={"/tickets" as never} search={search as never}>{say("all_open")}</Link> : undefined}>
      <div className="pt-body">
        {tickets.length === 0 ? <p className="t m">{say("no_open")}</p> : (
          <ul className="pt-open">
            {tickets.slice(0, 6).map((ticket) => (
              <li key={ticket.reference}>
                <Priority priority={ticket.priority} />
                <Link className="id" to={`/tickets/${ticket.reference}` as never}>{ticket.reference}</Link>
                <span className="el" title={ticket.title}>{ticket.title}</span>
                <TimeLeft clock={first_clock(ticket.clocks)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

export type Year = { months: string[]; rows: Row[] | undefined; error: unknown };
/** Twelve months to the period that one looks at. */
export function useYear(is_on = true): Year {
  const { period } = useScope();
  const first = months_before(period, 11);
  const card = useScorecard({ from: `${first}-01`, to: last_day_of(period) }, { enabled: is_on });
  const heads = useAgreementHeads();
  return { months: months_between(first, period), rows: card.data && heads.data ? rows_of(card.data, heads.data) : undefined, error: card.error ?? heads.error };
}

/** The last month of the twelve in which something was judged, and the line to it. */
export function trend_of(rows: readonly Row[], months: readonly string[]) {
  const sums = months.map((month) => ({ month, sum: month_sum(rows, month) }));
  const last = [...sums].reverse().find((each) => each.sum.value !== undefined);
  return {
    last,
    points: sums.map(({ month, sum }) => ({ label: month, value: sum.value, is_missed: sum.judged > sum.attained, is_provisional: sum.is_provisional })),
  };
}

export function Compliance({ customer, year }: { customer: string; year: Year }) {
  const say = useWords("party", party_words);
  const { last, points } = trend_of((year.rows ?? []).filter((row) => row.customer === customer), year.months);
  if (!last) return null;
  const is_this = last.month === year.months[year.months.length - 1];
  const is_below = last.sum.judged > last.sum.attained;
  return (
    <Panel title={say("compliance", { month: month_text(last.month) })} beside={is_this ? undefined : say("last_judged")} foot={<Link to={"/matrix" as never} search={((before: object) => ({ ...before, customer, period: last.month })) as never}>{say("in_matrix")}</Link>}>
      <div className="pt-body">
        <div className="flex gap3">
          <span className="kpi">{percent(last.sum.value ?? 0)}</span>
          {is_below ? <StateChip sign="br" /> : <StateChip sign="met" />}
          <span className="push"><Sparkline points={points} {...(last.sum.required === undefined ? {} : { target: last.sum.required })} label={say("trend")} width={110} height={32} /></span>
        </div>
        <p className="s m">{say("of_targets", { met: last.sum.attained, judged: last.sum.judged })}{last.sum.required !== undefined && <> · {say("target_about", { value: percent(last.sum.required) })}</>}</p>
      </div>
    </Panel>
  );
}
