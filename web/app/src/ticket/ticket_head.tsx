// Which ticket, how its promises stand, and what one may do.
import { IconArrowBarToRight, IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";

import { Pop } from "../frame/pop";
import { usePartyName, useServiceName } from "../frame/known";
import type { Clock } from "../part/clock_state";
import { left_at, sign_of } from "../part/clock_state";
import { HolderMark, role_of, useHolderWord } from "../part/holder";
import { Priority } from "../part/priority";
import { StateChip } from "../part/state";
import { useNow } from "../part/ticker";
import { part_words } from "../part/words";
import { clock as clock_text, instant_exact, instant_near } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import type { ActName } from "./act_list";
import { acts } from "./act_list";
import type { Ticket } from "./acts";
import type { Event } from "./journal";
import { holding, value_of } from "./journal";
import { useCommitmentName } from "./lane_sides";
import { page_words } from "./page_words";

const kinds = ["incident", "request", "problem", "change"] as const;
type Kind = (typeof kinds)[number];
const channels = ["phone", "mail", "portal", "desk", "monitoring"] as const;
type Channel = (typeof channels)[number];

function ClockChip({ clock }: { clock: Clock }) {
  const tell = useWords("part", part_words);
  const say = useWords("ticket_page", page_words);
  const now = useNow();
  const name = useCommitmentName()(clock);
  const sign = sign_of(clock);
  const left = left_at(clock, now);
  const time = left === undefined ? "" : clock_text(Math.abs(left));
  return (
    <span title={clock.due_at ? say("lane.due", { time: instant_exact(clock.due_at) }) : tell("no_due")}>
      <StateChip sign={sign}>{name} · {tell(`state.${sign}`)}{time && <span className="nums"> {left !== undefined && left < 0 ? `+${time}` : time}</span>}</StateChip>
    </span>
  );
}

/** The first two acts are in sight, others under the dots. */
export function ActBar({ names, begin }: { names: ActName[]; begin: (name: ActName) => void }) {
  const say = useWords("ticket_page", page_words);
  const order: ActName[] = ["resolve", "answered", "pass", "reopen", "close", "comment"];
  const first = order.filter((name) => names.includes(name)).slice(0, 2);
  const rest = names.filter((name) => !first.includes(name));
  return (
    <span className="act">
      {first.map((name, index) => (
        <button key={name} type="button" className={index === 0 ? "btn pri" : "btn"} onClick={() => begin(name)}>
          {name === "pass" && <IconArrowBarToRight size={16} aria-hidden />}{say(`act.${name}`)}{acts[name].key && <kbd aria-hidden>{acts[name].key}</kbd>}
        </button>
      ))}
      {rest.length > 0 && (
        <Pop className="btn icon" end label={say("act.more")} button={<IconDots size={16} aria-hidden />}>
          {(close) => rest.map((name) => <button key={name} type="button" onClick={() => { close(); begin(name); }}>{say(`act.${name}`)}{acts[name].key && <kbd className="push">{acts[name].key}</kbd>}</button>)}
        </Pop>
      )}
    </span>
  );
}

export function TicketHead({ ticket, journal, clocks, children }: { ticket: Ticket; journal: Event[]; clocks: Clock[]; children: React.ReactNode }) {
  const say = useWords("ticket_page", page_words);
  const word = useVocabulary();
  const party_name = usePartyName();
  const service_name = useServiceName();
  const now = useNow();
  const events = holding(journal);
  const channel_of = (value: string): string => (channels.includes(value as Channel) ? say(`fresh.channel_${value as Channel}`).toLocaleLowerCase() : value);
  const opened = events.find((event) => event.event === "opened");
  const declared = value_of(events, "declared_priority");
  const when = instant_near(ticket.opened_at, now);
  const sla = clocks.find((clock) => clock.kind === "sla");
  return (
    <header className="tk-head">
      <p className="s q tk-crumb"><Link to={"/tickets" as never}>{say("tickets")}</Link> / <b className="ink">{ticket.reference}</b> · <span title={instant_exact(ticket.opened_at)}>{opened?.by ? say("opened_by", { when, who: opened.by }) : say("opened", { when })}</span>{opened?.value ? `, ${channel_of(opened.value)}` : ""}</p>
      <div className="headline">
        <Priority priority={ticket.priority} />
        <h1 className="tk-title" title={ticket.title}>{ticket.title}</h1>
        {children}
      </div>
      <div className="tk-meta">
        <span><i>{say("customer")}</i> <Link to={"/customers/$reference" as never} params={{ reference: ticket.customer } as never}>{party_name(ticket.customer)}</Link></span>
        {ticket.service && <span><i>{say("service")}</i> {service_name(ticket.service)}</span>}
        {ticket.site && <span><i>{say("site")}</i> {ticket.site}</span>}
        {sla && <span><i>{say("agreement")}</i> <Link to={"/agreements/$reference" as never} params={{ reference: sla.agreement } as never}>{sla.agreement}@{sla.agreement_version}</Link></span>}
        <span className="flex gap1"><i>{say("ball")}</i> <Hands ticket={ticket} /></span>
        {ticket.kind && <span className="m">{kinds.includes(ticket.kind as Kind) ? say(`fresh.kind_${ticket.kind as Kind}`) : capital(ticket.kind)}</span>}
        <span className="chip line">{capital(word("phase", ticket.phase))}</span>
        {declared && declared !== ticket.priority && <span className="chip line" title={say("declared_why", { declared, retained: ticket.priority })}>{ticket.priority} · {say("declared", { priority: declared })}</span>}
        {ticket.major_at && <span className="chip line tk-major">{say("major")}</span>}
        {ticket.part_of && <Link to={"/tickets/$reference" as never} params={{ reference: ticket.part_of } as never}>{say("part_of", { reference: ticket.part_of })}</Link>}
        <span className="tk-chips">{clocks.filter((clock) => clock.kind === "sla").map((clock) => <ClockChip key={`${clock.agreement}${clock.commitment}${clock.cycle}`} clock={clock} />)}</span>
      </div>
    </header>
  );
}

function Hands({ ticket }: { ticket: Ticket }) {
  const party_name = usePartyName();
  const word_of = useHolderWord();
  const role = role_of(ticket.holder === ticket.customer ? "customer" : ticket.holder);
  const name = role ? word_of(role) : party_name(ticket.holder);
  return <HolderMark holder={role === undefined ? "supp" : role === "nobody" ? "none" : role} name={ticket.team ? `${name} · ${ticket.team}` : name} />;
}
