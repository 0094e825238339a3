// Rows as a file for spreadsheets: all that match, page after page.
import type { Column } from "./column";

type Page<Row> = { items: Row[]; next?: string };

/** What begins a formula in a spreadsheet is taken as a text there. */
export function csv_field(value: string | number | undefined): string {
  const text = value === undefined ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv_line = (values: readonly (string | number | undefined)[]): string => `${values.map(csv_field).join(",")}\r\n`;

/** `told` hears how many rows are written. An abort leaves nothing. */
export async function csv_of<Row>(
  columns: readonly Column<Row>[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
  told: (rows: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const written = columns.filter((column) => column.text);
  // The mark tells spreadsheets that this is UTF-8.
  const pieces = ["\ufeff", csv_line(written.map((column) => column.title))];
  let rows = 0;
  let cursor: string | undefined;
  do {
    const page = await read(cursor, signal);
    signal.throwIfAborted();
    for (const row of page.items) pieces.push(csv_line(written.map((column) => column.text?.(row))));
    rows += page.items.length;
    told(rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return new Blob(pieces, { type: "text/csv;charset=utf-8" });
}

export function save_file(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
