// A ticket on the board: what is left, whose it is, who has the ball.
import { Link } from "@tanstack/react-router";
import { memo } from "react";

import { Glyph } from "../part/glyph";
import type { Holder } from "../part/holder";
import { HolderMark } from "../part/holder";
import { Priority } from "../part/priority";
import { useNow } from "../part/ticker";
import { instant_near, length, percent } from "../words/format";
import { useWords } from "../words/words";
import type { Ticket } from "./bucket";
import { due_clock } from "./bucket";
import { Left } from "./left";
import { board_words } from "./words";

const long_wait_seconds = 86_400;

/** How near the limit is by the wall clock: who consumed what, only the page of the ticket knows. */
function Way({ from, to }: { from: string; to: string }) {
  const say = useWords("board", board_words);
  const now = useNow();
  const share = Math.max(0, (now - Date.parse(from)) / Math.max(1, Date.parse(to) - Date.parse(from)));
  const scale = Math.max(1, share);
  const limit = 100 / scale;
  return (
    <svg className="bo-way" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={say("elapsed", { share: percent(share, 0) })}>
      <rect className="track" y="1" width={limit} height="6" />
      <rect className="gone" y="1" width={(100 * share) / scale} height="6" />
      {share > 1 && <rect className="beyond" x={limit} y="1" width={100 - limit} height="6" />}
      <rect className="halo" x={Math.min(limit, 98) - 1.5} width="4.5" height="8" />
      <rect className="tick" x={Math.min(limit, 98)} width="1.5" height="8" />
    </svg>
  );
}

function Age({ since }: { since: string }) {
  const say = useWords("board", board_words);
  const seconds = Math.floor((useNow() - Date.parse(since)) / 60_000) * 60;
  const text = length(Math.max(60, seconds));
  if (seconds < long_wait_seconds) return <span className="push q s nw">{text}</span>;
  return <span className="push st risk s"><Glyph sign="risk" label={say("long")} />{text}</span>;
}

function DueAt({ at }: { at: string }) {
  const now = Math.floor(useNow() / 60_000) * 60_000;
  return <span className="push q s nw">{instant_near(at, now)}</span>;
}

export type CardProps = {
  ticket: Ticket; customer: string; holder: Holder; holder_name: string; is_current: boolean; is_selected: boolean; is_gone: boolean; can_act: boolean;
  point: (reference: string) => void; take: (reference: string) => void; hand: (reference: string) => void; select: (reference: string) => void;
};

export const Card = memo(function Card(props: CardProps) {
  const say = useWords("board", board_words);
  const { ticket, can_act } = props;
  const { reference } = ticket;
  const clock = due_clock(ticket);
  const is_paused = !clock?.due_at || clock.state === "paused";
  const name = `${props.is_current ? "cur" : ""} ${props.is_selected ? "sel" : ""} ${props.is_gone ? "gone" : ""}`;
  return (
    <li
      className={`bo-card ${name}`} data-reference={reference} title={props.is_gone ? say("gone") : undefined}
      onFocus={() => props.point(reference)}
      onClick={(event) => { if (!(event.target as HTMLElement).closest("a, button, input")) event.currentTarget.querySelector<HTMLElement>("a")?.focus(); }}
    >
      <div className="bo-line">
        <span className="bo-left"><Left clock={clock} /></span>
        <span className="push flex gap2">
          <Link className="id" to={"/tickets/$reference" as never} params={{ reference } as never}>{reference}</Link>
          <Priority priority={ticket.priority} />
        </span>
      </div>
      <div className="bo-line">
        <span className="t el b" title={ticket.title}>{ticket.title}</span>
        {can_act && (
          <label className="bo-pick push" title={say("select", { reference })}>
            <input type="checkbox" tabIndex={-1} aria-label={say("select", { reference })} checked={props.is_selected} onChange={() => props.select(reference)} />
          </label>
        )}
      </div>
      <div className="bo-line s m">
        <span className="el" title={props.customer}>{props.customer}</span>
        <span className="push">{clock?.due_at && !is_paused && <Way from={clock.started_at} to={clock.due_at} />}</span>
      </div>
      <div className="bo-line s">
        <HolderMark holder={props.holder} name={props.holder_name} />
        {is_paused ? <Age since={ticket.since} /> : clock?.due_at && <DueAt at={clock.due_at} />}
      </div>
      {props.is_current && can_act && (
        <div className="bo-acts">
          <button type="button" className="btn xs pri" aria-keyshortcuts="a" onClick={() => props.take(reference)}>{say("take")} <kbd>a</kbd></button>
          <button type="button" className="btn xs" aria-keyshortcuts="p" onClick={() => props.hand(reference)}>{say("hand_over")} <kbd>p</kbd></button>
        </div>
      )}
    </li>
  );
});
