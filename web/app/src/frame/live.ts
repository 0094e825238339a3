// What the stream tells makes what is shown be read again: what is near at once, all else when it is next shown.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { on_act, open_stream } from "../api/stream";

/** A thing of the journal, and the rooms of readings that it moves. */
const moves: Record<string, readonly string[]> = {
  ticket: ["ticket", "figures", "board"],
  outage: ["outage", "figures"],
  maintenance: ["maintenance", "figures"],
  dispute: ["dispute", "ticket", "figures"],
  agreement: ["agreement", "ticket", "figures"],
  closure: ["closure", "figures", "penalty"],
  penalty: ["penalty", "figures"],
  notice: ["notice"],
  import: ["import", "job"],
  job: ["job", "import"],
};

/** Several acts at once make one reading. */
const wait_milliseconds = 150;

export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    open_stream();
    let waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read_again = (): void => {
      const rooms = waiting;
      waiting = new Set();
      timer = undefined;
      if (rooms.has("*")) void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      else for (const room of rooms) void queries.invalidateQueries({ queryKey: [room] });
    };
    const stop = on_act((act) => {
      for (const room of act ? (moves[act.thing] ?? [act.thing]) : ["*"]) waiting.add(room);
      timer ??= setTimeout(read_again, wait_milliseconds);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries]);
}
