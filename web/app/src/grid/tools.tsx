// Which columns, how high the rows; views under a name.
import { IconBookmark, IconColumns, IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";

import { Pop } from "../frame/pop";
import { toast } from "../part/toast";
import { useWords } from "../words/words";
import type { Column, Density, Shape } from "./column";
import { usual_shape, with_column } from "./column";
import type { Asked } from "./search";
import type { View, ViewShelf } from "./views";
import { views_here } from "./views";
import { grid_words } from "./words";

const densities: Density[] = ["compact", "usual", "roomy"];

export function ColumnsMenu<Row>({ columns, shape, set_shape }: { columns: readonly Column<Row>[]; shape: Shape; set_shape: (shape: Shape) => void }) {
  const say = useWords("grid", grid_words);
  return (
    <Pop className="btn" end button={<><IconColumns size={14} aria-hidden />{say("columns")}</>}>
      {() => (
        <div className="gr-menu">
          <p className="cap">{say("density")}</p>
          {densities.map((density) => (
            <label key={density} className="row">
              <input type="radio" name="density" checked={shape.density === density} onChange={() => set_shape({ ...shape, density })} />
              {say(`density_${density}`)}
            </label>
          ))}
          <p className="cap">{say("columns")}</p>
          {columns.filter((column) => !column.is_name).map((column) => {
            const is_shown = column.is_extra ? shape.shown.includes(column.key) : !shape.hidden.includes(column.key);
            return (
              <label key={column.key} className="row">
                <input type="checkbox" checked={is_shown} onChange={() => set_shape(with_column(shape, column, !is_shown))} />
                {column.title}
              </label>
            );
          })}
          <button type="button" onClick={() => set_shape(usual_shape)}>{say("usual")}</button>
        </div>
      )}
    </Pop>
  );
}

type ViewsProps = { grid: string; asked: Asked; names: readonly string[]; shape?: Shape; show: (view: View) => void; shelf?: ViewShelf };

export function ViewsMenu({ grid, asked, names, shape, show, shelf = views_here }: ViewsProps) {
  const say = useWords("grid", grid_words);
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ["view", grid], queryFn: () => shelf.read(grid) });
  const [name, set_name] = useState("");
  const views = data ?? [];
  const again = (): void => void queries.invalidateQueries({ queryKey: ["view", grid] });
  const is_on = (view: View): boolean => names.every((key) => view.asked[key] === asked[key]);
  const on = views.find(is_on);
  async function keep(event: FormEvent, close: () => void): Promise<void> {
    event.preventDefault();
    if (!name.trim()) return;
    await shelf.keep(grid, { name: name.trim(), asked, shape });
    toast(say("view_saved", { name: name.trim() }));
    set_name("");
    again();
    close();
  }
  return (
    <Pop className="btn" button={<><IconBookmark size={14} aria-hidden />{on?.name ?? say("views")}</>}>
      {(close) => (
        <div className="gr-menu">
          <button type="button" onClick={() => { show({ name: "", asked: {} }); close(); }}>{say("default_view")}</button>
          {views.length === 0 && <p className="cap">{say("no_view")}</p>}
          {views.map((view) => (
            <div key={view.name} className="flex">
              <button type="button" aria-pressed={view === on} onClick={() => { show(view); close(); }}>{view.name}</button>
              <button type="button" aria-label={say("drop_view", { name: view.name })} style={{ width: 32 }} onClick={() => void shelf.drop(grid, view.name).then(again)}><IconTrash size={14} aria-hidden /></button>
            </div>
          ))}
          <hr />
          <form onSubmit={(event) => void keep(event, close)}>
            <input className="ctl" aria-label={say("view_name")} placeholder={say("view_name")} maxLength={60} value={name} onChange={(event) => set_name(event.target.value)} />
            <button type="submit" className="btn">{say("save_view")}</button>
          </form>
          <p className="cap">{say("here_only")}</p>
        </div>
      )}
    </Pop>
  );
}
