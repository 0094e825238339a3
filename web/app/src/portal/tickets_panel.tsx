// The customer's tickets: what is open, the nearest promise first, then what was solved last.
import { Link } from "@tanstack/react-router";

import { HolderMark } from "../part/holder";
import { Panel } from "../part/panel";
import { StateText } from "../part/state";
import { useNow } from "../part/ticker";
import { clock as clock_text, instant_near } from "../words/format";
import { useWords } from "../words/words";
import { useHolderName } from "./live_card";
import { nearest_first, promised_clock, standing_of } from "./promised";
import { useProvider } from "./provider";
import type { Ticket } from "./readings";
import { portal_words } from "./words";

const shown_at_home = 6;
/** What ended longer ago is no news: it is shown only where there is nothing else. */
const recent_days = 30;

function Promise({ ticket }: { ticket: Ticket }) {
  const say = useWords("portal", portal_words);
  const now = useNow();
  const clock = promised_clock(ticket);
  if (ticket.ended_at) return <>{say("tickets.ended", { at: instant_near(ticket.ended_at, now) })}</>;
  if (!clock) return <span className="q">{say("tickets.no_promise")}</span>;
  if (clock.state === "paused" && clock.left_seconds !== undefined) return <>{say("tickets.left", { time: clock_text(clock.left_seconds) })}</>;
  const due = clock.due_at ?? clock.breached_at;
  return due ? <time dateTime={due}>{instant_near(due, now)}</time> : <span className="q">–</span>;
}

function Line({ ticket }: { ticket: Ticket }) {
  const say = useWords("portal", portal_words);
  const provider = useProvider();
  const { holder } = useHolderName()(ticket);
  const sign = standing_of(ticket);
  const name = { us: provider, cust: say("you"), supp: ticket.holder === "supplier" ? undefined : ticket.holder, none: undefined, off: undefined }[holder];
  return (
    <tr>
      <td><Link to={"/tickets/$reference" as never} params={{ reference: ticket.reference } as never} className="id">{ticket.reference}</Link></td>
      <td className="b el prose" title={ticket.title}>{ticket.title}</td>
      <td>{sign ? <StateText sign={sign} /> : <span className="q">–</span>}</td>
      <td className="num"><Promise ticket={ticket} /></td>
      <td>{ticket.ended_at ? <HolderMark holder="none" name={say("tickets.done")} /> : <HolderMark holder={holder} {...(name ? { name } : {})} />}</td>
    </tr>
  );
}

export function TicketsPanel({ open, last }: { open: Ticket[]; last: Ticket[] }) {
  const say = useWords("portal", portal_words);
  const now = useNow();
  const ended = last.filter((ticket) => ticket.ended_at).sort((a, b) => (b.ended_at ?? "").localeCompare(a.ended_at ?? ""));
  const recent = ended.filter((ticket) => Date.parse(ticket.ended_at ?? "") > now - recent_days * 86_400_000);
  const running = nearest_first(open, now);
  const all = running.length + recent.length > 0 ? [...running, ...recent] : ended;
  const shown = all.slice(0, shown_at_home);
  return (
    <Panel className="portal-tickets" title={say("tickets.title")} {...(shown.length > 0 ? { beside: say("tickets.beside", { shown: shown.length, total: all.length }) } : {})} acts={<Link to={"/tickets" as never} className="s link">{say("tickets.all")}</Link>}>
      {shown.length === 0 ? (
        <div className="empty"><h3>{say("tickets.none")}</h3><p className="prose">{say("tickets.none_why")}</p><Link to={"/tickets/new" as never} className="btn pri">{say("tickets.report")}</Link></div>
      ) : (
        <table className="grid">
          <thead><tr><th scope="col">{say("tickets.number")}</th><th scope="col">{say("tickets.subject")}</th><th scope="col">{say("tickets.state")}</th><th scope="col" className="num">{say("tickets.before")}</th><th scope="col">{say("tickets.holder")}</th></tr></thead>
          <tbody>{shown.map((ticket) => <Line key={ticket.reference} ticket={ticket} />)}</tbody>
        </table>
      )}
    </Panel>
  );
}
