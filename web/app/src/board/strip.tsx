// Every limit until the end of the day, one mark a clock: where they pile up is the day's real problem.
import { useMemo } from "react";

import { useNow } from "../part/ticker";
import { instant_near, number, time_of_day } from "../words/format";
import { useWords } from "../words/words";
import type { Ticket } from "./bucket";
import { due_clock } from "./bucket";
import { board_words } from "./words";

const minute = 60_000;
const hour = 60 * minute;
const bins = 110;
const most_high = 4;
export type Mark = { bin: number; level: number; is_at_risk: boolean };

/** Marks by place, piled up; those above the top are told by `over`. */
export function marks_of(dues: readonly { at: number; is_at_risk: boolean }[], from: number, to: number): { marks: Mark[]; over: Map<number, number> } {
  const heights = new Map<number, number>();
  const over = new Map<number, number>();
  const marks: Mark[] = [];
  for (const due of dues) {
    if (due.at < from || due.at > to) continue;
    const bin = Math.min(bins - 1, Math.floor((bins * (due.at - from)) / Math.max(1, to - from)));
    const level = heights.get(bin) ?? 0;
    heights.set(bin, level + 1);
    if (level < most_high) marks.push({ bin, level, is_at_risk: due.is_at_risk });
    else over.set(bin, (over.get(bin) ?? 0) + 1);
  }
  return { marks, over };
}

/** The hour in which most are due; nothing when no hour stands out. */
export function peak_of(dues: readonly { at: number }[]): { at: number; count: number } | undefined {
  const counts = new Map<number, number>();
  for (const { at } of dues) counts.set(Math.floor(at / hour) * hour, (counts.get(Math.floor(at / hour) * hour) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] > 2 ? { at: most[0], count: most[1] } : undefined;
}

/** Late in the day, the next twelve hours say more than the few that are left. */
export const horizon_of = (now: number, ends: number): number => (ends - now > 4 * hour ? ends : now + 12 * hour);

export function Strip({ tickets, ends, read_until }: { tickets: Iterable<Ticket>; ends: number; read_until: number | undefined }) {
  const say = useWords("board", board_words);
  const now = Math.floor(useNow() / minute) * minute;
  const to = horizon_of(now, ends);
  const dues = useMemo(() => {
    const found = [...tickets].flatMap((ticket) => {
      const clock = due_clock(ticket);
      return clock?.due_at && clock.state !== "paused" ? [{ at: Date.parse(clock.due_at), is_at_risk: clock.is_at_risk || Date.parse(clock.due_at) < now + 2 * hour }] : [];
    });
    return found.filter((due) => due.at >= now && due.at <= to);
  }, [tickets, now, to]);
  const { marks, over } = marks_of(dues, now, to);
  const peak = peak_of(dues);
  const step = to - now > 10 * hour ? 2 * hour : hour;
  const first = Math.ceil(now / step) * step;
  const ticks = Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step).filter((at) => at - now > (to - now) / 9);
  const x = (at: number): string => `${(100 * (at - now)) / (to - now)}%`;
  const summary = dues.length === 0 ? say("strip_empty") : say("strip_count", { count: dues.length });
  const is_cut = read_until !== undefined && read_until < to;
  const until = instant_near(to, now);
  return (
    <section className="bo-strip" aria-label={say("strip", { at: until })}>
      <p><span className="t b">{say("strip", { at: until })}</span><br /><span className="s q">{say("strip_sign")}</span></p>
      <svg role="img" aria-label={`${summary}. ${peak ? say("strip_peak", { at: time_of_day(peak.at), count: peak.count }) : ""}`} height="56">
        <line className="base" x1="0" x2="100%" y1="38" y2="38" />
        {ticks.map((at) => (
          <g key={at}><line className="tick" x1={x(at)} x2={x(at)} y1="2" y2="38" /><text className="ax c" x={x(at)} y="52">{time_of_day(at)}</text></g>
        ))}
        {marks.map((mark) => (
          <svg key={`${mark.bin}.${mark.level}`} x={`${(100 * (mark.bin + 0.5)) / bins}%`} y={33 - 7 * mark.level} overflow="visible">
            {mark.is_at_risk ? <path className="risk" d="M0-3 3.4 3h-6.8z" /> : <circle className="on" r="2.8" />}
          </svg>
        ))}
        {[...over].map(([bin, count]) => <text key={bin} className={bin > bins - 4 ? "ax e i" : "ax c i"} x={`${(100 * (bin + 0.5)) / bins}%`} y="7">+{number(count)}</text>)}
        <line className="now" x1="1" x2="1" y1="0" y2="40" />
        <text className="ax now" x="0" y="52">{time_of_day(now)}</text>
      </svg>
      <p className="bo-strip-end">
        <span className="t b">{summary}</span><br />
        <span className="s q">{is_cut ? say("strip_read", { at: time_of_day(read_until) }) : peak ? say("strip_peak", { at: time_of_day(peak.at), count: peak.count }) : ""}</span>
      </p>
    </section>
  );
}
