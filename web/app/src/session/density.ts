// How high rows are.
import { useSyncExternalStore } from "react";

export type Density = "compact" | "default" | "comfortable";
const kept_as = "vigie.density";
const listeners = new Set<() => void>();

function kept(): Density {
  const text = localStorage.getItem(kept_as);
  return text === "compact" || text === "comfortable" ? text : "default";
}

let chosen = kept();

/** Read by the sheet: :root[data-density]. */
export function apply_density(): void {
  document.documentElement.dataset["density"] = chosen;
}

export function choose_density(density: Density): void {
  chosen = density;
  localStorage.setItem(kept_as, density);
  apply_density();
  for (const listener of listeners) listener();
}

export const useDensity = (): Density => useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => chosen);
