// The shape of a grid, kept on this machine.
import { useCallback, useState } from "react";

import type { Shape } from "./column";
import { usual_shape } from "./column";

const kept_as = (grid: string): string => `vigie.grid.${grid}`;

function kept(grid: string): Shape {
  try {
    return { ...usual_shape, ...(JSON.parse(localStorage.getItem(kept_as(grid)) ?? "{}") as Partial<Shape>) };
  } catch {
    return usual_shape;
  }
}

export function useShape(grid: string): [Shape, (shape: Shape) => void] {
  const [shape, set_shape] = useState(() => kept(grid));
  const keep = useCallback((next: Shape): void => {
    localStorage.setItem(kept_as(grid), JSON.stringify(next));
    set_shape(next);
  }, [grid]);
  return [shape, keep];
}
