// What is left of a promise, each second.
import { clock as clock_text, instant_exact } from "../words/format";
import { capital, useWords } from "../words/words";
import type { Clock } from "./clock_state";
import { is_running, left_at, sign_of } from "./clock_state";
import { StateText } from "./state";
import { useNow } from "./ticker";
import { part_words } from "./words";

function Running({ clock }: { clock: Clock }) {
  return <>{clock_text(left_at(clock, useNow()) ?? 0)}</>;
}

/** A clock that has ended shows its verdict; one that waits, what it will have left. */
export function TimeLeft({ clock }: { clock: Clock | undefined }) {
  const say = useWords("part", part_words);
  if (!clock) return <span className="q">–</span>;
  const sign = sign_of(clock);
  const title = clock.due_at ? instant_exact(clock.due_at) : capital(say("no_due"));
  if (clock.left_seconds === undefined) return <StateText sign={sign} />;
  return (
    <span title={title}>
      <StateText sign={sign}>
        {is_running(clock) ? <Running clock={clock} /> : say("paused_left", { time: clock_text(clock.left_seconds) })}
      </StateText>
    </span>
  );
}
