// Views that a reader has saved: what is filtered, ordered and shown, under a name. Kept on this machine until the
// server keeps them: another `ViewShelf` then takes the place of this one.
import type { Asked } from "./search";
import type { Shape } from "./column";

export type View = { name: string; asked: Asked; shape?: Shape | undefined };

export type ViewShelf = {
  read: (grid: string) => Promise<View[]>;
  /** One of the same name is replaced. */
  keep: (grid: string, view: View) => Promise<void>;
  drop: (grid: string, name: string) => Promise<void>;
};

const kept_as = (grid: string): string => `vigie.views.${grid}`;

function kept(grid: string): View[] {
  try {
    return JSON.parse(localStorage.getItem(kept_as(grid)) ?? "[]") as View[];
  } catch {
    return [];
  }
}

export const views_here: ViewShelf = {
  read: async (grid) => kept(grid),
  keep: async (grid, view) => {
    const others = kept(grid).filter((each) => each.name !== view.name);
    localStorage.setItem(kept_as(grid), JSON.stringify([...others, view]));
  },
  drop: async (grid, name) => {
    localStorage.setItem(kept_as(grid), JSON.stringify(kept(grid).filter((view) => view.name !== name)));
  },
};
