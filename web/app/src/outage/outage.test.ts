import { expect, test } from "vitest";

import type { Maintenance, Outage } from "./outage";
import { instant_typed, next_words, state_of, state_of_maintenance } from "./outage";

test("an outage that was withdrawn never was, restored or not", () => {
  expect(state_of({ withdrawn: true, restored_at: "2026-01-01T00:00:00Z" } as Outage)).toBe("withdrawn");
  expect(state_of({ withdrawn: false } as Outage)).toBe("on");
  expect(next_words({ withdrawn: true } as Outage)).toEqual([]);
});

test("work is planned, in progress, then past, its end not included", () => {
  const work = { withdrawn: false, starts_at: "2026-01-01T10:00:00Z", ends_at: "2026-01-01T12:00:00Z" } as Maintenance;
  const at = (text: string) => state_of_maintenance(work, Date.parse(text));
  expect([at("2026-01-01T09:59:59Z"), at("2026-01-01T10:00:00Z"), at("2026-01-01T12:00:00Z")]).toEqual(["planned", "running", "past"]);
});

test("nothing typed is nothing sent", () => {
  expect(instant_typed("")).toBeUndefined();
  expect(instant_typed("2026-01-01T10:00")).toMatch(/^2026-01-01T|^2025-12-31T/);
});
