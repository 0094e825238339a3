import { expect, test } from "vitest";

import { line_of, sorted_findings, unmapped_of } from "./findings";

test("what is left out stands apart from what was read in some way, the most frequent first", () => {
  const of = (code: string, times: number) => ({ code, times, examples: [] });
  const { rejected, warned } = sorted_findings([of("reordered", 1), of("no_ticket_key", 3), of("stamp_in_gap", 12), of("line_unreadable", 9)]);
  expect(rejected.map((each) => each.code)).toEqual(["line_unreadable", "no_ticket_key"]);
  expect(warned.map((each) => each.code)).toEqual(["stamp_in_gap", "reordered"]);
});
test("examples name a line, or a column and its value", () => {
  expect(line_of("imp-1:16572")).toBe(16572);
  expect(line_of("INC1")).toBeUndefined();
  expect(unmapped_of("state: En attente: client")).toEqual({ column: "state", value: "En attente: client" });
  expect(unmapped_of("INC1")).toBeUndefined();
});
