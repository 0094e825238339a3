// How fast a job goes.
import type { Schemas } from "../api/client";

/** What a job did a second since it began, and how long the rest takes at that pace. */
export function pace_of(job: Pick<Schemas["Job"], "units_done" | "units_total" | "begun_at">, now: number): { a_second: number; left_seconds: number } | undefined {
  if (!job.begun_at || job.units_done === 0) return undefined;
  const seconds = (now - Date.parse(job.begun_at)) / 1_000;
  if (seconds <= 0) return undefined;
  const a_second = job.units_done / seconds;
  return { a_second, left_seconds: Math.max(0, Math.ceil((job.units_total - job.units_done) / a_second)) };
}
