// What a clock shows, in the six states that people see.
import type { Schemas } from "../api/client";
import type { Sign } from "./glyph";

export type Clock = Schemas["Clock"];
export type StateSign = Exclude<Sign, "up" | "down">;

export function sign_of(clock: Clock): StateSign {
  if (clock.verdict === "excluded") return "exc";
  if (clock.verdict === "met") return "met";
  if (clock.verdict === "breached") return "br";
  if (clock.state === "paused") return "pau";
  if (clock.state === "breached") return "br";
  if (clock.is_at_risk) return "risk";
  return clock.state === "on_track" ? "on" : "pau";
}

/** Open seconds left at `now` (milliseconds since 1970); none: it has ended or tells none. */
export function left_at(clock: Clock, now: number): number | undefined {
  if (clock.left_seconds === undefined) return undefined;
  if (!clock.left_at) return clock.left_seconds;
  const until = clock.changes_at ? Math.min(now, Date.parse(clock.changes_at)) : now;
  return Math.floor(clock.left_seconds - Math.max(0, until - Date.parse(clock.left_at)) / 1_000);
}

/** Whether what is left falls with each second now. */
export const is_running = (clock: Clock): boolean => clock.left_seconds !== undefined && clock.left_at !== undefined;

/** The clock that says the most about a ticket: the promise to the customer that is nearest to its limit. */
export function first_clock(clocks: readonly Clock[]): Clock | undefined {
  const weight = (clock: Clock): number => {
    const left = clock.left_seconds ?? Number.POSITIVE_INFINITY;
    const ended = clock.ended_at ? 1e12 : 0;
    return ended + (clock.kind === "sla" ? 0 : 1e9) + left;
  };
  return [...clocks].sort((a, b) => weight(a) - weight(b))[0];
}
