// What was said, in the order in which it was said, and a place to say more.
import { useId, useState } from "react";
import type { FormEvent } from "react";

import { Empty } from "../part/empty";
import { ToldInForm } from "../part/told_problem";
import { instant, instant_exact } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { useRecord } from "./act_dialog";
import type { EventToRecord, Ticket } from "./acts";
import type { Event } from "./journal";
import { holding } from "./journal";
import { page_words } from "./page_words";

/** What somebody wrote, and requests, which say what was asked for. */
export const said_in = (journal: readonly Event[]): Event[] =>
  holding(journal).filter((event) => event.event === "commented" || event.event === "requested" || (event.note && event.supersedes === undefined));

type Kind = "commented" | "internal" | "responded" | "updated" | "answered";

export function Conversation({ ticket, journal, is_provider, may_write }: { ticket: Ticket; journal: Event[]; is_provider: boolean; may_write: boolean }) {
  const say = useWords("ticket_page", page_words);
  const word = useVocabulary();
  const id = useId();
  const draft = `vigie.comment.${ticket.reference}`;
  const [text, set_text] = useState(sessionStorage.getItem(draft) ?? "");
  const is_asked = ticket.phase === "awaiting" && (is_provider || ticket.holder === "customer" || ticket.holder === ticket.customer);
  const kinds: Kind[] = ["commented", ...(is_provider ? (["internal", "updated", "responded"] as const) : []), ...(is_asked ? (["answered"] as const) : [])];
  const [kind, set_kind] = useState<Kind>(is_asked && !is_provider ? "answered" : "commented");
  const sending = useRecord(ticket);
  const said = said_in(journal);
  const write = (value: string): void => { set_text(value); if (value) sessionStorage.setItem(draft, value); else sessionStorage.removeItem(draft); };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const one: EventToRecord = {
      event: kind === "internal" ? "commented" : kind, note: text.trim(),
      ...(is_provider ? { audience: kind === "internal" ? "internal" : "customer" } : {}),
      ...(kind === "answered" ? { party: ticket.holder } : {}),
    };
    if (text.trim()) sending.mutate({ events: [one], name: say(`talk.${kind}`), anyway: false }, { onSuccess: () => write("") });
  };
  return (
    <div className="tk-talk">
      {said.length === 0 && <Empty title={say("talk.none")}>{say("talk.none_why")}</Empty>}
      <ol>
        {said.map((event) => (
          <li key={event.sequence} className={event.audience === "internal" ? "tk-inside" : undefined}>
            <p className="s q"><b className="m">{event.by ?? say("talk.program")}</b> · {event.audience === "internal" && event.event === "commented" ? say("talk.internal") : capital(word("event_word", event.event))} · <time dateTime={event.at} title={instant_exact(event.at)}>{instant(event.at)}</time></p>
            {(event.note || event.value) && <p className="prose tk-said">{event.note || event.value}</p>}
          </li>
        ))}
      </ol>
      {may_write && (
        <form onSubmit={send}>
          <div className="field"><label htmlFor={id}>{say("talk.write")}</label><textarea id={id} name="note" value={text} placeholder={say(kind === "internal" ? "talk.placeholder_internal" : "talk.placeholder")} onChange={(event) => write(event.target.value)} onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event); }} /></div>
          {sending.isError && <ToldInForm error={sending.error} />}
          <div className="flex gap2">
            {kinds.length > 1 && <select className="ctl tk-kind" aria-label={say("talk.kind")} value={kinds.includes(kind) ? kind : "commented"} onChange={(event) => set_kind(event.target.value as Kind)}>{kinds.map((each) => <option key={each} value={each}>{say(`talk.${each}`)}</option>)}</select>}
            <button type="submit" className="btn pri push" disabled={!text.trim() || sending.isPending}>{say("talk.send")}</button>
          </div>
        </form>
      )}
    </div>
  );
}
