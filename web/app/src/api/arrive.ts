// The code of a page, asked again until it comes: a connection that was lost for a moment takes no page away.
import { useSyncExternalStore } from "react";

const soonest_milliseconds = 500, latest_milliseconds = 5_000;
const reloaded_for = "vigie.reloaded_for";
let late = 0;
const watchers = new Set<() => void>();

function count(step: number): void {
  late += step;
  for (const watcher of watchers) watcher();
}

/** Whether code is awaited that did not come when it was asked for. */
export const useIsLate = (): boolean =>
  useSyncExternalStore((watcher) => { watchers.add(watcher); return () => watchers.delete(watcher); }, () => late > 0);

/** Whether the program answers, and says that it has no such file. */
async function is_outdated(error: unknown): Promise<boolean> {
  const file = /\S*\/assets\/\S+/.exec(String(error))?.[0];
  if (!file) return false;
  try {
    return (await fetch(file, { method: "HEAD", cache: "no-store" })).status === 404;
  } catch {
    return false;
  }
}

/** The program is a newer one, without the code that this page is made of: all is taken from it, once. */
async function take_newer(error: unknown): Promise<void> {
  const name = String(error);
  if (sessionStorage.getItem(reloaded_for) === name || !(await is_outdated(error))) return;
  sessionStorage.setItem(reloaded_for, name);
  window.location.reload();
}

export async function arrive<T>(load: () => Promise<T>): Promise<T> {
  let is_late = false;
  for (let wait = soonest_milliseconds; ; wait = Math.min(2 * wait, latest_milliseconds)) {
    try {
      const code = await load();
      if (is_late) count(-1);
      return code;
    } catch (error) {
      if (!is_late) count(1);
      else await take_newer(error);
      is_late = true;
      await new Promise((go_on) => setTimeout(go_on, wait));
    }
  }
}
