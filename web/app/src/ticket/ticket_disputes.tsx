// What is contested about this ticket.
import { IconMessageReport } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import { Empty } from "../part/empty";
import { useNow } from "../part/ticker";
import { instant_near } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { page_words } from "./page_words";

export type Dispute = Schemas["Dispute"];

export const useDisputesOf = (reference: string, enabled: boolean) =>
  useRead("dispute", ["of", reference], (signal) =>
    all_of<Dispute>((cursor) => told(client.GET("/api/disputes", { params: { query: { limit: 200, ticket: reference, ...(cursor ? { cursor } : {}) } }, signal }))),
  { enabled });

export function TicketDisputes({ disputes, contest }: { disputes: Dispute[]; contest: (() => void) | undefined }) {
  const say = useWords("ticket_page", page_words);
  const word = useVocabulary();
  const now = useNow();
  const button = contest && <button type="button" className="btn" onClick={contest}><IconMessageReport size={16} aria-hidden /> {say("disputes.open")}</button>;
  if (disputes.length === 0) return <Empty title={say("disputes.none")} acts={button}>{say("disputes.none_why")}</Empty>;
  return (
    <>
      {button && <div className="tk-bar">{button}</div>}
      <ul className="tk-list">
        {disputes.map((dispute) => (
          <li key={dispute.reference}>
            <Link className="id" to={"/disputes/$reference" as never} params={{ reference: dispute.reference } as never}>{dispute.reference}</Link>
            <span>{capital(word("dispute_about", dispute.about))}{dispute.commitment && ` · ${dispute.commitment}`}</span>
            <span className="chip line">{capital(word("dispute_state", dispute.state))}</span>
            <span className="m prose el">{dispute.steps[0]?.motive}</span>
            <span className="push s q">{instant_near(dispute.claimed_at, now)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
