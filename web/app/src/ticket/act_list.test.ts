import { expect, test } from "vitest";

import { acts_for, events_of } from "./act_list";
import type { Ticket } from "./acts";

const ticket = { reference: "INC-1", holder: "customer", phase: "awaiting" } as Ticket;

test("a wait records its request with it, unless one says that none was sent", () => {
  const both = events_of("await", { awaited: "customer", reason: "access", what_asked: "the key" }, ticket, () => undefined);
  expect(both.map((event) => [event.event, event.value])).toEqual([["awaiting", "access"], ["requested", "the key"]]);
  expect(events_of("await", { awaited: "customer", request: "no" }, ticket, () => undefined)).toHaveLength(1);
});

test("a customer neither resolves nor hands over, and answers when asked", () => {
  const names = acts_for("awaiting", false);
  expect(names).toContain("answered");
  expect(names).not.toContain("resolve");
  expect(names).not.toContain("pass");
});
