// What a dispute is about, in a few words.
import { Link } from "@tanstack/react-router";

import type { Me } from "../session/me";
import { is_of_customer } from "../session/me";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Dispute, Side } from "./turn";
import { dispute_words } from "./words";

export const side_of = (me: Me): Side => (is_of_customer(me) ? "customer" : "provider");

/** The parties' own word for it, when they have one. */
const commitment_of = (dispute: Dispute): string =>
  dispute.clocks.find((clock) => clock.commitment === dispute.commitment)?.label || dispute.commitment;

export function useSubject(): (dispute: Dispute) => string {
  const say = useWords("dispute", dispute_words);
  return (dispute) => {
    const thing = dispute.ticket || dispute.outage;
    const which = dispute.about === "verdict" ? commitment_of(dispute) || say("all_commitments", { agreement: dispute.agreement }) : dispute.event ? say("event_of", { number: dispute.event }) : "";
    return [thing, which].filter(Boolean).join(" · ");
  };
}

export function Subject({ dispute }: { dispute: Dispute }) {
  const word = useVocabulary();
  const subject = useSubject()(dispute);
  const about = capital(word("dispute_about", dispute.about));
  if (!dispute.ticket) return <>{about} · {subject}</>;
  return <>{about} · <Link className="dsp-link" to={"/tickets/$reference" as never} params={{ reference: dispute.ticket } as never}>{subject}</Link></>;
}

export function useSideName(own: Side): (side: Side | undefined) => string {
  const say = useWords("dispute", dispute_words);
  return (side) => (side === undefined ? "–" : side === own ? capital(say("you")) : capital(say(side)));
}

/** Sign beside the word: settled or not is never told by colour alone. */
export function DisputeState({ dispute }: { dispute: Dispute }) {
  const word = useVocabulary();
  const say = useWords("dispute", dispute_words);
  return <span className="chip line" title={dispute.by_silence ? say("by_silence") : undefined}>{capital(word("dispute_state", dispute.state))}{dispute.by_silence && " · ∅"}</span>;
}
