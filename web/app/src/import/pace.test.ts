import { expect, test } from "vitest";

import { pace_of } from "./pace";

test("the pace of a job tells how long the rest takes", () => {
  const job = { units_done: 1_000, units_total: 3_000, begun_at: "2026-11-22T20:00:00Z" };
  expect(pace_of(job, Date.parse("2026-11-22T20:00:02Z"))).toEqual({ a_second: 500, left_seconds: 4 });
});
test("before anything is done no pace is told", () => {
  expect(pace_of({ units_done: 0, units_total: 3_000, begun_at: "2026-11-22T20:00:00Z" }, Date.parse("2026-11-22T20:00:02Z"))).toBeUndefined();
});
