// While somebody is awaited: since when, what was asked how often, and what to do about it.
import { IconHourglass } from "@tabler/icons-react";

import { usePartyName } from "../frame/known";
import { useNow } from "../part/ticker";
import { part_words } from "../part/words";
import { instant_near, quoted } from "../words/format";
import { useWords } from "../words/words";
import type { ActName } from "./act_list";
import type { Ticket } from "./acts";
import type { Event } from "./journal";
import { holding, requests_in } from "./journal";
import { page_words } from "./page_words";

/** Reminders after which closing is proposed. */
const many = 3;

export function WaitingStrip({ ticket, journal, is_provider, begin }: { ticket: Ticket; journal: Event[]; is_provider: boolean; begin: (name: ActName) => void }) {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const party_name = usePartyName();
  const now = useNow();
  if (ticket.phase !== "awaiting") return null;
  const asked = requests_in(holding(journal), Date.parse(ticket.since));
  const last = asked.at(-1);
  const is_customer = ticket.holder === "customer" || ticket.holder === ticket.customer;
  const who = is_customer ? party_name(ticket.customer) : party_name(ticket.holder) || tell("holder.none");
  return (
    <div className={`note tk-strip ${asked.length === 0 || asked.length >= many ? "risk" : ""}`}>
      <IconHourglass size={16} aria-hidden />
      <p className="prose">
        <b>{is_customer && !is_provider ? say("waiting.you") : say("waiting.since", { who, when: instant_near(ticket.since, now) })}</b>{" "}
        {ticket.reason && <span className="m">{say("waiting.reason", { reason: ticket.reason })} </span>}
        {last ? <>{is_provider ? say("waiting.customer", { count: asked.length, when: instant_near(last.at, now) }) : say("waiting.you_asked", { what: last.value || last.note || ticket.reason })} {is_provider && last.value && quoted(last.value)}</> : say("waiting.unasked")}
        {is_provider && asked.length >= many && <span className="tk-block">{say("waiting.three")}</span>}
      </p>
      <span className="push flex gap2">
        {is_provider && <button type="button" className="btn xs" onClick={() => begin("ask")}>{say(asked.length === 0 ? "waiting.record" : "waiting.remind")}</button>}
        {is_provider && <button type="button" className="btn xs" onClick={() => begin("resume")}>{say("waiting.resume")}</button>}
        {is_provider && asked.length >= many && <button type="button" className="btn xs" onClick={() => begin("close")}>{say("waiting.close")}</button>}
        {!is_provider && is_customer && <button type="button" className="btn xs pri" onClick={() => begin("answered")}>{say("waiting.answer")}</button>}
      </span>
    </div>
  );
}
