// The life of a ticket on one axis: who had the ball by the wall clock, and under it what each commitment counted.
import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";

import type { Clock } from "../part/clock_state";
import { is_running, sign_of } from "../part/clock_state";
import { useNow } from "../part/ticker";
import { useHolderWord } from "../part/holder";
import { instant_near, time_of_day } from "../words/format";
import { useWords } from "../words/words";
import type { Account } from "./account";
import { key_of, passages_of, widest } from "./account";
import { useHandOf } from "./hands";
import type { Drawing, Lit } from "./lane";
import { CommitmentLane, Ground, HolderLane } from "./lane";
import { CommitmentFigure, CommitmentName } from "./lane_sides";
import { grown, whole_of } from "./live_account";
import { page_words } from "./page_words";
import type { Span } from "./scale";
import { at_place, is_by_day, moved_within, place, ticks_of, zoomed } from "./scale";
import { axis_text } from "./axis_text";
import "./timeline.css";

export type Zoom = { span: Span | undefined; set: (span: Span | undefined) => void };
type TimelineOf = { accounts: Account[]; clocks: Clock[]; lit: Lit; light: (lit: Lit) => void; zoom: Zoom; open_why: (key: string) => void; chosen: string | undefined };

/** The limit of the promise to the customer that is nearest to its end. */
function limit_of(accounts: readonly Account[], clocks: ReadonlyMap<string, Clock>, span: Span): number | undefined {
  const running = accounts.map((account) => clocks.get(account.key)).filter((clock) => clock?.kind === "sla" && !clock.ended_at && clock.due_at);
  const due = running.map((clock) => Date.parse(clock?.due_at ?? "")).sort((a, b) => a - b)[0];
  return due !== undefined && due >= span.from && due <= span.to ? due : undefined;
}

function useDrag(zoom: Zoom, width: number, span: Span) {
  const axis = useRef<HTMLDivElement>(null);
  const begun = useRef<number | undefined>(undefined);
  const [selected, select] = useState<Span | undefined>();
  const at = (event: PointerEvent): number => at_place(span, width, event.clientX - (axis.current?.getBoundingClientRect().left ?? 0));
  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || (event.target as HTMLElement).closest("button, a")) return;
    const box = axis.current?.getBoundingClientRect();
    if (!box || event.clientX < box.left || event.clientX > box.right) return;
    begun.current = at(event);
  };
  const move = (event: PointerEvent): void => {
    if (begun.current === undefined) return;
    const [from, to] = [begun.current, at(event)].sort((a, b) => a - b) as [number, number];
    select({ from: Math.max(span.from, from), to: Math.min(span.to, to) });
  };
  const up = (): void => {
    if (selected && place(span, width, selected.to) - place(span, width, selected.from) > 8) zoom.set(selected);
    begun.current = undefined;
    select(undefined);
  };
  return { axis, selected, on: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerLeave: up } };
}

export function Timeline({ accounts, clocks, lit, light, zoom, open_why, chosen }: TimelineOf) {
  const say = useWords("ticket_page", page_words);
  const word_of = useHolderWord();
  const hand_of = useHandOf();
  const now = useNow();
  const { ref: measure, width } = useElementSize();
  const by_key = useMemo(() => new Map(clocks.map((clock) => [key_of(clock), clock])), [clocks]);
  const runs = clocks.some(is_running) || accounts.some((account) => account.end.is_now);
  const minute = Math.ceil(now / 60_000) * 60_000;
  const whole = useMemo(() => whole_of(accounts, clocks, runs ? minute : undefined), [accounts, clocks, runs, minute]);
  const span = zoom.span ?? whole;
  const drawing: Drawing = { span, width, now: runs ? now : Number.POSITIVE_INFINITY, lit, light };
  const { at: ticks, step } = ticks_of(span, width);
  const drag = useDrag(zoom, width, span);
  const axis = useMergedRef(measure, drag.axis);
  const main = widest(accounts);
  const living = useMemo(() => new Map(accounts.map((account) => [account.key, grown(account, now)])), [accounts, now]);
  const passages = main ? passages_of(living.get(main.key) ?? main).map((passage) => ({ ...passage, caption: main.stretches[passage.stretches[0] ?? 0]?.text ?? "" })) : [];
  const limit = limit_of(accounts, by_key, span);
  useEffect(() => { if (zoom.span && (zoom.span.from < whole.from || zoom.span.to > whole.to)) zoom.set(moved_within(zoom.span, whole)); }, [zoom, whole]);

  function press(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const found = passages.findIndex((passage) => lit && passage.from >= lit.from && passage.to <= lit.to);
    const next = found < 0 ? 0 : Math.min(passages.length - 1, Math.max(0, found + (event.key === "ArrowRight" ? 1 : -1)));
    const passage = passages[next];
    if (passage) light({ from: passage.from, to: passage.to });
  }

  return (
    <div className="scroll-x tk-scroll" tabIndex={0} role="region" aria-label={say("lane.label")} onKeyDown={press} title={say("lane.hint")}>
      <div className="tk-line" {...drag.on}>
        <div className="tk-row axis">
          <span />
          <div ref={axis} className="tk-axis">
            {ticks.map((tick) => <span key={tick} style={{ left: place(span, width, tick) }}>{axis_text(tick, is_by_day(step))}</span>)}
          </div>
          <span />
        </div>
        <div className="tk-row hands">
          <span className="tk-name"><b>{say("lane.title")}</b><i>{say("lane.wall")}</i></span>
          <Ground drawing={drawing} ticks={ticks} selected={drag.selected}>
            <HolderLane drawing={drawing} passages={passages} covered={limit === undefined ? undefined : limit_tag(place(span, width, limit), width)} hand_of={hand_of} say_name={word_of} />
          </Ground>
          <span />
          {limit !== undefined && <LimitTag at={place(span, width, limit)} width={width} text={say("lane.limit", { time: instant_near(limit, now) })} />}
        </div>
        {accounts.map((account) => {
          const clock = by_key.get(account.key);
          const due = clock?.due_at ? Date.parse(clock.due_at) : account.outcome.due;
          return (
            <div key={account.key} className={`tk-row ${chosen === account.key ? "chosen" : ""}`}>
              <CommitmentName account={account} clock={clock} />
              <Ground drawing={drawing} ticks={ticks} selected={drag.selected}>
                <CommitmentLane
                  drawing={drawing} stretches={living.get(account.key)?.stretches ?? []} due={due} tone={clock && sign_of(clock) === "risk" ? "risk" : "on"}
                  runs={clock !== undefined && is_running(clock)} uncounted={(time) => say("lane.uncounted", { time })}
                />
              </Ground>
              <CommitmentFigure account={account} clock={clock} open={() => open_why(account.key)} is_open={chosen === account.key} />
            </div>
          );
        })}
        {runs && now >= span.from && now <= span.to && (
          <div className="tk-row foot" aria-hidden="true">
            <span /><div className="tk-axis"><b className="tk-tag" style={{ left: Math.min(place(span, width, now), width - 28) }}>{time_of_day(now, true)}</b></div><span />
          </div>
        )}
      </div>
    </div>
  );
}

const tag_width = 130;
/** Where the tag of a limit stands: before it when it would run over the edge. */
const limit_tag = (at: number, width: number): Span => (at > width - tag_width ? { from: at - tag_width, to: at } : { from: at, to: at + tag_width });

function LimitTag({ at, width, text }: { at: number; width: number; text: string }) {
  return <div className="tk-axis tk-over"><b className="tk-limit-tag" style={limit_tag(at, width).to === at ? { right: width - at } : { left: at - 1 }}>{text}</b></div>;
}

/** Nearer and farther, for buttons and keys. */
export function useZoom(accounts: Account[], clocks: Clock[]): Zoom & { near: (factor: number) => void } {
  const [span, set] = useState<Span | undefined>();
  const near = (factor: number): void => {
    const whole = whole_of(accounts, clocks, Date.now());
    const shown = span ?? whole;
    const next = zoomed(shown, whole, factor, (shown.from + shown.to) / 2);
    set(next.to - next.from >= whole.to - whole.from ? undefined : next);
  };
  return { span, set, near };
}
