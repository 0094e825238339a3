import { expect, test } from "vitest";

import type { Dispute } from "./turn";
import { answers_of, in_order } from "./turn";

const dispute = (reference: string, more: Partial<Dispute>): Dispute =>
  ({ reference, side: "customer", state: "claimed", claimed_at: "2026-11-01T08:00:00Z", ...more }) as Dispute;

test("what one answers oneself comes first, the nearest limit before", () => {
  const all = [
    dispute("settled", {}),
    dispute("theirs", { turn: "customer" }),
    dispute("later", { turn: "provider", answer_until: "2026-11-20T00:00:00Z" }),
    dispute("sooner", { turn: "provider", answer_until: "2026-11-10T00:00:00Z" }),
  ];
  expect(in_order(all, "provider").map((each) => each.reference)).toEqual(["sooner", "later", "theirs", "settled"]);
});

test("who claims may withdraw, who is asked may not", () => {
  const asked = dispute("one", { turn: "provider", side: "customer" });
  expect(answers_of(asked, "customer")).toEqual(["withdrawn"]);
  expect(answers_of(asked, "provider")).toEqual(["agreed", "refused", "countered"]);
});

test("what is settled is answered by nobody", () => {
  expect(answers_of(dispute("one", {}), "customer")).toEqual([]);
});
