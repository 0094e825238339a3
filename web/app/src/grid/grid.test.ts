import { expect, test } from "vitest";

import type { Column } from "./column";
import { columns_in, usual_shape, width_of, with_column } from "./column";
import { csv_field, csv_of } from "./csv";
import { asked_in } from "./search";
import { between } from "./selection";

const columns: Column<{ a: string }>[] = [
  { key: "a", title: "A, first", width: 80, cell: () => null, is_name: true, text: (row) => row.a },
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

test("a text that a spreadsheet would compute is left a text", () => {
  expect(csv_field("=1+1")).toBe("'=1+1");
  expect(csv_field(-5)).toBe("-5");
  expect(csv_field('say "hi"')).toBe('"say ""hi"""');
});

test("a file has all pages", async () => {
  const read = async (cursor: string | undefined) => (cursor ? { items: [{ a: "2" }] } : { items: [{ a: "1" }], next: "n" });
  const blob = await csv_of(columns, read, () => undefined, new AbortController().signal);
  expect((await blob.text()).replace("\ufeff", "")).toBe('"A, first"\r\n1\r\n2\r\n');
});
