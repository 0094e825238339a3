// What a column shows of a row, and how wide it is.
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  width: number;
  align?: "end";
  /** Shown unless the reader says otherwise. */
  is_extra?: boolean;
  /** The one that names the row: it cannot be put away. */
  is_name?: boolean;
};

export type Density = "compact" | "usual" | "roomy";
export const row_heights: Record<Density, number> = { compact: 28, usual: 34, roomy: 44 };

/** How one reader wants a grid: kept with it, and in their views. */
export type Shape = { density: Density; hidden: string[]; shown: string[]; widths: Record<string, number> };
export const usual_shape: Shape = { density: "usual", hidden: [], shown: [], widths: {} };
export const least_width = 48;

export function columns_in<Row>(columns: readonly Column<Row>[], shape: Shape): Column<Row>[] {
  return columns.filter((column) =>
    column.is_name || (column.is_extra ? shape.shown.includes(column.key) : !shape.hidden.includes(column.key)));
}

export function with_column(shape: Shape, column: { key: string; is_extra?: boolean }, is_shown: boolean): Shape {
  const without = (keys: string[]): string[] => keys.filter((key) => key !== column.key);
  if (column.is_extra) return { ...shape, shown: is_shown ? [...without(shape.shown), column.key] : without(shape.shown) };
  return { ...shape, hidden: is_shown ? without(shape.hidden) : [...without(shape.hidden), column.key] };
}

export const width_of = (column: { key: string; width: number }, shape: Shape): number =>
  Math.max(least_width, shape.widths[column.key] ?? column.width);
