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

/** What runs moves; what is passed says by how much; what waits says what it will have left. */
function Amount({ clock }: { clock: Clock }) {
  const say = useWords("part", part_words);
  if (is_running(clock)) return <Running clock={clock} />;
  const text = clock_text(clock.left_seconds ?? 0);
  return <>{(clock.left_seconds ?? 0) < 0 ? text : say("paused_left", { time: text })}</>;
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
        <Amount clock={clock} />
      </StateText>
    </span>
  );
}
