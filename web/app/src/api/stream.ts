// What is done elsewhere, as it happens. One connection for all tabs where the browser knows shared workers.
import { useSyncExternalStore } from "react";

export type Act = { word: string; thing: string; reference: string; version: number; position: number };
export type StreamState = "connecting" | "open" | "lost";
type Message = { state?: StreamState; act?: Act; reset?: boolean };

const heard = new Set<(act: Act | undefined) => void>();
const watchers = new Set<() => void>();
let state: StreamState = "connecting";
let stop: (() => void) | undefined;

function take(message: Message): void {
  if (message.state && message.state !== state) {
    const is_back = state === "lost" && message.state === "open";
    state = message.state;
    for (const watcher of watchers) watcher();
    if (is_back) for (const hear of heard) hear(undefined);
  }
  if (message.act) for (const hear of heard) hear(message.act);
  if (message.reset) for (const hear of heard) hear(undefined);
}

function by_worker(): () => void {
  const worker = new SharedWorker(new URL("./stream_worker.ts", import.meta.url), { type: "module", name: "vigie" });
  const leave = (): void => worker.port.postMessage("bye");
  worker.port.onmessage = (event: MessageEvent<Message>) => take(event.data);
  worker.port.start();
  window.addEventListener("pagehide", leave);
  return () => {
    window.removeEventListener("pagehide", leave);
    leave();
    worker.port.close();
  };
}

function alone(): () => void {
  const source = new EventSource("/api/stream");
  source.addEventListener("open", () => take({ state: "open" }));
  source.addEventListener("error", () => take({ state: "lost" }));
  source.addEventListener("act", (event) => take({ act: JSON.parse(event.data as string) as Act }));
  source.addEventListener("reset", () => take({ reset: true }));
  return () => source.close();
}

/** Begins to listen, once signed in. */
export function open_stream(): void {
  stop ??= typeof SharedWorker === "undefined" ? alone() : by_worker();
}

export function close_stream(): void {
  stop?.();
  stop = undefined;
  state = "connecting";
}

/** Calls `hear` with each act; with nothing when all may have moved. Gives back how to stop. */
export function on_act(hear: (act: Act | undefined) => void): () => void {
  heard.add(hear);
  return () => heard.delete(hear);
}

export function useStreamState(): StreamState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}
