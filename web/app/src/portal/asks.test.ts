import { describe, expect, it } from "vitest";

import type { Ask } from "./asks";
import { asked_of_customer, in_order, is_confirmed, question_of } from "./asks";
import type { Closure, TicketEvent } from "./readings";

const event = (word: TicketEvent["event"], at: string, more: Partial<TicketEvent> = {}): TicketEvent => ({
  sequence: 1, event: word, at, recorded_at: at, value: "", party: "", team: "", person: "", other: "", consent: false, ...more,
});
const closure = (steps: Closure["reopening"]): Closure => ({
  reference: "acme-2026-03", version: 2, agreement: "acme", customer: "acme", period: "2026-03", revision: 1, as_of: "", position: 0, terms: "", digest: "", reason: "", reopening: steps,
} as Closure);

describe("what awaits the customer", () => {
  it("is the last question that was not answered, in the words of the provider", () => {
    const first = event("awaiting", "2026-11-01", { note: "Which site?" });
    const second = event("requested", "2026-11-03", { note: "Which floor?" });
    expect(question_of([first, event("answered", "2026-11-02"), second])).toBe("Which floor?");
    expect(question_of([first, event("answered", "2026-11-02")])).toBeUndefined();
  });

  it("forgets a question that was corrected", () => {
    expect(question_of([event("awaiting", "2026-11-01", { note: "Wrong", superseded_by: 4 })])).toBeUndefined();
  });

  it("asks again whether it is solved when it was solved again", () => {
    const solved = event("resolved", "2026-11-01");
    expect(is_confirmed([solved, event("accepted", "2026-11-02")])).toBe(true);
    expect(is_confirmed([solved, event("accepted", "2026-11-02"), event("resolved", "2026-11-05")])).toBe(false);
  });

  it("is a reopening while the provider alone has asked for it", () => {
    const asked = { step: "asked", side: "provider", at: "2026-04-02", reason: "A ticket was missing" } as const;
    expect(asked_of_customer(closure([asked]))?.reason).toBe("A ticket was missing");
    expect(asked_of_customer(closure([asked, { ...asked, step: "agreed", side: "customer" }]))).toBeUndefined();
    expect(asked_of_customer(closure([{ ...asked, side: "customer" }]))).toBeUndefined();
  });

  it("comes by its limit, then by how long it waits", () => {
    const ask = (key: string, since: string, until?: string): Ask => ({ kind: "confirmation", ticket: {} as never, key, since, until });
    const order = in_order([ask("new", "2026-11-05"), ask("old", "2026-11-01"), ask("later", "2026-11-01", "2026-12-09"), ask("soon", "2026-11-09", "2026-12-01")]);
    expect(order.map((each) => each.key)).toEqual(["soon", "later", "old", "new"]);
  });
});
