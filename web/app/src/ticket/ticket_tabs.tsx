// What else there is about a ticket, a tab each; which one is open stands in the URL.
import type { KeyboardEvent } from "react";

import { useMay } from "../session/me";
import { number } from "../words/format";
import { useWords } from "../words/words";
import type { Account } from "./account";
import { passages_of } from "./account";
import type { ActName } from "./act_list";
import type { Ticket } from "./acts";
import { Attachments, useAttachments } from "./attachments";
import { Conversation, said_in } from "./conversation";
import { History } from "./history";
import type { Event } from "./journal";
import { holding } from "./journal";
import type { Lit } from "./lane";
import { Links, useTied } from "./links";
import { Moves } from "./moves";
import { page_words } from "./page_words";
import { TicketDisputes, useDisputesOf } from "./ticket_disputes";
import { useTicketSearch } from "./ticket_page";

const names = ["moves", "conversation", "files", "links", "disputes", "history"] as const;
type TabName = (typeof names)[number];
type TabsOf = { ticket: Ticket; journal: Event[]; account: Account | undefined; name: string; lit: Lit; light: (lit: Lit) => void; is_provider: boolean; begin: (name: ActName) => void; contest: (() => void) | undefined };

export function TicketTabs(props: TabsOf) {
  const { ticket, journal, account } = props;
  const say = useWords("ticket_page", page_words);
  const may = useMay();
  const [search, set_search] = useTicketSearch();
  const files = useAttachments(ticket.reference).data;
  const tied = useTied(ticket.reference).data;
  const disputes = useDisputesOf(ticket.reference, may("read_disputes")).data;
  const shown = names.filter((name) => name !== "disputes" || may("read_disputes"));
  const tab: TabName = shown.find((name) => name === search.tab) ?? (account ? "moves" : "conversation");
  const ties = holding(journal).filter((event) => event.event === "related" || event.event === "merged").length + (tied?.items.length ?? 0);
  const counts: Record<TabName, number | undefined> = { moves: account && passages_of(account).length, conversation: said_in(journal).length, files: files?.length, links: ties, disputes: disputes?.length, history: journal.length };
  const open = (name: TabName): void => set_search({ tab: name });
  const move = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    const next = shown[(shown.indexOf(tab) + (event.key === "ArrowRight" ? 1 : shown.length - 1)) % shown.length];
    if (next) { open(next); document.getElementById(`tk-tab-${next}`)?.focus(); }
  };
  const may_write = may("write_tickets");
  return (
    <section className="panel tk-low" aria-label={say("tab.label")}>
      <div className="tk-tabs" role="tablist" aria-label={say("tab.label")} onKeyDown={move}>
        {shown.map((name) => (
          <button key={name} id={`tk-tab-${name}`} type="button" role="tab" aria-selected={tab === name} aria-controls="tk-tab-panel" tabIndex={tab === name ? 0 : -1} onClick={() => open(name)}>
            {say(`tab.${name}`)} {counts[name] !== undefined && <span className="q">{number(counts[name])}</span>}
          </button>
        ))}
      </div>
      <div id="tk-tab-panel" role="tabpanel" aria-labelledby={`tk-tab-${tab}`}>
        {tab === "moves" && account && <Moves account={account} name={props.name} journal={journal} reference={ticket.reference} may_correct={props.is_provider && may_write} lit={props.lit} light={props.light} />}
        {tab === "moves" && !account && <p className="tk-pad q">{say("moves.none")}</p>}
        {tab === "conversation" && <Conversation key={ticket.reference} ticket={ticket} journal={journal} is_provider={props.is_provider} may_write={may_write} />}
        {tab === "files" && <Attachments reference={ticket.reference} may_write={may_write} may_remove={props.is_provider && may_write} />}
        {tab === "links" && <Links ticket={ticket} journal={journal} add={props.is_provider && may_write ? () => props.begin("relate") : undefined} />}
        {tab === "disputes" && <TicketDisputes disputes={disputes ?? []} contest={props.contest} />}
        {tab === "history" && <History journal={journal} reference={ticket.reference} may_correct={props.is_provider && may_write} />}
      </div>
    </section>
  );
}
