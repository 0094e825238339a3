// Passages of the ball as a table: from, to, how long, what of it counted, who says so.
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";

import { HolderMark } from "../part/holder";
import { StateText } from "../part/state";
import { clock, day, instant_exact, quoted, time_of_day } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import type { Account, Passage } from "./account";
import { passages_of } from "./account";
import { CorrectDialog } from "./correct_dialog";
import { short_of, useHandOf } from "./hands";
import type { Event } from "./journal";
import { beginning, holding, is_move } from "./journal";
import type { Lit } from "./lane";
import { is_lit } from "./lane";
import { page_words } from "./page_words";

type MovesOf = { account: Account; name: string; journal: Event[]; reference: string; may_correct: boolean; lit: Lit; light: (lit: Lit) => void };

function Source({ event, journal }: { event: Event | undefined; journal: Event[] }) {
  const say = useWords("ticket_page", page_words);
  const word = useVocabulary();
  if (!event) return null;
  const before = event.supersedes === undefined ? undefined : journal.find((each) => each.sequence === event.supersedes);
  const what = [word("event_word", event.event), event.value && event.event !== "opened" ? quoted(event.value) : event.value].filter(Boolean).join(" ");
  return (
    <>
      <span className="m">{what}{event.by ? `, ${event.by}` : ""}</span>
      {before && <span className="s q tk-block" title={event.note}>{say("moves.replaced", { number: before.sequence, before: `${time_of_day(before.at, true)} ${before.team || before.party}` })}{event.note && ` · ${event.note}`}</span>}
    </>
  );
}

function MoveRow({ passage, account, journal, is_last, with_day, props }: { passage: Passage; account: Account; journal: Event[]; is_last: boolean; with_day: boolean; props: MovesOf }) {
  const say = useWords("ticket_page", page_words);
  const hand_of = useHandOf();
  const events = holding(journal);
  const first = account.stretches[passage.stretches[0] ?? 0];
  const is_wait = first?.code === "step_awaiting";
  const is_unasked = is_wait && !events.some((event) => event.event === "requested" && Date.parse(event.at) >= passage.from && Date.parse(event.at) <= passage.to);
  const is_running = is_last && account.end.is_now;
  return (
    <tr className={`${is_running ? "cur" : ""} ${is_lit(props.lit, passage) ? "sel" : ""}`} onPointerEnter={() => props.light({ from: passage.from, to: passage.to })} onPointerLeave={() => props.light(undefined)}>
      <td className="nums" title={instant_exact(passage.from)}>{with_day && `${day(passage.from)} `}{time_of_day(passage.from, true)}</td>
      <td><HolderMark holder={hand_of(passage.holder)} name={passage.holder.team ? `${passage.holder.party} · ${passage.holder.team}` : short_of(passage.holder)} /></td>
      <td className="num">{clock((passage.to - passage.from) / 1_000)}</td>
      <td className="num">{passage.excluded > 0 && passage.counted === 0 ? <StateText sign="exc">{say("moves.not_counted")}</StateText> : clock(passage.counted)}</td>
      <td><Source event={beginning(events, passage.from)} journal={journal} /></td>
      <td>{is_unasked ? <StateText sign="risk">{say("moves.unasked")}</StateText> : is_running && <span className="s q">{say("moves.running")}</span>}</td>
    </tr>
  );
}

export function Moves(props: MovesOf) {
  const say = useWords("ticket_page", page_words);
  const [is_correcting, correct] = useState(false);
  const { account } = props;
  const passages = passages_of(account);
  const first = passages[0]?.from ?? account.end.at;
  const with_day = account.end.at - first > 20 * 3_600_000;
  const counted = account.stretches.at(-1)?.running ?? 0;
  const excluded = passages.reduce((sum, passage) => sum + passage.excluded, 0);
  return (
    <>
      <div className="tk-bar">
        <span className="s q">{say("moves.of", { name: props.name })}</span>
        {props.may_correct && <button type="button" className="btn xs push" onClick={() => correct(true)}><IconPlus size={14} aria-hidden /> {say("moves.correct")}</button>}
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={say("tab.moves")}>
        <table className="grid">
          <thead><tr><th scope="col">{say("moves.from")}</th><th scope="col">{say("moves.to")}</th><th scope="col" className="num">{say("moves.length")}</th><th scope="col" className="num">{say("moves.counted")}</th><th scope="col">{say("moves.source")}</th><th><span className="vh">{say("why.finding")}</span></th></tr></thead>
          <tbody>
            {passages.map((passage, index) => <MoveRow key={`${passage.from}-${passage.stretches[0]}`} passage={passage} account={account} journal={props.journal} is_last={index === passages.length - 1} with_day={with_day} props={props} />)}
          </tbody>
          <tfoot><tr><td colSpan={2}>{say("moves.total")}</td><td className="num">{clock((account.end.at - first) / 1_000)}</td><td className="num">{clock(counted)}</td><td colSpan={2} className="m">{excluded > 0 && say("moves.left_out", { time: clock(excluded) })}</td></tr></tfoot>
        </table>
      </div>
      {is_correcting && <CorrectDialog reference={props.reference} events={holding(props.journal).filter(is_move)} close={() => correct(false)} />}
    </>
  );
}
