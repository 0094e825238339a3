import { describe, expect, it } from "vitest";

import type { Dated } from "./events";
import { days_of, is_in, marks_of, months_in, reference_from, window_of } from "./events";

const at = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const event = (day: string, until?: string): Dated => ({ kind: "outage", at: at(day), until: until ? at(until) : undefined, text: day, to: "/" });

describe("one line of time", () => {
  const window = window_of("2026-03", 3);
  it("holds whole months", () => expect(months_in(window).map((month) => month.name)).toEqual(["2026-01", "2026-02", "2026-03"]));
  it("keeps what began before and still lasts", () => {
    expect([is_in(event("2025-12-20", "2026-01-02"), window), is_in(event("2025-12-20"), window), is_in(event("2026-04-01"), window)]).toEqual([true, false, false]);
  });
  it("puts what lies on one another in one mark", () => {
    const marks = marks_of([event("2026-01-01"), event("2026-01-01"), event("2026-03-30")], window, 10);
    expect(marks.map((mark) => [mark.left, mark.events.length])).toEqual([[0, 2], [0.9, 1]]);
  });
  it("reads the days of the text of an agreement", () => {
    expect(days_of("signed_on: 2024-09-02\nin_force: {from: 2024-10-01, to: 2025-12-31}\n")).toEqual({ signed: "2024-09-02", from: "2024-10-01", to: "2025-12-31" });
  });
  it("makes a reference of a name", () => expect(reference_from("Coopérative du Val d’Ardèche")).toBe("cooperative-du-val-d-ardeche"));
});
