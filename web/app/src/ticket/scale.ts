// The axis of a timeline: which instants are shown, where, and the ticks on it.
export type Span = { from: number; to: number };

export const place = (span: Span, width: number, at: number): number => ((at - span.from) / Math.max(1, span.to - span.from)) * width;
export const at_place = (span: Span, width: number, x: number): number => span.from + (x / Math.max(1, width)) * (span.to - span.from);

/** Nearer or farther around a point; never nearer than a minute, never beyond the whole. */
export function zoomed(span: Span, whole: Span, factor: number, around: number): Span {
  const length = Math.min(whole.to - whole.from, Math.max(60_000, (span.to - span.from) * factor));
  const share = (around - span.from) / Math.max(1, span.to - span.from);
  return moved_within({ from: around - share * length, to: around + (1 - share) * length }, whole);
}

export function moved_within(span: Span, whole: Span): Span {
  const length = span.to - span.from;
  if (span.from < whole.from) return { from: whole.from, to: Math.min(whole.to, whole.from + length) };
  if (span.to > whole.to) return { from: Math.max(whole.from, whole.to - length), to: whole.to };
  return span;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 28 * day, 91 * day, 364 * day];

/** Round instants of the reader's clock, so far apart that their words do not touch. `offset`: local less UTC. */
export function ticks_of(span: Span, width: number, words_width = 64, offset = -new Date(span.from).getTimezoneOffset() * minute): { at: number[]; step: number } {
  const most = Math.max(2, Math.floor(width / words_width));
  const step = steps.find((each) => (span.to - span.from) / each <= most) ?? 364 * day;
  const at: number[] = [];
  for (let tick = Math.ceil((span.from + offset) / step) * step - offset; tick <= span.to; tick += step) at.push(tick);
  return { at, step };
}

export const is_by_day = (step: number): boolean => step >= day;
