// Titles of columns, and their widths under the pointer or the arrows.
import type { PointerEvent } from "react";

import { useWords } from "../words/words";
import type { Column, Shape } from "./column";
import { least_width, width_of } from "./column";
import { grid_words } from "./words";

export const pick_width = 40;
const step = 16;

type Props<Row> = {
  columns: readonly Column<Row>[]; shape: Shape; set_shape: (shape: Shape) => void; width: number;
  every?: { on: boolean; set: () => void; label: string } | undefined;
};

export function GridHead<Row>({ columns, shape, set_shape, width, every }: Props<Row>) {
  const say = useWords("grid", grid_words);
  const set_width = (key: string, value: number): void =>
    set_shape({ ...shape, widths: { ...shape.widths, [key]: Math.max(least_width, Math.round(value)) } });

  function drag(event: PointerEvent<HTMLElement>, column: Column<Row>): void {
    event.preventDefault();
    const from = event.clientX;
    const before = width_of(column, shape);
    const edge = event.currentTarget;
    edge.setPointerCapture(event.pointerId);
    edge.onpointermove = (move) => set_width(column.key, before + move.clientX - from);
    edge.onpointerup = () => { edge.onpointermove = null; edge.onpointerup = null; };
  }

  return (
    <div role="rowgroup" className="gr-head" style={{ minWidth: width }}>
      <div role="row" aria-rowindex={1} style={{ display: "flex" }}>
        {every && (
          <div role="columnheader" className="gr-pick">
            <label><input type="checkbox" aria-label={every.label} checked={every.on} onChange={every.set} /></label>
          </div>
        )}
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className={`gr-th ${column.align ?? ""}`} style={{ width: width_of(column, shape) }}>
            <span className="el" title={column.title}>{column.title}</span>
            <span
              className="gr-size" role="separator" aria-orientation="vertical" tabIndex={0} aria-label={say("resize", { column: column.title })}
              aria-valuenow={width_of(column, shape)} aria-valuemin={least_width}
              onPointerDown={(event) => drag(event, column)}
              onDoubleClick={() => set_width(column.key, column.width)}
              onKeyDown={(event) => {
                const by = event.key === "ArrowRight" ? step : event.key === "ArrowLeft" ? -step : 0;
                if (by === 0) return;
                event.preventDefault();
                event.stopPropagation();
                set_width(column.key, width_of(column, shape) + by);
              }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
