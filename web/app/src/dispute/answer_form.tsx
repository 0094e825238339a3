// Agree, refuse, propose something else, or withdraw; said with a motive, and what follows from it.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FormEvent } from "react";

import type { Schemas } from "../api/client";
import { client, once, told } from "../api/client";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { useMay } from "../session/me";
import { instant_of_local } from "../ticket/local_time";
import { capital, useVocabulary, useWords } from "../words/words";
import { grounds } from "./contest_dialog";
import type { Answer, Dispute, Side } from "./turn";
import { answers_of } from "./turn";
import { dispute_words } from "./words";

type Body = Schemas["DisputeAnswer"];
type Typed = { side: Side; answer: Answer | undefined; motive: string; ground: (typeof grounds)[number]; at: string; value: string; said_at: string };

function body_of(dispute: Dispute, typed: Typed, answer: Answer, own: Side): Body {
  const said_at = instant_of_local(typed.said_at);
  const at = instant_of_local(typed.at);
  const other: Partial<Body> = answer !== "countered" ? {} : dispute.about === "verdict" ? { ground: typed.ground } : dispute.about === "priority" ? { value: typed.value } : at ? { at } : {};
  return { answer, motive: typed.motive.trim(), ...other, ...(typed.side !== own ? { side: typed.side } : {}), ...(said_at ? { said_at } : {}) };
}

export function AnswerForm({ dispute, own }: { dispute: Dispute; own: Side }) {
  const say = useWords("dispute", dispute_words);
  const word = useVocabulary();
  const may = useMay();
  const queries = useQueryClient();
  const id = useId();
  const can_write_down = own === "provider" && may("act_for_provider");
  const last = dispute.steps.at(-1);
  const [typed, set_typed] = useState<Typed>({ side: answers_of(dispute, own).length > 0 || !can_write_down ? own : "customer", answer: undefined, motive: "", ground: dispute.ground ?? "agreed", at: "", value: last?.value || "P3", said_at: "" });
  const set = (more: Partial<Typed>): void => set_typed((before) => ({ ...before, ...more }));
  const sending = useMutation({
    mutationFn: (body: Body) => told(client.POST("/api/disputes/{reference}/answers", { params: { path: { reference: dispute.reference }, header: once() }, body })),
    onSuccess: (_made, body) => {
      toast(say("answer.done", { word: capital(word("dispute_word", body.answer)) }));
      set({ answer: undefined, motive: "" });
      for (const room of ["dispute", "ticket", "figures"]) void queries.invalidateQueries({ queryKey: [room] });
    },
  });
  const answers = answers_of(dispute, typed.side);
  if (!may("contest") || (answers_of(dispute, own).length === 0 && !can_write_down)) return null;
  const answer = answers.includes(typed.answer as Answer) ? typed.answer : undefined;
  const submit = (event: FormEvent): void => { event.preventDefault(); if (answer) sending.mutate(body_of(dispute, typed, answer, own)); };
  const is_of_event = dispute.about === "event" || dispute.about === "pause";
  return (
    <form className="dsp-answer" onSubmit={submit}>
      {can_write_down && (
        <div className="field"><label htmlFor={`${id}s`}>{say("answer.as")}</label><select name="side" id={`${id}s`} value={typed.side} onChange={(event) => set({ side: event.target.value as Side, answer: undefined })}><option value="provider">{say("answer.as_provider")}</option><option value="customer">{say("answer.as_customer")}</option></select>{typed.side !== own && <span className="hint">{say("answer.not_yours")}</span>}</div>
      )}
      <div className="flex gap2 dsp-acts" role="group" aria-label={say("answer.title")}>
        {answers.map((each) => <button key={each} type="button" className={each === "agreed" && !answer ? "btn pri" : "btn"} aria-pressed={answer === each} onClick={() => set({ answer: each })}>{say(`answer.${each}`)}</button>)}
      </div>
      {answer && (
        <>
          <p className="note prose">{say(`answer.consequence_${answer}`)}</p>
          {answer === "countered" && dispute.about === "verdict" && <div className="field"><label htmlFor={`${id}g`}>{say("ground")}</label><select name="ground" id={`${id}g`} value={typed.ground} onChange={(event) => set({ ground: event.target.value as Typed["ground"] })}>{grounds.map((ground) => <option key={ground} value={ground}>{capital(word("exclusion_ground", ground))}</option>)}</select></div>}
          {answer === "countered" && is_of_event && <div className="field"><label htmlFor={`${id}t`}>{say("at")}</label><input name="at" id={`${id}t`} type="datetime-local" step="1" required value={typed.at} onChange={(event) => set({ at: event.target.value })} /></div>}
          {answer === "countered" && dispute.about === "priority" && <div className="field"><label htmlFor={`${id}v`}>{say("value")}</label><select name="value" id={`${id}v`} value={typed.value} onChange={(event) => set({ value: event.target.value })}>{["P1", "P2", "P3", "P4"].map((each) => <option key={each} value={each}>{each}</option>)}</select></div>}
          <div className="field"><label htmlFor={`${id}m`}>{say(answer === "agreed" ? "answer.motive_agreed" : "answer.motive")}</label><textarea name="motive" id={`${id}m`} autoFocus data-autofocus required={answer !== "agreed"} maxLength={2000} value={typed.motive} onChange={(event) => set({ motive: event.target.value })} /></div>
          {can_write_down && <div className="field"><label htmlFor={`${id}d`}>{say("answer.said_at")}</label><input name="said_at" id={`${id}d`} type="datetime-local" step="1" value={typed.said_at} onChange={(event) => set({ said_at: event.target.value })} /><span className="hint">{say("answer.said_hint")}</span></div>}
          {sending.isError && <ToldInForm error={sending.error} />}
          <div><button type="submit" className="btn pri" disabled={sending.isPending}>{say("answer.send")}</button></div>
        </>
      )}
    </form>
  );
}
