// What is dated about a customer or a service, on one line of time.
export const kinds = ["agreement", "contract", "major", "breach", "outage", "maintenance", "dispute", "closure", "penalty"] as const;
export type Kind = (typeof kinds)[number];
export type Dated = { kind: Kind; at: number; until?: number | undefined; text: string; to: string; is_bad?: boolean };
export type Window = { from: number; to: number };

/** From the first instant of the month that is `count - 1` before `last`, to the end of `last`. */
export function window_of(last: string, count: number): Window {
  const [year = 0, month = 1] = last.split("-").map(Number);
  return { from: Date.UTC(year, month - count, 1), to: Date.UTC(year, month, 1) };
}

export const is_in = (event: Dated, window: Window): boolean => event.at < window.to && (event.until ?? event.at) >= window.from;

export type Mark = { left: number; width: number; events: Dated[] };
/** Marks of a lane, as shares of its width: what would lie on one another is one mark with a number. */
export function marks_of(events: readonly Dated[], window: Window, places = 25): Mark[] {
  const whole = window.to - window.from;
  const bins = new Map<number, Dated[]>();
  for (const event of events) {
    const place = Math.max(0, Math.floor((places * (event.at - window.from)) / whole));
    bins.set(place, [...(bins.get(place) ?? []), event]);
  }
  return [...bins].sort(([a], [b]) => a - b).map(([place, inside]) => {
    const end = Math.max(...inside.map((event) => event.until ?? event.at));
    return { left: place / places, width: Math.min(1, Math.max(0, (end - window.from) / whole)) - place / places, events: inside };
  });
}

export function months_in(window: Window): { at: number; name: string }[] {
  const months: { at: number; name: string }[] = [];
  for (const at = new Date(window.from); at.getTime() < window.to; at.setUTCMonth(at.getUTCMonth() + 1)) {
    months.push({ at: (at.getTime() - window.from) / (window.to - window.from), name: at.toISOString().slice(0, 7) });
  }
  return months;
}

/** "2024-09-02" of a line "signed_on: 2024-09-02" or "in_force: {from: …, to: …}" of the text of an agreement. */
export function days_of(document: string): { signed?: string; from?: string; to?: string } {
  const day = (pattern: RegExp): string | undefined => pattern.exec(document)?.[1];
  const force = /^in_force:(.*(?:\n +.*)*)/m.exec(document)?.[1] ?? "";
  const found = { signed: day(/^signed_on:\s*(\d{4}-\d{2}-\d{2})/m), from: /from:\s*(\d{4}-\d{2}-\d{2})/.exec(force)?.[1], to: /\bto:\s*(\d{4}-\d{2}-\d{2})/.exec(force)?.[1] };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** A reference made of a name: "Ville de Nîmes" is "ville-de-nimes". */
export const reference_from = (name: string): string =>
  name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
