// Keys that act anywhere but in a field. Two keys in a row ("g t") within a second. They can be turned off.
import { useEffect, useRef } from "react";

const kept_as = "vigie.shortcuts";
export const shortcuts_on = (): boolean => localStorage.getItem(kept_as) !== "off";
export const turn_shortcuts = (on: boolean): void => localStorage.setItem(kept_as, on ? "on" : "off");

/** Enter and the blank press what has focus, before they mean anything to the page. */
const is_pressed = (event: KeyboardEvent): boolean =>
  (event.key === "Enter" || event.key === " ") && event.target instanceof HTMLElement && event.target.closest("a[href], button, summary") !== null;

const is_typed_in = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** `keys`: "g t", "j", "Enter", "?" … Those with a modifier are not ours, but for "Ctrl k". */
export function useShortcuts(keys: Keys, is_on = true): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (!is_on) return undefined;
    let first = "";
    let at = 0;
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        const act = now.current["Ctrl k"];
        if (act) { event.preventDefault(); act(event); }
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || is_typed_in(event.target) || is_pressed(event) || !shortcuts_on()) return;
      if (document.querySelector('[role="dialog"]') && !(event.target as HTMLElement | null)?.closest?.('[role="dialog"]')) return;
      const pair = Date.now() - at < 1_000 ? `${first} ${event.key}` : "";
      // What follows "g" goes somewhere: it is not a key of the page.
      const act = now.current[pair] ?? (pair !== "" && first === "g" ? undefined : now.current[event.key]);
      first = event.key;
      at = Date.now();
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [is_on]);
}
