// Writes that were sent and of which nobody knows whether they were done: sent again they have the same key.

/** The server keeps an answer for a day; who says the same again after an hour means it. */
const most_milliseconds = 3_600_000;
const unsure = new Map<string, { key: string; since: number }>();

/** The key to send `what` with: the one that it was sent with before, if no answer came; else `fresh`. */
export function key_for(what: string, fresh: string): string {
  const before = unsure.get(what);
  const key = before && Date.now() - before.since < most_milliseconds ? before.key : fresh;
  unsure.set(what, { key, since: Date.now() });
  return key;
}

/** What was answered: `status` is 0 when nothing came. A refusal is an answer, a failure of the server is none. */
export function answered(what: string, status: number): void {
  if (status > 0 && status < 500 && status !== 429) unsure.delete(what);
}
