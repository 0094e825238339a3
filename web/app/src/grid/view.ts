// A view that a reader has saved: what is filtered, ordered and shown, under a name.
import type { Schemas } from "../api/client";
import type { Shape } from "./column";
import type { Asked } from "./search";

export type View = { name: string; asked: Asked; shape?: Shape | undefined; kept?: Schemas["SavedView"] };

const shape_parameter = "~shape";

export function view_of(kept: Schemas["SavedView"]): View {
  const asked: Record<string, string> = Object.fromEntries(new URLSearchParams(kept.query));
  const { [shape_parameter]: shape, ...others } = asked;
  return { name: kept.name, asked: others, kept, ...(shape ? { shape: JSON.parse(shape) as Shape } : {}) };
}

export function query_of_view(asked: Asked, shape: Shape | undefined): string {
  const query = new URLSearchParams(asked);
  if (shape) query.set(shape_parameter, JSON.stringify(shape));
  return query.toString();
}
