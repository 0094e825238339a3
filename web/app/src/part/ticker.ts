// One second hand for all that counts: only what is shown listens.
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let offset_milliseconds = 0;
let now = Date.now();

function tick(): void {
  now = Date.now() + offset_milliseconds;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The instant of the server, in milliseconds since 1970, moved each second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);

/** Now, once. */
export const now_once = (): number => Date.now() + offset_milliseconds;

/** The server said what time it is: pages count by its clock, not by that of the reader's machine. */
export function set_clock(server: string): void {
  const at = Date.parse(server);
  if (Number.isNaN(at)) return;
  const difference = at - Date.now();
  if (Math.abs(difference) > 1_500) offset_milliseconds = difference;
}
