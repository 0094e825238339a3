// Every event, who and when, before and after; what was corrected stays, struck through.
import { useState } from "react";

import { usePartyName } from "../frame/known";
import { instant, instant_exact } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { CorrectDialog } from "./correct_dialog";
import type { Event } from "./journal";
import { before_of } from "./journal";
import { page_words } from "./page_words";

function What({ event, journal }: { event: Event; journal: Event[] }) {
  const say = useWords("ticket_page", page_words);
  const word = useVocabulary();
  const party_name = usePartyName();
  const before = before_of(journal, event);
  const subject = event.event === "classified" && event.attribute ? capital(word("attribute", event.attribute)) : capital(word("event_word", event.event));
  const value = before !== undefined && before !== event.value ? say("history.was", { before: before || "–", after: event.value }) : event.value;
  const role = ["provider", "customer", "supplier", "nobody", "third_party"].includes(event.party) ? word("role", event.party) : party_name(event.party);
  const rest = [value, role, event.team, event.relation && event.relation !== "none" ? word("relation", event.relation) : "", event.other, event.date ? instant(event.date) : "", event.consent ? say("history.consent") : "", event.effect === "origin" && event.sequence > 9 ? say("history.origin") : ""];
  return <><b>{subject}</b> {rest.filter(Boolean).join(" · ")}</>;
}

export function History({ journal, reference, may_correct }: { journal: Event[]; reference: string; may_correct: boolean }) {
  const say = useWords("ticket_page", page_words);
  const [corrected, correct] = useState<Event | undefined>();
  return (
    <>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={say("tab.history")}>
        <table className="grid compact tk-history">
          <thead><tr><th scope="col" className="num">{say("history.number")}</th><th scope="col">{say("history.when")}</th><th scope="col">{say("history.what")}</th><th scope="col">{say("history.who")}</th><th scope="col">{say("history.note")}</th>{may_correct && <th><span className="vh">{say("history.correct")}</span></th>}</tr></thead>
          <tbody>
            {[...journal].reverse().map((event) => (
              <tr key={event.sequence} className={event.superseded_by !== undefined ? "gone" : ""}>
                <td className="num">{event.sequence}</td>
                <td title={`${instant_exact(event.at)} · ${say("history.recorded", { when: instant_exact(event.recorded_at) })}`}>{instant(event.at)}</td>
                <td><span className="what"><What event={event} journal={journal} /></span>
                  {event.supersedes !== undefined && <span className="s q"> · {say("history.corrects", { number: event.supersedes })}</span>}
                  {event.superseded_by !== undefined && <span className="s q"> · {say("history.corrected_by", { number: event.superseded_by })}</span>}
                </td>
                <td className="m">{event.by ?? say("history.program")}</td>
                <td className="m tk-note" title={event.note}>{event.note}</td>
                {may_correct && <td>{event.superseded_by === undefined && event.event !== "retracted" && <button type="button" className="btn xs ghost" onClick={() => correct(event)} aria-label={`${say("history.correct")} ${event.sequence}`}>{say("history.correct")}</button>}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {corrected && <CorrectDialog reference={reference} events={[corrected]} close={() => correct(undefined)} />}
    </>
  );
}
