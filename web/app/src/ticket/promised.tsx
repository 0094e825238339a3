// A ticket was opened: its reference, and what is promised for it, running already.
import { Link } from "@tanstack/react-router";

import { TimeLeft } from "../part/time_left";
import { ToldInForm } from "../part/told_problem";
import { instant_near } from "../words/format";
import { useNow } from "../part/ticker";
import { useWords } from "../words/words";
import type { Ticket } from "./acts";
import { key_of } from "./account";
import { useCommitmentName } from "./lane_sides";
import { page_words } from "./page_words";

export function Promised({ ticket, undescribed, in_portal, another }: { ticket: Ticket; undescribed: unknown; in_portal: boolean; another: () => void }) {
  const say = useWords("ticket_page", page_words);
  const name_of = useCommitmentName();
  const now = useNow();
  const clocks = ticket.clocks.filter((clock) => !in_portal || clock.kind === "sla");
  return (
    <>
      <div className="headline" role="status"><h1>{say(in_portal ? "fresh.opened_customer" : "fresh.opened", { reference: ticket.reference })}</h1></div>
      <p className="prose">{ticket.title}</p>
      {undescribed !== undefined && <div><p className="note risk prose">{say("fresh.described")}</p><ToldInForm error={undescribed} /></div>}
      <section className="panel tk-promised" aria-labelledby="tk-promised">
        <header><h2 id="tk-promised">{say("fresh.promise")}</h2></header>
        {clocks.length === 0 && <p className="tk-pad prose m">{say("none")}. {say("none_why")}</p>}
        <ul className="tk-list">
          {clocks.map((clock) => (
            <li key={key_of(clock)}><b>{say(`kind_clock.${clock.kind}`)} {name_of(clock)}</b>{clock.due_at && <span className="m">{say("lane.due", { time: instant_near(clock.due_at, now) })}</span>}<span className="push"><TimeLeft clock={clock} /></span></li>
          ))}
        </ul>
      </section>
      <div className="flex gap2"><Link className="btn pri" to={"/tickets/$reference" as never} params={{ reference: ticket.reference } as never}>{say("fresh.go")}</Link><button type="button" className="btn" onClick={another}>{say("fresh.another")}</button></div>
    </>
  );
}
