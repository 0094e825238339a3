// The clock that may break first: how long, who has the ball, when the next news comes.
import { Link } from "@tanstack/react-router";
import { IconClock } from "@tabler/icons-react";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { left_at, sign_of } from "../part/clock_state";
import type { Clock } from "../part/clock_state";
import type { Holder } from "../part/holder";
import { holder_of, role_of } from "../part/holder";
import { StateChip } from "../part/state";
import { useNow } from "../part/ticker";
import { instant_near, length, percent } from "../words/format";
import { useWords } from "../words/words";
import { budget_of } from "./budget";
import { promised_clock, promised_clocks } from "./promised";
import { useProvider } from "./provider";
import type { Ticket } from "./readings";
import { portal_words } from "./words";

/** Who has a ticket, for the customer to read. */
export function useHolderName(): (ticket: Ticket) => { holder: Holder; name: string } {
  const say = useWords("portal", portal_words);
  const provider = useProvider();
  return (ticket) => {
    const holder = ticket.holder === ticket.customer ? "cust" : role_of(ticket.holder) === undefined ? "supp" : holder_of(ticket.holder);
    const name = provider ?? say("live.provider");
    return { holder, name: say(`live.holder_${holder === "off" ? "none" : holder}`, { name }) };
  };
}

function Bar({ ticket, clock }: { ticket: Ticket; clock: Clock }) {
  const say = useWords("portal", portal_words);
  const provider = useProvider();
  const { data } = useRead("ticket", ["portal", "budget", ticket.reference, ticket.version, clock.commitment], async () => {
    const query = { agreement: clock.agreement, commitment: clock.commitment };
    const answer: unknown = await told(client.GET("/api/tickets/{reference}/explanation", { params: { path: { reference: ticket.reference }, query } }));
    return budget_of(answer);
  });
  if (!data) return <span className="portal-bar wait" />;
  const used = data.fills.reduce((sum, fill) => sum + fill.seconds, 0);
  const whole = Math.max(used, data.promised_seconds, 1);
  return (
    <span className="portal-bar" role="img" aria-label={say("live.bar", { share: percent(used / Math.max(1, data.promised_seconds), 0) })}>
      {data.fills.map((fill, index) => {
        const holder = fill.party === provider ? "us" : fill.party === data.customer ? "cust" : "supp";
        return <i key={index} className={`h-${holder}`} style={{ width: `${(100 * fill.seconds) / whole}%` }} />;
      })}
    </span>
  );
}

export function LiveCard({ tickets }: { tickets: Ticket[] }) {
  const say = useWords("portal", portal_words);
  const now = useNow();
  const holder_name = useHolderName();
  const ticket = tickets[0];
  const clock = ticket && promised_clock(ticket);
  if (!ticket || !clock) return null;
  const sign = sign_of(clock);
  const left = left_at(clock, now) ?? 0;
  const news = promised_clocks(ticket).find((each) => each.metric === "next_update" && each.due_at && !each.ended_at)?.due_at;
  const { holder, name } = holder_name(ticket);
  return (
    <Link to={"/tickets/$reference" as never} params={{ reference: ticket.reference } as never} className={`portal-live ${sign}`}>
      <span className="portal-live-head">
        <StateChip sign={sign} />
        <b className="prose el" title={ticket.title}>{ticket.title}</b>
        <span className="id">{ticket.reference}</span>
      </span>
      <Bar ticket={ticket} clock={clock} />
      <span className="portal-live-facts">
        <span><b className="nums">{length(left)}</b> {say(left < 0 ? "live.over" : "live.left", { at: instant_near(clock.due_at ?? clock.breached_at ?? now, now) })}</span>
        <span className="hold"><i className={`sw h-${holder}`} aria-hidden />{name}</span>
        {news && <span className="flex gap1"><IconClock size={14} aria-hidden />{say("live.next", { at: instant_near(news, now) })}</span>}
        {tickets.length > 1 && <span className="portal-more-live">{say("live.more" as never, { count: tickets.length - 1 })}</span>}
      </span>
    </Link>
  );
}
