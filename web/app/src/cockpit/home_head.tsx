// The answer first, then how old it is and the other views that one may have.
import { Link } from "@tanstack/react-router";

import { useNow } from "../part/ticker";
import { useMay } from "../session/me";
import { instant_exact, length } from "../words/format";
import { useWords } from "../words/words";
import { cockpit_words } from "./words";

export type View = "cockpit" | "next" | "portfolio" | "money" | "verify";
export const views: readonly View[] = ["cockpit", "next", "portfolio", "money", "verify"];

export function useViews(): readonly View[] {
  const may = useMay();
  const is_open: Record<View, boolean> = {
    cockpit: may("read_figures") && may("act_for_provider"), next: may("write_tickets") && may("act_for_provider"),
    portfolio: may("read_figures"), money: may("read_penalties"), verify: may("read_journal"),
  };
  return views.filter((view) => is_open[view]);
}

/** Beyond two minutes it is no longer what one would call now. */
const old_milliseconds = 120_000;

function Age({ at }: { at: number }) {
  const say = useWords("cockpit", cockpit_words);
  const age = Math.max(0, Date.now() - at);
  useNow();
  return (
    <span className={age > old_milliseconds ? "st risk" : undefined} title={instant_exact(at)}>
      {say("updated", { length: length(age / 1_000) })}
    </span>
  );
}

export function HomeHead({ message, view, read_at, is_provisional }: { message: string; view: View; read_at: number | undefined; is_provisional?: boolean }) {
  const say = useWords("cockpit", cockpit_words);
  const others = useViews();
  return (
    <div className="cockpit-head">
      <h1>{message}</h1>
      <div className="cockpit-beside">
        {others.length > 1 && (
          <nav aria-label={say("views")}>
            {others.map((one) => (
              <Link key={one} to="." search={((before: object) => ({ ...before, view: one })) as never} aria-current={one === view ? "page" : undefined}>{say(`view.${one}`)}</Link>
            ))}
          </nav>
        )}
        <p className="s q">
          {read_at ? <Age at={read_at} /> : null}
          {is_provisional ? ` · ${say("provisional")}` : ""}
        </p>
      </div>
    </div>
  );
}
