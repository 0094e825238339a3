// What both parties decided: disputes, closed months, agreements, amounts; each with its page and its document.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { IconDownload } from "@tabler/icons-react";

import { Empty } from "../part/empty";
import { Glyph } from "../part/glyph";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { useWords } from "../words/words";
import { day_of, useDecisionText } from "./decision_text";
import type { Decision } from "./decisions";
import { decision_kinds } from "./decisions";
import { useDecisions } from "./use_decisions";
import { portal_words } from "./words";
import "./portal.css";
import "./portal_pages.css";

type Kind = (typeof decision_kinds)[number];

function OneDecision({ decision }: { decision: Decision }) {
  const say = useWords("portal", portal_words);
  const text = useDecisionText()(decision);
  return (
    <li>
      <span className={text.is_agreed ? "st met" : "st exc"}><Glyph sign={text.is_agreed ? "met" : "exc"} /></span>
      <div><b className="prose">{text.to ? <Link to={text.to as never}>{text.title}</Link> : text.title}</b><span>{text.beside} · <time dateTime={decision.at}>{day_of(decision.at)}</time></span></div>
      {text.document ? <a className="btn icon" href={text.document} download aria-label={say("decided.download", { name: text.title })} title={say("decided.document")}><IconDownload size={16} aria-hidden /></a> : null}
    </li>
  );
}

export function DecisionsPage() {
  const say = useWords("portal", portal_words);
  const { decisions, is_waiting, error, again } = useDecisions();
  const { kind } = useSearch({ strict: false }) as { kind?: Kind };
  const navigate = useNavigate();
  const choose = (next: Kind | undefined): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, kind: next }), replace: true } as never);
  if (error && decisions.length === 0) return <ToldProblem is_page error={error} again={again} />;
  if (is_waiting && decisions.length === 0) return <Waiting label={say("loading")} rows={8} />;
  const first = decisions[0];
  if (!first) {
    return <><h1 className="prose">{say("decided.none")}</h1><div className="panel"><Empty title={say("decided.none_title")} acts={<Link to="/" className="btn pri">{say("wait.home")}</Link>}>{say("decided.none_why")}</Empty></div></>;
  }
  const shown = decisions.filter((decision) => !kind || decision.kind === kind);
  const present = decision_kinds.filter((each) => decisions.some((decision) => decision.kind === each));
  return (
    <>
      <h1 className="prose">{say("decided.message" as never, { count: decisions.length, day: day_of(first.at) })}</h1>
      {present.length > 1 && (
        <div className="portal-kinds" role="group" aria-label={say("decided.kind")}>
          <button type="button" className="filter" aria-pressed={!kind} onClick={() => choose(undefined)}>{say("decided.all_kinds")} <b>{decisions.length}</b></button>
          {present.map((each) => (
            <button key={each} type="button" className="filter" aria-pressed={kind === each} onClick={() => choose(each)}>
              {say(`decided.${each}s`)} <b>{decisions.filter((decision) => decision.kind === each).length}</b>
            </button>
          ))}
        </div>
      )}
      <ul className="panel portal-list portal-decisions">{shown.map((decision) => <OneDecision key={decision.key} decision={decision} />)}</ul>
    </>
  );
}
