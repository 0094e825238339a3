// What awaits the customer: until when, what silence means, and the answer given in place.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";

import { Empty } from "../part/empty";
import { ToldProblem } from "../part/told_problem";
import { useNow } from "../part/ticker";
import { Waiting } from "../part/waiting";
import { instant_exact, instant_near } from "../words/format";
import { useWords } from "../words/words";
import { AnswerForm, reason_of } from "./answer_form";
import { useAskText } from "./ask_text";
import type { Ask } from "./asks";
import { useAsks } from "./use_asks";
import { portal_words } from "./words";
import "./portal.css";
import "./portal_pages.css";

function When({ ask }: { ask: Ask }) {
  const say = useWords("portal", portal_words);
  const now = useNow();
  return (
    <p className="portal-when">
      {ask.until ? <b><time dateTime={ask.until} title={instant_exact(ask.until)}>{say("wait.until", { at: instant_near(ask.until, now) })}</time></b> : <span>{say("wait.no_limit")}</span>}
      <span>{say("wait.since", { at: instant_near(ask.since, now) })}</span>
    </p>
  );
}

function OneAsk({ ask, is_open, toggle }: { ask: Ask; is_open: boolean; toggle: () => void }) {
  const say = useWords("portal", portal_words);
  const text = useAskText()(ask);
  const reason = reason_of(ask);
  return (
    <li className="panel portal-ask">
      <div className="portal-ask-head">
        <div>
          <h2 className="prose">{text.title}</h2>
          <p className="s m"><Link to={text.to as never} search={(text.search ?? {}) as never} className="id">{text.subject}</Link>{ask.kind === "question" && ask.text ? ` · ${ask.ticket.title}` : ""}</p>
        </div>
        {!is_open && <button type="button" className="btn pri" aria-expanded="false" aria-label={`${say("wait.answer")} · ${text.subject}`} onClick={toggle}>{say("wait.answer")}</button>}
      </div>
      {reason && <blockquote className="prose"><span className="s q">{say("wait.reason")}</span> {reason}</blockquote>}
      <div className="portal-terms"><When ask={ask} /><p className="s m prose">{text.silence}</p></div>
      {is_open && <AnswerForm ask={ask} close={toggle} />}
    </li>
  );
}

export function WaitingPage() {
  const say = useWords("portal", portal_words);
  const { asks, is_waiting, error, again } = useAsks();
  const { ask: shown } = useSearch({ strict: false }) as { ask?: string };
  const navigate = useNavigate();
  const show = (key: string | undefined): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ask: key }), replace: true } as never);
  if (error && asks.length === 0) return <ToldProblem is_page error={error} again={again} />;
  if (is_waiting && asks.length === 0) return <Waiting label={say("loading")} rows={8} />;
  if (asks.length === 0) {
    return (
      <>
        <h1 className="prose">{say("wait.none")}</h1>
        <div className="panel"><Empty title={say("wait.none_title")} acts={<Link to="/" className="btn pri">{say("wait.home")}</Link>}>{say("wait.none_why")}</Empty></div>
      </>
    );
  }
  return (
    <>
      <h1 className="prose">{say("wait.message" as never, { count: asks.length })}</h1>
      <ul className="portal-asks">
        {asks.map((ask) => <OneAsk key={ask.key} ask={ask} is_open={shown === ask.key} toggle={() => show(shown === ask.key ? undefined : ask.key)} />)}
      </ul>
    </>
  );
}
