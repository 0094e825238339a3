import { expect, test } from "vitest";

import type { Column } from "./column";
import { columns_in, usual_shape, width_of, with_column } from "./column";
import { asked_in } from "./search";
import { between } from "./selection";
import { query_of_view, view_of } from "./view";

const columns: Column<{ a: string }>[] = [
  { key: "a", title: "A, first", width: 80, cell: () => null, is_name: true },
  { key: "b", title: "B", width: 80, cell: () => null, is_extra: true },
];

test("a column that is extra is shown once asked for, and the name is never put away", () => {
  expect(columns_in(columns, usual_shape).map((column) => column.key)).toEqual(["a"]);
  const more = with_column(usual_shape, columns[1]!, true);
  expect(columns_in(columns, more).map((column) => column.key)).toEqual(["a", "b"]);
  expect(columns_in(columns, with_column(more, columns[0]!, false)).map((column) => column.key)).toEqual(["a", "b"]);
});

test("a column never gets too narrow to be taken hold of", () => {
  expect(width_of(columns[0]!, { ...usual_shape, widths: { a: 3 } })).toBe(48);
});

test("a range goes from the row chosen last to this one, whichever is higher", () => {
  expect(between(["a", "b", "c", "d"], "d", "b")).toEqual(["b", "c", "d"]);
  expect(between(["a", "b"], undefined, "b")).toEqual(["b"]);
});

test("the URL gives texts, also of what looks like a number", () => {
  expect(asked_in({ words: 12, overdue: true, team: "", other: "x" }, ["words", "overdue", "team"])).toEqual({ words: "12", overdue: "true" });
});

test("a view is kept as an address, with its columns", () => {
  const shape = with_column(usual_shape, columns[1]!, true);
  const kept = { reference: "V-1", version: 1, name: "Late", screen: "tickets", query: query_of_view({ overdue: "true", words: "a&b" }, shape), is_shared: false, is_own: true };
  expect(view_of(kept)).toEqual({ name: "Late", asked: { overdue: "true", words: "a&b" }, shape, kept });
});
