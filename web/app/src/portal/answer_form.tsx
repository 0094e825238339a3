// The answer to what awaits the customer: a yes or a no, with words where the other party needs them.
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";

import { ToldInForm } from "../part/told_problem";
import { toast } from "../part/toast";
import { part_words } from "../part/words";
import { useWords } from "../words/words";
import { useAskText } from "./ask_text";
import type { Ask } from "./asks";
import { ways_of } from "./answers";
import type { Way } from "./answers";
import { portal_words } from "./words";

/** What the other party said beside it. */
export function reason_of(ask: Ask): string | undefined {
  if (ask.kind === "dispute") return ask.dispute.steps.at(-1)?.motive;
  if (ask.kind === "reopening") return ask.reason;
  if (ask.kind === "approval") return ask.comment;
  return ask.kind === "amount" ? ask.penalty.steps.at(-1)?.reason : undefined;
}

/** The member that the words become. */
const said_as: Partial<Record<Ask["kind"], string>> = { question: "note", confirmation: "note", dispute: "motive", approval: "comment" };

const rooms = ["ticket", "dispute", "agreement", "closure", "penalty", "figures"];

export function AnswerForm({ ask, close }: { ask: Ask; close: () => void }) {
  const say = useWords("portal", portal_words);
  const part = useWords("part", part_words);
  const text = useAskText()(ask);
  const queries = useQueryClient();
  const id = useId();
  const [words, set_words] = useState("");
  const [is_short, set_short] = useState(false);
  const [sent, set_sent] = useState<Way["name"] | undefined>();
  const [error, set_error] = useState<unknown>();

  async function send(way: Way): Promise<void> {
    if (way.wants_words && words.trim() === "") { set_short(true); document.getElementById(id)?.focus(); return; }
    set_sent(way.name);
    set_error(undefined);
    try {
      await way.send(words.trim());
      toast(say("wait.said"));
      for (const room of rooms) void queries.invalidateQueries({ queryKey: [room] });
      close();
    } catch (failed) {
      set_error(failed);
      set_sent(undefined);
    }
  }

  return (
    <form className="portal-answer-form" onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label htmlFor={id}>{say(ask.kind === "question" ? "wait.your_answer" : "wait.why")}</label>
        <textarea name={said_as[ask.kind] ?? "reason"} id={id} value={words} autoFocus rows={3} maxLength={4000} aria-invalid={is_short} aria-describedby={`${id}-hint`} onChange={(event) => { set_words(event.target.value); set_short(false); }} />
        {is_short ? <span id={`${id}-hint`} className="wrong" role="alert">{say("wait.needed")}</span> : <span id={`${id}-hint`} className="hint">{say("wait.why_hint")}</span>}
      </div>
      {error !== undefined && <ToldInForm error={error} />}
      <div className="portal-answer-acts">
        {ways_of(ask).map((way, place) => (
          <button key={way.name} type="button" className={`btn ${place === 0 ? "pri" : ""}`} disabled={sent !== undefined} aria-busy={sent === way.name} onClick={() => void send(way)}>{say(`wait.${way.name}`)}</button>
        ))}
        {ask.kind === "approval" && <Link to={text.to as never} search={(text.search ?? {}) as never} className="btn">{say("wait.read")}</Link>}
        {ask.kind === "question" && <Link to={text.to as never} className="portal-beside">{say("wait.attach")}</Link>}
        <button type="button" className="btn ghost" onClick={close}>{part("cancel")}</button>
      </div>
    </form>
  );
}
