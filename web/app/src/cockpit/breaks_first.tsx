// Ce qui casse d'abord: what is due first, who consumed its budget, who has it, and one verb.
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { usePartyName } from "../frame/known";
import { useShortcuts } from "../frame/shortcuts";
import { BudgetBar } from "../part/budget_bar";
import { is_running, sign_of } from "../part/clock_state";
import { Empty } from "../part/empty";
import { HolderMark, holder_of } from "../part/holder";
import { Panel } from "../part/panel";
import { Priority } from "../part/priority";
import { StateText } from "../part/state";
import { now_once, useNow } from "../part/ticker";
import { TimeLeft } from "../part/time_left";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { clock as clock_text, instant_near, length, number, percent } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { ActButton, useVerb } from "./act";
import type { OpenNow } from "./board_reading";
import { useBudget } from "./budget";
import { useHeldOrder } from "./held_order";
import type { Kinds, Open, Ticket } from "./urgent";
import { breaks_first, verb_of } from "./urgent";
import { cockpit_words } from "./words";

export const most_rows = 7;

export function Legend() {
  const part = useWords("part", part_words);
  return (
    <span className="cockpit-legend s m">
      <HolderMark holder="us" /><HolderMark holder="cust" /><HolderMark holder="supp" />
      <span className="hold"><i className="cockpit-limit" aria-hidden />{part("holder.limit")}</span>
    </span>
  );
}

export function Budget({ open }: { open: Open }) {
  const say = useWords("cockpit", cockpit_words);
  const { budget, is_waiting } = useBudget(open.ticket, open.clock);
  if (is_waiting) return <div className="wait cockpit-bar-wait" />;
  if (!budget) return <span className="q">–</span>;
  const text = budget.fills.map((fill) => {
    const holder = fill.holder === "off" ? "none" : fill.holder;
    return say("budget_part", { holder: say(`holder_word.${holder}`), share: percent(fill.seconds / budget.target_seconds, 0) });
  });
  return <BudgetBar {...budget} label={say("budget_label", { text: text.join(", ") || percent(0, 0) })} />;
}

export function Since({ ticket }: { ticket: Ticket }) {
  const say = useWords("cockpit", cockpit_words);
  const now = useNow();
  return <>{say("since_when", { length: length((now - Date.parse(ticket.since)) / 1_000) })}</>;
}

/** Who has the ball, and since when; what is missing is said. */
export function HolderCell({ ticket, kinds }: { ticket: Ticket; kinds: Kinds }) {
  const say = useWords("cockpit", cockpit_words);
  const part = useWords("part", part_words);
  const name = usePartyName();
  const holder = holder_of(ticket.holder, kinds);
  const word = part(`holder.${holder === "cust" ? "customer" : holder === "supp" ? "supplier" : holder}`);
  const named = kinds.has(ticket.holder) ? name(ticket.holder) : ticket.holder;
  const is_word = ["provider", "customer", "supplier", "nobody", "third_party"].includes(ticket.holder);
  const more = holder === "us" ? ticket.team || say("no_team") : holder === "cust" && !ticket.requested_at ? say("not_asked") : is_word ? "" : named;
  const text = more ? `${word} · ${more}` : word;
  return (
    <>
      <div className="cockpit-holder" title={text}><HolderMark holder={holder} name={text} /></div>
      <div className="s q cockpit-under"><Since ticket={ticket} /></div>
    </>
  );
}

export function useClockName(): (open: Open) => string {
  const word = useVocabulary();
  return ({ clock }) => clock.label || capital(word("metric", clock.metric));
}

export function TicketCell({ open, more }: { open: Open; more?: string }) {
  const name = usePartyName();
  const clock_name = useClockName();
  const under = [name(open.ticket.customer), clock_name(open), more].filter(Boolean).join(" · ");
  return (
    <>
      <div className="cockpit-line">
        <Priority priority={open.ticket.priority} />
        <Link className="id" to={"/tickets/$reference" as never} params={{ reference: open.ticket.reference } as never}>{open.ticket.reference}</Link>
        <span className="el b" title={open.ticket.title}>{open.ticket.title}</span>
      </div>
      <div className="s m el cockpit-under-line" title={under}>{under}</div>
    </>
  );
}

export function LeftCell({ open }: { open: Open }) {
  const say = useWords("cockpit", cockpit_words);
  const { clock } = open;
  const when = clock.due_at ? say("due", { when: instant_near(clock.due_at, now_once()) }) : say("waits");
  return (
    <>
      <div className="cockpit-left nums">
        {is_running(clock) || clock.left_seconds === undefined ? <TimeLeft clock={clock} /> : <StateText sign={sign_of(clock)}>{clock_text(clock.left_seconds)}</StateText>}
      </div>
      {when && <div className="s q cockpit-left-under">{when}</div>}
    </>
  );
}

function BreakRow({ open, kinds, is_current, point, ask }: { open: Open; kinds: Kinds; is_current: boolean; point: () => void; ask: Parameters<typeof ActButton>[0]["ask"] }) {
  const may = useMay();
  const verb = verb_of(open.ticket, kinds);
  return (
    <tr className={is_current ? "cur" : undefined} onFocus={point} onPointerEnter={point}>
      <td><LeftCell open={open} /></td>
      <td className="cockpit-wide"><Budget open={open} /></td>
      <td><TicketCell open={open} /></td>
      <td><HolderCell ticket={open.ticket} kinds={kinds} /></td>
      <td className="num">{may("write_tickets") && <ActButton ticket={open.ticket} verb={verb} is_first={is_current} ask={ask} />}</td>
    </tr>
  );
}

export function BreaksFirst({ open, kinds }: { open: OpenNow; kinds: Kinds }) {
  const say = useWords("cockpit", cockpit_words);
  const navigate = useNavigate();
  const [current, set_current] = useState(0);
  const all = breaks_first(open.tickets, now_once());
  const held = useHeldOrder(all.slice(0, most_rows), (each) => each.ticket.reference);
  const verbs = useVerb([...new Set(open.tickets.map((ticket) => ticket.team).filter(Boolean))]);
  const at = Math.min(current, held.items.length - 1);
  const move = (step: number) => () => set_current(Math.max(0, Math.min(held.items.length - 1, at + step)));
  const here = held.items[at]?.ticket.reference;
  useShortcuts({
    j: move(1), k: move(-1),
    Enter: () => here && void navigate({ to: "/tickets/$reference", params: { reference: here } } as never),
    a: () => document.querySelector<HTMLButtonElement>(`[data-act="${here}"]`)?.click(),
  });
  const count = open.counts.open;
  return (
    <Panel
      title={say("first")}
      beside={<Link to={"/board" as never}>{say("first_all", { count: number(count), more: open.counts.is_least ? "+" : "" })}</Link>}
      acts={<>{held.moved > 0 && <button type="button" className="btn xs" onClick={held.show}>{say("new_rows", { count: held.moved })}</button>}<Legend /></>}
    >
      {held.items.length === 0
        ? <Empty title={say("first_none")} acts={<Link className="btn pri" to={"/tickets/new" as never}>{say("open_ticket")}</Link>}>{say("first_none_why")}</Empty>
        : (
          <div className="scroll-x" tabIndex={0} role="region" aria-label={say("table_of", { what: say("first") })} title={say("keys")} {...held.watch}>
            <table className="grid roomy cockpit-first">
              <thead><tr><th>{say("left")}</th><th className="cockpit-wide">{say("budget")}</th><th>{say("what")}</th><th>{say("holder")}</th><th><span className="vh">{say("act")}</span></th></tr></thead>
              <tbody>
                {held.items.map((each, index) => (
                  <BreakRow key={each.ticket.reference} open={each} kinds={kinds} is_current={index === at} point={() => set_current(index)} ask={verbs.ask} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      {verbs.dialog}
    </Panel>
  );
}
