import { Link } from "@tanstack/react-router";

import { Glyph } from "../part/glyph";
import { Panel } from "../part/panel";
import { useWords } from "../words/words";
import { day_of, useDecisionText } from "./decision_text";
import { useDecisions } from "./use_decisions";
import { portal_words } from "./words";

const shown_at_home = 4;

/** The last decisions of both parties. */
export function DecidedPanel() {
  const say = useWords("portal", portal_words);
  const { decisions, is_waiting } = useDecisions();
  const text_of = useDecisionText();
  return (
    <Panel className="portal-decided" title={say("decided.title")} acts={<Link to={"/decisions" as never} className="s link">{say("decided.all")}</Link>}>
      {decisions.length === 0 ? <p className="portal-none prose">{is_waiting ? say("loading") : say("decided.none")}</p> : (
        <ul className="portal-list">
          {decisions.slice(0, shown_at_home).map((decision) => {
            const text = text_of(decision);
            return (
              <li key={decision.key}>
                <div><b className="prose">{text.to ? <Link to={text.to as never}>{text.title}</Link> : text.title}</b><span>{text.beside} · {day_of(decision.at)}</span></div>
                <span className={text.is_agreed ? "st met" : "st exc"}><Glyph sign={text.is_agreed ? "met" : "exc"} /></span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
