// One line of the timeline: what is drawn between its label and its figure.
import type { ReactNode } from "react";

import type { Holder } from "../part/holder";
import { clock, length } from "../words/format";
import type { HeldBy, Stretch } from "./account";
import { short_of } from "./hands";
import { fill_of } from "./patterns";
import type { Span } from "./scale";
import { place } from "./scale";

export type Lit = { from: number; to: number } | undefined;
export type Drawing = { span: Span; width: number; now: number; lit: Lit; light: (lit: Lit) => void };

export const is_lit = (lit: Lit, stretch: { from: number; to: number }): boolean => lit !== undefined && stretch.from >= lit.from && stretch.to <= lit.to;

/** What all lanes have: hours behind, now and what is lit before. */
export function Ground({ drawing, ticks, selected, children }: { drawing: Drawing; ticks: number[]; selected: Span | undefined; children: ReactNode }) {
  const { span, width, now, lit } = drawing;
  const x = (at: number): number => place(span, width, at);
  return (
    <div className="tk-cell"><svg className="tk-plot" aria-hidden="true" focusable="false">
      {ticks.map((tick) => <line key={tick} className="gridl" x1={x(tick)} x2={x(tick)} y1="0" y2="100%" />)}
      {now < span.to && <rect x={x(now)} width={Math.max(0, width - x(now))} y="0" height="100%" fill="var(--raised)" opacity=".7" />}
      {lit && <rect className="tk-lit" x={x(lit.from)} width={Math.max(2, x(lit.to) - x(lit.from))} y="0" height="100%" />}
      {children}
      {now >= span.from && now <= span.to && <line className="tk-now" x1={x(now)} x2={x(now)} y1="0" y2="100%" />}
      {selected && <rect className="tk-drag" x={x(selected.from)} width={x(selected.to) - x(selected.from)} y="0" height="100%" />}
    </svg></div>
  );
}

type Shown = { holder: HeldBy; from: number; to: number; caption: string };
const letter_width = 5.8;

const cut = (text: string, wide: number): string => (text.length * letter_width <= wide ? text : `${text.slice(0, Math.max(1, Math.floor(wide / letter_width) - 2))}…`);

/** `covered`: what stands before the captions there. */
export function HolderLane({ drawing, passages, covered, hand_of, say_name }: { drawing: Drawing; passages: Shown[]; covered: Span | undefined; hand_of: (holder: HeldBy) => Holder; say_name: (hand: Holder) => string }) {
  const { span, width, light } = drawing;
  const is_covered = (text: string, from: number): boolean => covered !== undefined && from < covered.to && from + text.length * letter_width > covered.from;
  return (
    <>
      {passages.map((passage) => {
        const from = Math.max(0, place(span, width, passage.from));
        const wide = Math.min(width, place(span, width, passage.to)) - from;
        if (wide <= 0) return null;
        const hand = hand_of(passage.holder);
        const time = length((passage.to - passage.from) / 1_000);
        const name = hand === "us" ? "" : `${say_name(hand)} `;
        const text = wide > 44 + name.length * 7 ? `${name}${time}` : wide > 48 ? time : "";
        const chip = text.length * 6.4 + 12;
        return (
          <g key={passage.from} onPointerEnter={() => light(passage)} onPointerLeave={() => light(undefined)}>
            <rect x={from + 0.5} y="8" width={Math.max(1, wide - 1)} height="30" fill={fill_of[hand]} stroke={hand === "none" ? "var(--h-none-l)" : "none"}>
              <title>{`${short_of(passage.holder)} · ${clock((passage.to - passage.from) / 1_000)}`}</title>
            </rect>
            {passage.caption && wide > 40 && !is_covered(cut(passage.caption, wide), from) && <text className="tk-cap" x={from + 1} y="52">{cut(passage.caption, wide)}</text>}
            {text && hand === "us" && <text className="tk-in" x={from + wide / 2} y="27" textAnchor="middle" fill="var(--h-us-on)">{text}</text>}
            {text && hand !== "us" && (
              <>
                <rect x={from + 5} y="13" width={Math.min(chip, wide - 10)} height="20" rx="3" fill="var(--page)" />
                <text className="tk-in" x={from + 11} y="27" fill="var(--ink)">{text}</text>
              </>
            )}
          </g>
        );
      })}
    </>
  );
}

/** `until`: where the last stretch reaches now; `due`: the limit; `tone` colours what is left. */
export function CommitmentLane(props: { drawing: Drawing; stretches: Stretch[]; due: number | undefined; runs: boolean; tone: "on" | "risk"; uncounted: (time: string) => string }) {
  const { span, width, now, light } = props.drawing;
  const x = (at: number): number => Math.min(width, Math.max(0, place(span, width, at)));
  const bar = (from: number, to: number, more: { fill: string; y?: number; height?: number; key: string }) => {
    const wide = x(to) - x(from);
    return wide <= 0 ? null : <rect key={more.key} x={x(from)} width={Math.max(1, wide)} y={more.y ?? 12} height={more.height ?? 14} fill={more.fill} />;
  };
  return (
    <>
      {props.stretches.map((stretch) => {
        const wide = x(stretch.to) - x(stretch.from);
        const key = `${stretch.from}`;
        if (stretch.treatment === "paused") {
          const text = props.uncounted(length((stretch.to - stretch.from) / 1_000));
          const chip = text.length * 6.3 + 8;
          return (
            <g key={key} onPointerEnter={() => light(stretch)} onPointerLeave={() => light(undefined)}>
              {bar(stretch.from, stretch.to, { fill: "url(#tk-exc)", key })}
              {wide > chip + 8 && <rect x={x(stretch.from) + (wide - chip) / 2} y="13" width={chip} height="12" fill="var(--page)" opacity=".92" />}
              {wide > chip + 8 && <text className="tk-exc" x={x(stretch.from) + wide / 2} y="23" textAnchor="middle">{text}</text>}
            </g>
          );
        }
        if (stretch.treatment !== "counts") {
          return <line key={key} className="tk-not" x1={x(stretch.from)} x2={x(stretch.to)} y1="19" y2="19" />;
        }
        return (
          <g key={key} onPointerEnter={() => light(stretch)} onPointerLeave={() => light(undefined)}>
            {stretch.parts.map((part) => {
              if (part.kind === "closed") return bar(part.from, part.to, { fill: "var(--h-off)", y: 16, height: 6, key: `c${part.from}` });
              const fill = stretch.is_over ? "url(#tk-over)" : "var(--count)";
              return bar(part.from, part.to, part.is_group ? { fill, y: 15, height: 8, key: `g${part.from}` } : { fill, key: `o${part.from}` });
            })}
          </g>
        );
      })}
      {props.runs && props.due !== undefined && props.due > now && (
        <rect x={x(now)} y="12.5" width={Math.max(0, x(props.due) - x(now))} height="13" fill={`var(--st-${props.tone}-t)`} stroke={`var(--st-${props.tone})`} strokeDasharray="2 2" />
      )}
      {props.due !== undefined && props.due >= span.from && props.due <= span.to && <line className="tk-limit" x1={x(props.due)} x2={x(props.due)} y1="7" y2="31" />}
    </>
  );
}
