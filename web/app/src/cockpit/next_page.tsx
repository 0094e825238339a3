// The home of a technician: what to take next, and how much time is left on our side.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";

import { usePartyName } from "../frame/known";
import { useScope } from "../frame/scope";
import { useShortcuts } from "../frame/shortcuts";
import { BudgetBar } from "../part/budget_bar";
import { left_at, sign_of } from "../part/clock_state";
import type { Clock } from "../part/clock_state";
import { Empty } from "../part/empty";
import { Glyph } from "../part/glyph";
import { holder_of } from "../part/holder";
import { Panel } from "../part/panel";
import { Priority } from "../part/priority";
import { StateChip, StateText } from "../part/state";
import { now_once, useNow } from "../part/ticker";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { clock as clock_text, instant_near } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import { ActButton, useVerb } from "./act";
import { useOpenNow } from "./board_reading";
import { useBudget } from "./budget";
import { Budget, HolderCell, LeftCell, Legend, TicketCell, useClockName } from "./breaks_first";
import { HomeHead } from "./home_head";
import { PassDialog } from "./pass_dialog";
import type { Kinds, Open, Ticket } from "./urgent";
import { our_order, verb_of } from "./urgent";
import { next_words } from "./next_words";
import { cockpit_words } from "./words";

const useSay = () => useWords("next", next_words);

function Left({ clock, is_large }: { clock: Clock; is_large?: boolean }) {
  const left = left_at(clock, useNow()) ?? 0;
  return is_large ? <span className={`next-big st ${sign_of(clock)}`}>{clock_text(left)}</span> : <>{clock_text(left)}</>;
}

/** One promise on the first card: its name, its budget, what is left of it. */
function Promise({ open }: { open: Open }) {
  const say = useSay();
  const word = useVocabulary();
  const name = useClockName()(open);
  const { budget } = useBudget(open.ticket, open.clock);
  const sign = sign_of(open.clock);
  return (
    <div className="next-promise">
      <div><b className="t">{word("agreement_kind", open.clock.kind)} {name}</b><div className="s m">{open.clock.due_at ? say("until", { when: instant_near(open.clock.due_at, now_once()) }) : say("waits")}</div></div>
      <div className="next-bar">{budget ? <BudgetBar {...budget} label={name} /> : <div className="wait" />}</div>
      <span className={`st ${sign}`}><Glyph sign={sign} /><Left clock={open.clock} /></span>
    </div>
  );
}

function promises_of(ticket: Ticket, first: Open): Open[] {
  const others = ticket.clocks.flatMap((clock): Open[] =>
    clock.kind === "uc" || clock.ended_at || clock.left_seconds === undefined || clock.commitment === first.clock.commitment ? [] : [{ ticket, clock, left: clock.left_seconds }],
  );
  return [first, ...others].slice(0, 3);
}

function FirstCard({ open, kinds, verbs, pass }: { open: Open; kinds: Kinds; verbs: ReturnType<typeof useVerb>; pass: () => void }) {
  const say = useSay();
  const may = useMay();
  const word = useVocabulary();
  const name = usePartyName();
  const { ticket, clock } = open;
  return (
    <section className={`panel next-first ${sign_of(clock)}`} aria-label={ticket.reference}>
      <div className="next-what">
        <div className="next-line">
          <StateChip sign={sign_of(clock)} /><Priority priority={ticket.priority} />
          <Link className="id" to={"/tickets/$reference" as never} params={{ reference: ticket.reference } as never}>{ticket.reference}</Link>
          <span className="s m">{[name(ticket.customer), ticket.service, ticket.site].filter(Boolean).join(" · ")}</span>
        </div>
        <h2 className="next-title" title={ticket.title}>{ticket.title}</h2>
        {promises_of(ticket, open).map((each) => <Promise key={`${each.clock.agreement} ${each.clock.commitment}`} open={each} />)}
        <div className="next-holder s"><span className="q">{say("now")}</span><div className="t"><HolderCell ticket={ticket} kinds={kinds} /></div></div>
      </div>
      <div className="next-acts">
        <div className="s m">{say("our_left")}</div>
        <div className="nums"><Left clock={clock} is_large /></div>
        <div className="s m">{say("by", { kind: word("agreement_kind", clock.kind) })}</div>
        {may("write_tickets") && (
          <div className="next-buttons">
            <ActButton ticket={ticket} verb={verb_of(ticket, kinds)} is_first ask={verbs.ask} />
            <button type="button" className="btn" onClick={pass}>{say("pass")}<kbd>p</kbd></button>
            <Link className="btn ghost" to={"/tickets/$reference" as never} params={{ reference: ticket.reference } as never}>{say("open")}<kbd>↵</kbd></Link>
          </div>
        )}
      </div>
    </section>
  );
}

/** More are looked at in the list of tickets, which sorts and filters. */
const most_rows = 8;

function Queue({ items, at, point }: { items: readonly Open[]; at: number; point: (index: number) => void }) {
  const say = useSay();
  const cockpit = useWords("cockpit", cockpit_words);
  const word = useVocabulary();
  return (
    <Panel title={say("then")} beside={say("then_beside", { count: items.length })} acts={<Legend />} {...(items.length > most_rows ? { foot: <Link to={"/tickets" as never}>{say("rest", { count: items.length - most_rows })}</Link> } : {})}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={cockpit("table_of", { what: say("then") })}>
        <table className="grid roomy next-queue">
          <thead><tr><th>{say("our_left_short")}</th><th>{say("by_short")}</th><th className="cockpit-wide">{cockpit("budget")}</th><th>{cockpit("what")}</th></tr></thead>
          <tbody>
            {items.slice(0, most_rows).map((open, index) => (
              <tr key={open.ticket.reference} className={index + 1 === at ? "cur" : undefined} onPointerEnter={() => point(index + 1)} onFocus={() => point(index + 1)}>
                <td><LeftCell open={open} /></td>
                <td className="s m">{word("agreement_kind", open.clock.kind)}</td>
                <td className="cockpit-wide"><Budget open={open} /></td>
                <td><TicketCell open={open} {...(open.ticket.team ? { more: open.ticket.team } : {})} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Others({ tickets, kinds }: { tickets: readonly Ticket[]; kinds: Kinds }) {
  const say = useSay();
  const cockpit = useWords("cockpit", cockpit_words);
  const may = useMay();
  const verbs = useVerb([]);
  const now = now_once();
  const supplier = (ticket: Ticket): Clock | undefined => ticket.clocks.find((clock) => clock.kind === "uc" && !clock.ended_at && clock.left_seconds !== undefined);
  return (
    <Panel title={say("others")} acts={<span className="s q">{tickets.length}</span>}>
      {tickets.length === 0 ? <p className="s m cockpit-pad">{say("others_none")}</p> : (
        <ul className="next-others">
          {tickets.map((ticket) => {
            const clock = supplier(ticket);
            const left = clock && left_at(clock, now);
            return (
              <li key={ticket.reference}>
                <div className="next-other with-link">
                  <div className="t el"><Link className="id" to={"/tickets/$reference" as never} params={{ reference: ticket.reference } as never}>{ticket.reference}</Link> <span title={ticket.title}>{ticket.title}</span></div>
                  <HolderCell ticket={ticket} kinds={kinds} />
                  {clock && left !== undefined && <div className="s cockpit-under"><StateText sign={left < 0 ? "br" : sign_of(clock)}>{left < 0 ? say("uc_over", { time: clock_text(-left) }) : say("uc_left", { time: clock_text(left) })}</StateText></div>}
                </div>
                {may("write_tickets") && <span className="next-small"><ActButton ticket={ticket} verb={verb_of(ticket, kinds)} is_first={false} ask={verbs.ask} /></span>}
              </li>
            );
          })}
        </ul>
      )}
      {tickets.length > 0 && <footer>{cockpit("keys")}</footer>}
      {verbs.dialog}
    </Panel>
  );
}

function ToAssign({ items, verbs }: { items: readonly Open[]; verbs: ReturnType<typeof useVerb> }) {
  const say = useSay();
  const cockpit = useWords("cockpit", cockpit_words);
  const may = useMay();
  if (items.length === 0) return null;
  return (
    <Panel title={say("free")} beside={say("free_beside", { count: items.length })}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={cockpit("table_of", { what: say("free") })}>
        <table className="grid roomy next-queue free">
          <tbody>
            {items.map((open) => (
              <tr key={open.ticket.reference}>
                <td><LeftCell open={open} /></td>
                <td><TicketCell open={open} /></td>
                <td className="num">{may("write_tickets") && <ActButton ticket={open.ticket} verb="take" is_first={false} ask={verbs.ask} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function useTeam() {
  const navigate = useNavigate();
  const team = (useSearch({ strict: false }) as { team?: string }).team ?? "";
  const set = (name: string): void => void navigate({ to: ".", search: ((before: object) => ({ ...before, team: name || undefined })) as never });
  return { team, set };
}

function TeamPick({ teams, team, set }: { teams: readonly string[]; team: string; set: (team: string) => void }) {
  const say = useSay();
  return (
    <label className="next-team s m">
      {say("team")}
      <select className="ctl" value={team} onChange={(event) => set(event.target.value)}>
        <option value="">{say("every_team")}</option>
        {teams.map((each) => <option key={each} value={each}>{each}</option>)}
      </select>
    </label>
  );
}

export function NextPage() {
  const say = useSay();
  const part = useWords("part", part_words);
  const navigate = useNavigate();
  const { customer } = useScope();
  const read = useOpenNow(customer);
  const { team, set } = useTeam();
  const [at, set_at] = useState(0);
  const [passed, pass] = useState<Ticket | undefined>();
  const tickets = read.data?.tickets ?? [];
  const teams = [...new Set(tickets.map((ticket) => ticket.team).filter(Boolean))].sort();
  const verbs = useVerb(teams);
  const now = now_once();
  const ours = our_order(tickets.filter((ticket) => holder_of(ticket.holder, read.kinds) === "us"), now);
  const mine = ours.filter((open) => open.ticket.team !== "" && (team === "" || open.ticket.team === team));
  const free = ours.filter((open) => open.ticket.team === "");
  const others = tickets.filter((ticket) => ["cust", "supp", "none"].includes(holder_of(ticket.holder, read.kinds)));
  const [first, ...rest] = mine;
  const current = mine[Math.min(at, mine.length - 1)]?.ticket;
  const move = (step: number) => () => set_at(Math.max(0, Math.min(mine.length - 1, at + step)));
  useShortcuts({
    j: move(1), k: move(-1),
    a: () => current && document.querySelector<HTMLButtonElement>(`[data-act="${current.reference}"]`)?.click(),
    p: () => current && pass(current),
    Enter: () => current && void navigate({ to: "/tickets/$reference", params: { reference: current.reference } } as never),
  });
  const limit = first?.clock.due_at;
  const message = !read.data ? say("reading") : !first ? say("quiet", { count: free.length })
    : first.left <= 0 ? say("late", { reference: first.ticket.reference })
    : limit ? say("close", { reference: first.ticket.reference, when: instant_near(limit, now) }) : say("waiting", { reference: first.ticket.reference });
  return (
    <>
      <HomeHead view="next" message={message} read_at={read.dataUpdatedAt || undefined} />
      {read.error && !read.data ? <ToldProblem error={read.error} again={() => void read.refetch()} /> : !read.data ? <Waiting rows={10} label={part("loading")} /> : (
        <div className="cockpit-two">
          <div className="stack">
            {teams.length > 1 && <TeamPick teams={teams} team={team} set={set} />}
            {first ? <FirstCard open={first} kinds={read.kinds} verbs={verbs} pass={() => pass(first.ticket)} /> : <div className="panel"><Empty title={say("none")} acts={<Link className="btn pri" to={"/tickets" as never}>{say("to_tickets")}</Link>}>{say("none_why")}</Empty></div>}
            {rest.length > 0 && <Queue items={rest} at={at} point={set_at} />}
            <ToAssign items={free} verbs={verbs} />
          </div>
          <div className="stack"><Others tickets={others} kinds={read.kinds} /></div>
        </div>
      )}
      {verbs.dialog}
      {passed && <PassDialog ticket={passed} teams={teams} close={() => pass(undefined)} />}
    </>
  );
}
