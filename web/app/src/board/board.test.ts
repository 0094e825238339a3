// @vitest-environment jsdom
import { expect, test } from "vitest";

import type { Ticket } from "./bucket";
import { bucket_of, day_end, due_clock } from "./bucket";
import { begins_with, count_of, laid_out } from "./columns";
import { neighbour } from "./board_columns";
import { broken_since } from "./breaches";
import { marks_of, peak_of } from "./strip";

const now = Date.parse("2026-11-26T13:31:00Z");
const ends = Date.parse("2026-11-26T22:59:59Z");
const in_minutes = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
const ticket = (reference: string, minutes: number | undefined, more: object = {}): Ticket =>
  ({ reference, since: in_minutes(-60), holder: "provider", clocks: [{ state: minutes === undefined ? "paused" : "on_track", ...(minutes === undefined ? {} : { due_at: in_minutes(minutes) }) }], ...more }) as unknown as Ticket;

test("a ticket stands by what is due first of it, in the same steps as the server counts", () => {
  const found = [-1, 0, 30, 31, 120, 121, 600].map((minutes) => bucket_of(ticket("A", minutes), now, ends));
  expect(found).toEqual(["overdue", "within_30_minutes", "within_30_minutes", "within_2_hours", "within_2_hours", "today", "later"]);
  expect(bucket_of(ticket("A", undefined), now, ends)).toBe("paused");
  expect(bucket_of({ clocks: [] }, now, ends)).toBe("without_clock");
});

test("a clock that has ended says no more when something is due", () => {
  const both = { clocks: [{ state: "stopped", due_at: in_minutes(1), ended_at: in_minutes(-5) }, { state: "on_track", due_at: in_minutes(50) }] } as unknown as Ticket;
  expect(due_clock(both)?.due_at).toBe(in_minutes(50));
});

test("a day ends where the reader is", () => {
  expect(new Date(day_end(now) + 1).getHours()).toBe(0);
});

test("cards stand by their limit, and those that wait by how long they do", () => {
  const layout = laid_out([ticket("B", 20), ticket("A", 10), ticket("D", undefined, { since: in_minutes(-10) }), ticket("C", undefined)], now, ends);
  expect(layout.within_30_minutes).toEqual(["A", "B"]);
  expect(layout.paused).toEqual(["C", "D"]);
});

test("what was read is at least so many until the server counts", () => {
  const kinds = new Map([["telvia", "supplier"]]);
  const count = count_of("today", undefined, [ticket("A", 1), ticket("B", 1, { holder: "telvia" })], true, kinds);
  expect(count).toMatchObject({ total: 2, is_least: true, split: { provider: 1, supplier: 1 } });
});

test("what comes at the end moves nothing", () => {
  expect(begins_with(["A", "B", "C"], ["A", "B"])).toBe(true);
  expect(begins_with(["C", "A", "B"], ["A", "B"])).toBe(false);
});

test("keys move within a column and to the sides, over columns that are empty", () => {
  const layout = laid_out([ticket("A", -5), ticket("B", -4), ticket("C", 300)], now, ends);
  const columns = ["overdue", "within_30_minutes", "today"] as const;
  expect(neighbour(layout, columns, undefined, "down")).toBe("A");
  expect(neighbour(layout, columns, "B", "down")).toBe("B");
  expect(neighbour(layout, columns, "B", "right")).toBe("C");
  expect(neighbour(layout, columns, "C", "left")).toBe("A");
});

test("a promise is said broken once: when it was ahead before", () => {
  expect(broken_since(new Set(["A"]), ["A", "B"])).toEqual(["A"]);
  expect(broken_since(new Set(), ["A"])).toEqual([]);
});

test("marks pile up, and those above the top are counted", () => {
  const dues = Array.from({ length: 7 }, () => ({ at: now + 1_000, is_at_risk: false }));
  const { marks, over } = marks_of(dues, now, now + 3_600_000);
  expect(marks).toHaveLength(4);
  expect([...over.values()]).toEqual([3]);
  expect(peak_of(dues)?.count).toBe(7);
});
