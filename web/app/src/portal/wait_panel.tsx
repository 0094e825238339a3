// The first things that await the customer, each with the way to answer it.
import { Link } from "@tanstack/react-router";

import { Panel } from "../part/panel";
import { useNow } from "../part/ticker";
import { instant_near } from "../words/format";
import { useWords } from "../words/words";
import { useAskText } from "./ask_text";
import { useAsks } from "./use_asks";
import { portal_words } from "./words";

const shown_at_home = 4;

export function WaitPanel() {
  const say = useWords("portal", portal_words);
  const { asks, is_waiting } = useAsks();
  const text_of = useAskText();
  const now = useNow();
  const title = <>{say("wait.title")}{asks.length > 0 && <b className="portal-awaited">{asks.length}</b>}</>;
  return (
    <Panel className="portal-wait" title={title} acts={asks.length > 0 && <Link to={"/waiting" as never} className="s link">{say("wait.all")}</Link>}>
      {asks.length === 0 ? <p className="portal-none prose">{is_waiting ? say("loading") : say("wait.none")}</p> : (
        <ul className="portal-list">
          {asks.slice(0, shown_at_home).map((ask, place) => {
            const text = text_of(ask);
            return (
              <li key={ask.key}>
                <div><b className="prose">{text.title}</b><span>{text.subject} · {ask.until ? say("wait.until", { at: instant_near(ask.until, now) }) : say("wait.since", { at: instant_near(ask.since, now) })}</span></div>
                <Link to={"/waiting" as never} search={{ ask: ask.key } as never} className={`btn ${place === 0 ? "pri" : ""}`} aria-label={`${say("wait.answer")} · ${text.subject}`}>{say("wait.answer")}</Link>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
