// An account was read at an instant; while its clock runs, its last stretch reaches now.
import type { Clock } from "../part/clock_state";
import type { Account, Stretch } from "./account";
import type { Span } from "./scale";

/** The last stretch of what is still judged, drawn until now. Sums stay those that were read. */
export function grown(account: Account, now: number): Account {
  const last = account.stretches.at(-1);
  if (!account.end.is_now || !last || now <= last.to) return account;
  const part = last.parts.at(-1);
  const parts = part ? [...last.parts.slice(0, -1), { ...part, to: Math.max(part.to, now) }] : last.parts;
  const longer: Stretch = { ...last, to: now, parts };
  return { ...account, stretches: [...account.stretches.slice(0, -1), longer], end: { ...account.end, at: now } };
}

/** From the first instant to the last one or the nearest limit ahead, with some air; `now`: nothing when all has ended. */
export function whole_of(accounts: readonly Account[], clocks: readonly Clock[], now: number | undefined): Span {
  const from = Math.min(...accounts.map((account) => account.stretches[0]?.from ?? account.end.at), ...clocks.map((clock) => Date.parse(clock.started_at)));
  const ended = Math.max(...accounts.map((account) => account.end.at), now ?? 0);
  const past = Math.max(60_000, ended - from);
  const limits = clocks.map((clock) => (clock.due_at && (!clock.ended_at || now === undefined) ? Date.parse(clock.due_at) : 0));
  const ahead = limits.filter((limit) => limit > ended && limit < ended + past * 1.5);
  const to = Math.max(ended, ...ahead);
  const air = (to - from) * 0.04;
  return { from: from - air / 2, to: to + air };
}
