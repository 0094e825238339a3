// Which columns, how high the rows; views under a name.
import { IconBookmark, IconColumns, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";

import { useRead } from "../api/queries";
import { Pop } from "../frame/pop";
import { ToldInForm } from "../part/told_problem";
import { toast } from "../part/toast";
import { useWords } from "../words/words";
import type { Column, Density, Shape } from "./column";
import { usual_shape, with_column } from "./column";
import type { Asked } from "./search";
import type { View } from "./view";
import { query_of_view } from "./view";
import { drop_view, keep_view, read_views } from "./views";
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

type ViewsProps = { grid: string; asked: Asked; names: readonly string[]; shape?: Shape; show: (view: View) => void };

function SaveView({ grid, views, query, done }: { grid: string; views: readonly View[]; query: string; done: (name: string) => void }) {
  const say = useWords("grid", grid_words);
  const [name, set_name] = useState("");
  const [is_shared, set_shared] = useState(false);
  const [error, set_error] = useState<unknown>();
  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    const given = name.trim();
    if (!given) return;
    try {
      await keep_view(grid, views, { name: given, query, is_shared });
      done(given);
    } catch (problem) {
      set_error(problem);
    }
  }
  return (
    <form onSubmit={(event) => void keep(event)}>
      <input className="ctl" aria-label={say("view_name")} placeholder={say("view_name")} maxLength={60} value={name} onChange={(event) => set_name(event.target.value)} />
      <label className="row"><input type="checkbox" checked={is_shared} onChange={(event) => set_shared(event.target.checked)} />{say("share_view")}</label>
      <button type="submit" className="btn">{say("save_view")}</button>
      {error !== undefined && <ToldInForm error={error} />}
    </form>
  );
}

export function ViewsMenu({ grid, asked, names, shape, show }: ViewsProps) {
  const say = useWords("grid", grid_words);
  const queries = useQueryClient();
  const { data } = useRead("view", [grid], () => read_views(grid));
  const views = data ?? [];
  const again = (): void => void queries.invalidateQueries({ queryKey: ["view", grid] });
  const on = views.find((view) => names.every((key) => view.asked[key] === asked[key]));
  return (
    <Pop className="btn" button={<><IconBookmark size={14} aria-hidden />{on?.name ?? say("views")}</>}>
      {(close) => (
        <div className="gr-menu">
          <button type="button" onClick={() => { show({ name: "", asked: {} }); close(); }}>{say("default_view")}</button>
          {views.length === 0 && <p className="cap">{say("no_view")}</p>}
          {views.map((view) => (
            <div key={view.kept?.reference} className="flex">
              <button type="button" aria-pressed={view === on} onClick={() => { show(view); close(); }}>
                {view.name}{view.kept?.is_shared && <small className="m"> · {view.kept.is_own ? say("shared") : say("shared_by", { name: view.kept.owner ?? "–" })}</small>}
              </button>
              {view.kept?.is_own && <button type="button" aria-label={say("drop_view", { name: view.name })} style={{ width: 32 }} onClick={() => { if (view.kept) void drop_view(view.kept).then(again); }}><IconTrash size={14} aria-hidden /></button>}
            </div>
          ))}
          <hr />
          <SaveView grid={grid} views={views} query={query_of_view(asked, shape)} done={(name) => { toast(say("view_saved", { name })); again(); close(); }} />
        </div>
      )}
    </Pop>
  );
}
