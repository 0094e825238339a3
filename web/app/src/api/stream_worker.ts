// One stream for all tabs of a browser: this worker listens, and tells each tab.
/// <reference lib="webworker" />

const tabs = new Set<MessagePort>();
let source: EventSource | undefined;
let state = "connecting";

function tell(message: unknown): void {
  for (const tab of tabs) tab.postMessage(message);
}

function say(now: string): void {
  state = now;
  tell({ state });
}

function listen(): void {
  source?.close();
  source = new EventSource("/api/stream");
  source.addEventListener("open", () => say("open"));
  source.addEventListener("act", (event) => tell({ act: JSON.parse((event as MessageEvent<string>).data) }));
  source.addEventListener("reset", () => tell({ reset: true }));
  source.addEventListener("error", () => {
    say("lost");
    // A stream that was refused does not come back by itself.
    if (source?.readyState === EventSource.CLOSED) setTimeout(listen, 5_000);
  });
}

(self as unknown as SharedWorkerGlobalScope).onconnect = (event) => {
  const tab = event.ports[0];
  if (!tab) return;
  tabs.add(tab);
  tab.postMessage({ state });
  tab.onmessage = (message: MessageEvent<string>) => {
    if (message.data === "bye") tabs.delete(tab);
    if (message.data === "again") listen();
    if (tabs.size === 0) {
      source?.close();
      source = undefined;
    }
  };
  if (!source) listen();
};
