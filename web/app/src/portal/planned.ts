// Works on services: which come, which run, how a month lays them out.
import type { Maintenance } from "./readings";

const stands = (work: Maintenance): boolean => !work.withdrawn;

/** Those that run or come, the nearest first. */
export const coming = (works: readonly Maintenance[], now: number): Maintenance[] =>
  works.filter((work) => stands(work) && Date.parse(work.ends_at) > now).sort((a, b) => a.starts_at.localeCompare(b.starts_at));

/** Those that ended or were withdrawn, within a year, the last first. */
export const past = (works: readonly Maintenance[], now: number): Maintenance[] =>
  works.filter((work) => (Date.parse(work.ends_at) <= now || work.withdrawn) && Date.parse(work.ends_at) > now - 366 * 86_400_000).sort((a, b) => b.starts_at.localeCompare(a.starts_at));

export const is_running = (work: Maintenance, now: number): boolean => stands(work) && Date.parse(work.starts_at) <= now && now < Date.parse(work.ends_at);

/** Those that touch a month, the first first. */
export const of_month = (works: readonly Maintenance[], month: string): Maintenance[] => {
  const days = weeks_of(month, works).flat().filter((day) => day.is_of_month);
  return [...new Set(days.flatMap((day) => day.works))].sort((a, b) => a.starts_at.localeCompare(b.starts_at));
};

export type CalendarDay = { from: number; is_of_month: boolean; works: Maintenance[] };

/** The weeks of a month ("2026-11"), Mondays first, with what happens each day in the reader's zone. */
export function weeks_of(month: string, works: readonly Maintenance[]): CalendarDay[][] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const first = new Date(year, number - 1, 1);
  const before = (first.getDay() + 6) % 7;
  const count = Math.ceil((before + new Date(year, number, 0).getDate()) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const at = new Date(year, number - 1, 1 - before + 7 * week + weekday);
      const to = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime();
      const of_day = works.filter((work) => stands(work) && Date.parse(work.starts_at) < to && Date.parse(work.ends_at) > at.getTime());
      return { from: at.getTime(), is_of_month: at.getMonth() === number - 1, works: of_day };
    }));
}
