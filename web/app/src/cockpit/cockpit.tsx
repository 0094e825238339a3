// The home of a service delivery manager: which promises break, for whom, who has the ball, what the month is worth.
import { useEffect, useRef, useState } from "react";

import { useScope } from "../frame/scope";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { instant_near, number, uncut } from "../words/format";
import { now_once } from "../part/ticker";
import { useWords } from "../words/words";
import { useOpenNow } from "./board_reading";
import type { OpenNow } from "./board_reading";
import { BreaksFirst } from "./breaks_first";
import { CustomersTrend } from "./customers_trend";
import { Figures } from "./figures";
import { HomeHead } from "./home_head";
import { NextDays } from "./next_days";
import type { Ticket } from "./urgent";
import { breaks_first, is_broken } from "./urgent";
import { useYear } from "./year";
import { YearChart } from "./year_chart";
import { cockpit_words } from "./words";

/** The answer to the first question, in one sentence. */
function useMessage(open: OpenNow | undefined): string {
  const say = useWords("cockpit", cockpit_words);
  if (!open) return say("message.waiting");
  const { counts } = open;
  const more = counts.is_least ? "+" : "";
  if (counts.soon > 0) {
    const holders = (["us", "supp", "cust", "none"] as const).filter((holder) => counts.soon_by_holder[holder] > 0);
    const who = holders.map((holder) => say(`message.${holder}`, { count: number(counts.soon_by_holder[holder]) })).join(", ");
    return say("message.soon", { count: counts.soon, more, who });
  }
  const next = breaks_first(open.tickets, now_once()).find((each) => each.clock.due_at && each.clock.left_at);
  if (next?.clock.due_at) return say("message.next", { reference: uncut(next.ticket.reference), when: instant_near(next.clock.due_at, now_once()) });
  return counts.broken > 0 ? say("message.broken", { count: counts.broken, more }) : say("message.quiet");
}

/** Breaches alone are told aloud, and only those that happen while one looks. */
function BreachTold({ tickets }: { tickets: readonly Ticket[] }) {
  const say = useWords("cockpit", cockpit_words);
  const broken = tickets.filter((ticket) => is_broken(ticket, now_once())).map((ticket) => ticket.reference);
  const known = useRef<ReadonlySet<string>>(new Set(broken));
  const [told, tell] = useState("");
  const all = broken.join(" ");
  useEffect(() => {
    const fresh = all.split(" ").filter((reference) => reference && !known.current.has(reference));
    known.current = new Set(all.split(" "));
    if (fresh.length > 0) tell(say("breached", { references: fresh.join(", ") }));
  }, [all, say]);
  return <p className="vh" role="alert">{told}</p>;
}

export function Cockpit() {
  const say = useWords("cockpit", cockpit_words);
  const { customer, period } = useScope();
  const open = useOpenNow(customer);
  const { year, error, again } = useYear(customer, period);
  const judged = (year?.rows ?? []).flatMap((row) => (row.cells.has(year?.months[year.months.length - 2] ?? "") ? [row.agreement] : []));
  return (
    <>
      {open.data && <BreachTold tickets={open.data.tickets} />}
      <HomeHead view="cockpit" message={useMessage(open.data)} read_at={open.dataUpdatedAt || undefined} is_provisional={year?.sums[year.sums.length - 1]?.is_provisional ?? false} />
      <Figures year={year} counts={open.data?.counts} customer={customer} />
      <div className="cockpit-two">
        <div className="stack">
          {open.error && !open.data ? <ToldProblem error={open.error} again={() => void open.refetch()} /> : open.data ? <BreaksFirst open={open.data} kinds={open.kinds} /> : <div className="panel cockpit-pad"><Waiting rows={8} label={say("first")} /></div>}
          {error && !year ? <ToldProblem error={error} again={again} /> : year ? <CustomersTrend year={year} /> : <div className="panel cockpit-pad"><Waiting rows={6} label={say("customers")} /></div>}
        </div>
        <div className="stack">
          {year ? <YearChart year={year} /> : !error && <div className="panel cockpit-pad"><Waiting rows={6} label={say("year")} /></div>}
          <NextDays heads={year?.heads} judged={judged} customer={customer} />
        </div>
      </div>
    </>
  );
}
