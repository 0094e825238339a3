// Other tickets that this one is tied to, from both ends.
import { IconLink } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { Empty } from "../part/empty";
import { instant } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Ticket } from "./acts";
import type { Event } from "./journal";
import { holding } from "./journal";
import { page_words } from "./page_words";

export const useTied = (reference: string) =>
  useRead("ticket", ["tied", reference], (signal) => told(client.GET("/api/tickets", { params: { query: { shown: "all", part_of: reference, limit: 200 } }, signal })));

type Tie = { other: string; how: string; when: string };

export function Links({ ticket, journal, add }: { ticket: Ticket; journal: Event[]; add: (() => void) | undefined }) {
  const say = useWords("ticket_page", page_words);
  const word = useVocabulary();
  const { data: tied } = useTied(ticket.reference);
  const own = holding(journal).filter((event) => event.event === "related" || event.event === "merged").map((event): Tie => ({ other: event.other, how: event.event === "merged" ? say("links.merged") : capital(word("relation", event.relation)), when: event.at }));
  const parts = (tied?.items ?? []).map((each): Tie => ({ other: each.reference, how: `${say("links.parts")} · ${each.title}`, when: each.opened_at }));
  const ties = [...own, ...parts];
  const button = add && <button type="button" className="btn" onClick={add}><IconLink size={16} aria-hidden /> {say("links.add")}</button>;
  if (ties.length === 0) return <Empty title={say("links.none")} acts={button}>{say("links.none_why")}</Empty>;
  return (
    <>
      {button && <div className="tk-bar">{button}</div>}
      <div className="scroll-x" tabIndex={0} role="region" aria-label={say("tab.links")}>
        <table className="grid">
          <thead><tr><th scope="col">{say("links.ticket")}</th><th scope="col">{say("links.how")}</th><th scope="col">{say("links.when")}</th></tr></thead>
          <tbody>{ties.map((tie) => <tr key={`${tie.other}${tie.how}`}><td><Link className="id" to={"/tickets/$reference" as never} params={{ reference: tie.other } as never}>{tie.other}</Link></td><td>{tie.how}</td><td className="m">{instant(tie.when)}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  );
}
