// Light, dark, or as the machine of the reader is.
import { useSyncExternalStore } from "react";

export type Theme = "auto" | "light" | "dark";
const kept_as = "vigie.theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

function kept(): Theme {
  const text = localStorage.getItem(kept_as);
  return text === "light" || text === "dark" ? text : "auto";
}

let chosen = kept();
const in_force = (): "light" | "dark" => (chosen === "auto" ? (dark.matches ? "dark" : "light") : chosen);

export function apply_theme(): void {
  document.documentElement.dataset["theme"] = in_force();
  document.documentElement.dataset["mantineColorScheme"] = in_force();
  for (const listener of listeners) listener();
}

export function choose_theme(theme: Theme): void {
  chosen = theme;
  localStorage.setItem(kept_as, theme);
  apply_theme();
}

dark.addEventListener("change", apply_theme);

const subscribe = (listener: () => void): (() => void) => { listeners.add(listener); return () => listeners.delete(listener); };
export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => chosen);
export const useThemeInForce = (): "light" | "dark" => useSyncExternalStore(subscribe, in_force);
