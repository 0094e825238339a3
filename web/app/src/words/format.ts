// Numbers, lengths and instants as the reader writes them.
import { language_now } from "./language";

const locale = (): string => (language_now() === "fr" ? "fr-FR" : "en-GB");
const minus = "\u2212";

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function number_format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `n${locale()}${JSON.stringify(options)}`;
  const found = kept.get(name) ?? new Intl.NumberFormat(locale(), options);
  kept.set(name, found);
  return found as Intl.NumberFormat;
}
function date_format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `d${locale()}${JSON.stringify(options)}`;
  const found = kept.get(name) ?? new Intl.DateTimeFormat(locale(), options);
  kept.set(name, found);
  return found as Intl.DateTimeFormat;
}

const with_minus = (text: string): string => text.replace(/^-/, minus);

export const number = (value: number, decimals = 0): string =>
  with_minus(number_format({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value));

/** 0.976 as "97,6 %" or "97.6%". */
export const percent = (share: number, decimals = 1): string =>
  with_minus(
    number_format({ style: "percent", minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(share),
  );

/** The sign alone, beside a figure of another size: French parts it from the figure, English does not. */
export const percent_sign = (): string => (language_now() === "fr" ? "\u00a0%" : "%");

/** A difference with its sign: "+0,7". */
export const difference = (value: number, decimals = 1): string =>
  with_minus(
    number_format({ signDisplay: "exceptZero", minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
  );

export function money(minor: number, currency: string): string {
  const format = number_format({ style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const is_round = minor % 10 ** digits === 0;
  const shown = is_round ? number_format({ style: "currency", currency, maximumFractionDigits: 0 }) : format;
  return with_minus(shown.format(minor / 10 ** digits));
}

/**
 * 761 seconds as "00:12:41"; what is passed has a minus. Hours are not cut at a day: they are open hours. From a
 * hundred hours on, seconds say nothing any more: "2 546 h".
 */
export function clock(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.trunc(whole / 3600);
  const most_hours = 100;
  const text = hours >= most_hours ? `${number(hours)}\u00a0h` : `${two(hours)}:${two(Math.trunc(whole / 60) % 60)}:${two(whole % 60)}`;
  return seconds < 0 ? minus + text : text;
}

/** About how long: "8 min", "1 h 46", "2 d" / "2 j". Cut, never rounded up. */
export function length(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const space = "\u00a0";
  const minutes = Math.trunc(whole / 60);
  if (minutes < 1) return `${whole}${space}s`;
  if (minutes < 60) return `${minutes}${space}min`;
  const hours = Math.trunc(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours}${space}h${space}${String(minutes % 60).padStart(2, "0")}` : `${hours}${space}h`;
  return `${Math.trunc(hours / 24)}${space}${language_now() === "fr" ? "j" : "d"}`;
}

const as_date = (at: string | number): Date => new Date(at);

/** "26 nov. 2026, 13:31". */
export const instant = (at: string | number): string =>
  date_format({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(as_date(at));

/** With the day of the week and seconds, for who wants to know exactly. */
export const instant_exact = (at: string | number): string =>
  date_format({
    weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit",
    timeZoneName: "short",
  }).format(as_date(at));

/** "13:31" today, "ven. 10:00" within a week, "26 nov." else. */
export function instant_near(at: string | number, now: number): string {
  const date = as_date(at);
  const day = date_format({ year: "numeric", month: "numeric", day: "numeric" });
  if (day.format(date) === day.format(now)) return date_format({ hour: "2-digit", minute: "2-digit" }).format(date);
  const days = Math.abs(date.getTime() - now) / 86_400_000;
  if (days < 6) return date_format({ weekday: "short", hour: "2-digit", minute: "2-digit" }).format(date);
  const is_this_year = date.getFullYear() === new Date(now).getFullYear();
  return date_format({ day: "numeric", month: "short", ...(is_this_year ? {} : { year: "numeric" }) }).format(date);
}

export const time_of_day = (at: string | number, with_seconds = false): string =>
  date_format({ hour: "2-digit", minute: "2-digit", ...(with_seconds ? { second: "2-digit" } : {}) }).format(as_date(at));

export const day = (at: string | number): string =>
  date_format({ weekday: "short", day: "numeric", month: "short" }).format(as_date(at));

/** A calendar day, "2026-11-26", which has no zone. */
export const civil_day = (text: string): string =>
  date_format({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(as_date(`${text}T00:00:00Z`));

/** A month, "2026-11": "novembre 2026"; short: "nov.". */
export const month = (text: string, form: "long" | "short" = "long"): string =>
  date_format(
    form === "long" ? { month: "long", year: "numeric", timeZone: "UTC" } : { month: "short", timeZone: "UTC" },
  ).format(as_date(`${text}-01T00:00:00Z`));

/** Names in a sentence: "a, b and c". */
export const names_together = (names: readonly string[]): string => new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);

/** The parts of a day, for a leaf of a calendar: "nov.", "26", "jeudi". */
export const day_parts = (at: string | number): { month: string; number: string; weekday: string } => ({
  month: date_format({ month: "short" }).format(as_date(at)),
  number: date_format({ day: "numeric" }).format(as_date(at)),
  weekday: date_format({ weekday: "long" }).format(as_date(at)),
});

/** Names of the days of a week, Monday first: "lun.". */
export const weekday_names = (): string[] =>
  Array.from({ length: 7 }, (_, index) => date_format({ weekday: "short", timeZone: "UTC" }).format(as_date(Date.UTC(2024, 0, 1 + index))));

/** A name and its value: "Motif : retard", "Reason: late". */
export const labelled = (label: string, value: string): string => (language_now() === "fr" ? `${label}\u00a0: ${value}` : `${label}: ${value}`);

/** What somebody wrote, within the quotation marks of the reader. */
export const quoted = (text: string): string => (language_now() === "fr" ? `«\u00a0${text}\u00a0»` : `“${text}”`);

/** A reference in running text: not cut at the end of a line. */
export const uncut = (reference: string): string => reference.replaceAll("-", "-\u2060");
