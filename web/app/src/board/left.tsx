// What is left of a promise: to the second while that matters, in days once it does not.
import type { Clock } from "../part/clock_state";
import { is_running, left_at, sign_of } from "../part/clock_state";
import { StateText } from "../part/state";
import { useNow } from "../part/ticker";
import { part_words } from "../part/words";
import { clock as clock_text, instant_exact, length } from "../words/format";
import { capital, useWords } from "../words/words";

const long_seconds = 100 * 3_600;
const minus = "\u2212";

export function left_text(seconds: number): string {
  if (Math.abs(seconds) < long_seconds) return clock_text(seconds);
  return (seconds < 0 ? minus : "") + length(seconds);
}

/** What stands is told to the minute. */
const standing_text = (seconds: number): string => (Math.abs(seconds) < long_seconds ? clock_text(seconds).slice(0, -3) : left_text(seconds));

function Running({ clock }: { clock: Clock }) {
  return <>{left_text(left_at(clock, useNow()) ?? 0)}</>;
}

export function Left({ clock }: { clock: Clock | undefined }) {
  const say = useWords("part", part_words);
  if (!clock) return <span className="q">–</span>;
  const title = clock.due_at ? instant_exact(clock.due_at) : capital(say("no_due"));
  const seconds = clock.left_seconds;
  if (seconds === undefined) return <StateText sign={sign_of(clock)} />;
  const stands = seconds < 0 ? standing_text(seconds) : say("paused_left", { time: standing_text(seconds) });
  return <span title={title}><StateText sign={sign_of(clock)}>{is_running(clock) ? <Running clock={clock} /> : stands}</StateText></span>;
}
