import { expect, test } from "vitest";

import { ticks_of, zoomed } from "./scale";

const hour = 3_600_000;

test("one never looks beyond the whole, nor nearer than a minute", () => {
  const whole = { from: 0, to: 10 * hour };
  expect(zoomed({ from: 8 * hour, to: 10 * hour }, whole, 2, 9 * hour)).toEqual({ from: 6 * hour, to: 10 * hour });
  const near = zoomed(whole, whole, 0.000_001, 5 * hour);
  expect(near.to - near.from).toBe(60_000);
});

test("ticks stand at round hours and never closer than their words", () => {
  const { at, step } = ticks_of({ from: hour / 2, to: 5 * hour }, 640, 64, 0);
  expect(step).toBe(hour / 2);
  expect(at[0]).toBe(hour / 2);
  expect(ticks_of({ from: 0, to: 48 * hour }, 320, 64, 0).at.length).toBeLessThanOrEqual(6);
});
