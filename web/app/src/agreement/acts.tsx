// What may be done to a version, by whom: steps, signatures, approvals, texts.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";

import { client, once, told } from "../api/client";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { useMay, useMe } from "../session/me";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Agreement, Version } from "./agreement_page";
import { as_next } from "./promises";
import { WriteDialog } from "./write_dialog";
import { agreement_words } from "./words";

type Post = "steps" | "signatures" | "approvals" | "approval-answers";
type Act = { is: "step"; state: string } | { is: "sign" } | { is: "ask" } | { is: "answer" } | { is: "revise" } | { is: "amend" };
type Of = { agreement: Agreement; version: Version; close: () => void };

function usePosting(reference: string, post: Post, done: string, close: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => told(client.POST(`/api/agreements/{reference}/${post}` as "/api/agreements/{reference}/steps", { params: { path: { reference }, header: once() }, body } as never)),
    onSuccess: () => { for (const room of ["agreement", "figures"]) void queries.invalidateQueries({ queryKey: [room] }); toast(done); close(); },
  });
}

function Form({ title, intro, error, act, is_pending, close, send, children, is_grave }: { title: string; intro?: string | undefined; error: unknown; act: ReactNode; is_pending: boolean; close: () => void; send: (fields: FormData, button: string) => void; children: ReactNode; is_grave?: boolean }) {
  const say_part = useWords("part", part_words);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const by = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    send(new FormData(event.currentTarget), by?.value ?? "");
  }
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={submit}>
        <div className="body">{intro && <p className="prose">{intro}</p>}{children}{error ? <ToldInForm error={error} /> : null}</div>
        <footer className="foot"><button type="button" className="btn" onClick={close}>{say_part("cancel")}</button>{typeof act === "string" ? <button type="submit" className={is_grave ? "btn danger" : "btn pri"} disabled={is_pending}>{act}</button> : act}</footer>
      </form>
    </Dialog>
  );
}

function Field({ name, label, hint, type = "text", required, initial }: { name: string; label: string; hint?: string; type?: string; required?: boolean; initial?: string }) {
  return (
    <div className="field">
      <label htmlFor={`ag-${name}`}>{label}</label>
      {type === "area" ? <textarea id={`ag-${name}`} name={name} /> : <input id={`ag-${name}`} name={name} type={type} required={required} defaultValue={initial} />}
      {hint && <span className="hint prose">{hint}</span>}
    </div>
  );
}

/** Fields that are empty are not sent. */
const filled = (fields: FormData): Record<string, string> => Object.fromEntries([...fields].flatMap(([name, value]) => (String(value).trim() ? [[name, String(value).trim()]] : [])));

function StepDialog({ agreement, version, close, state }: Of & { state: string }) {
  const say = useWords("agreement", agreement_words);
  const vocabulary = useVocabulary();
  const name = vocabulary("agreement_state", state === "signed" ? "signed_" : state);
  const posting = usePosting(agreement.reference, "steps", say("act.done", { number: version.number, state: name }), close);
  const is_grave = ["terminated", "refused", "withdrawn", "expired"].includes(state);
  return (
    <Form title={say("act.step_title", { agreement: agreement.reference, number: version.number, state: name })} intro={is_grave ? say("act.final") : state === "in_force" ? say("act.force") : undefined} error={posting.error} act={say("act.confirm")} is_grave={is_grave} is_pending={posting.isPending} close={close} send={(fields) => posting.mutate({ number: version.number, state, ...filled(fields) })}>
      <Field name="on" type="date" label={say("act.on")} hint={say("act.on_hint")} />
      <Field name="comment" type="area" label={say("act.comment")} hint={say("act.comment_hint")} />
    </Form>
  );
}

function SignDialog({ agreement, version, close }: Of) {
  const say = useWords("agreement", agreement_words);
  const me = useMe();
  const posting = usePosting(agreement.reference, "signatures", say("act.sign_done"), close);
  return (
    <Form title={say("act.sign_title", { number: version.number })} intro={say("act.sign_why")} error={posting.error} act={say("act.sign")} is_pending={posting.isPending} close={close} send={(fields) => posting.mutate({ number: version.number, digest: version.digest, ...filled(fields) })}>
      <div className="field"><label htmlFor="ag-side">{say("act.side")}</label><select id="ag-side" name="side"><option value="provider">{say("life.side.provider")}</option><option value="customer">{say("life.side.customer")}</option></select></div>
      <Field name="name" label={say("act.name")} required initial={me.name} />
      <Field name="capacity" label={say("act.capacity")} required />
      <Field name="signed_on" type="date" label={say("act.signed_on")} required initial={new Date().toISOString().slice(0, 10)} />
    </Form>
  );
}

function AskDialog({ agreement, version, close }: Of) {
  const say = useWords("agreement", agreement_words);
  const [account, set_account] = useState("");
  const posting = usePosting(agreement.reference, "approvals", say("act.ask_done", { account }), close);
  return (
    <Form title={say("act.ask_title")} error={posting.error} act={say("act.ask")} is_pending={posting.isPending} close={close} send={(fields) => { set_account(String(fields.get("account"))); posting.mutate({ number: version.number, ...filled(fields) }); }}>
      <Field name="account" label={say("act.account")} hint={say("act.account_hint")} required />
      <Field name="comment" type="area" label={say("act.comment")} />
    </Form>
  );
}

function AnswerDialog({ agreement, version, close }: Of) {
  const say = useWords("agreement", agreement_words);
  const posting = usePosting(agreement.reference, "approval-answers", say("act.answered"), close);
  const acts = <><button type="submit" value="no" className="btn" disabled={posting.isPending}>{say("act.decline")}</button><button type="submit" value="yes" className="btn pri" disabled={posting.isPending}>{say("act.approve")}</button></>;
  return (
    <Form title={say("act.answer_title", { number: version.number })} error={posting.error} act={acts} is_pending={posting.isPending} close={close} send={(fields, button) => posting.mutate({ number: version.number, digest: version.digest, is_approved: button === "yes", ...filled(fields) })}>
      <Field name="comment" type="area" label={say("act.comment")} />
    </Form>
  );
}

export function VersionActs({ agreement, version }: { agreement: Agreement; version: Version }) {
  const say = useWords("agreement", agreement_words);
  const vocabulary = useVocabulary();
  const may = useMay();
  const me = useMe();
  const [act, set_act] = useState<Act | undefined>();
  const close = (): void => set_act(undefined);
  const next_number = Math.max(...agreement.versions.map((each) => (each as { number: number }).number)) + 1;
  const is_unsigned = ["requirement", "draft", "in_negotiation"].includes(version.state);
  const is_asked = may("approve_agreements") && version.approvals.some((each) => each.account === me.reference && each.state === "asked");
  const of = { agreement, version, close };
  const button = (text: string, next: Act, is_first = false): ReactNode => <button key={text} type="button" className={is_first ? "btn pri" : "btn"} onClick={() => set_act(next)}>{text}</button>;
  return (
    <aside className="panel" aria-label={say("version_number", { number: version.number })}>
      <div className="ag-body">
        <p className="s q">{say("digest")}<br /><code>{version.digest}</code><br />{say("revision", { number: version.revision })}</p>
        {is_asked && <div className="note on"><p>{say("act.asked_you")}</p>{button(say("act.approve"), { is: "answer" }, true)}</div>}
        <div className="ag-acts">
          {may("write_agreements") && version.next.filter((state) => state !== "signed").map((state) => button(say("act.to", { state: capital(vocabulary("agreement_state", state)) }), { is: "step", state }))}
          {may("sign_agreements") && version.state === "in_negotiation" && button(say("act.sign"), { is: "sign" })}
          {may("write_agreements") && is_unsigned && button(say("act.ask"), { is: "ask" })}
          {may("write_agreements") && is_unsigned && button(say("act.revise"), { is: "revise" })}
          {may("write_agreements") && button(say("act.amend"), { is: "amend" })}
          <a className="btn" href={`/api/agreements/${agreement.reference}/versions/${version.number}/document`} download={`${agreement.reference}-${version.number}.yaml`}>{say("document")}</a>
        </div>
      </div>
      {act?.is === "step" && <StepDialog {...of} state={act.state} />}
      {act?.is === "sign" && <SignDialog {...of} />}
      {act?.is === "ask" && <AskDialog {...of} />}
      {act?.is === "answer" && <AnswerDialog {...of} />}
      {act?.is === "revise" && <WriteDialog title={say("act.revise_title", { number: version.number })} text={version.document} done={say("act.revise_done")} write={{ is: "revise", reference: agreement.reference, number: version.number }} close={close} />}
      {act?.is === "amend" && <WriteDialog title={say("act.amend_title", { number: next_number, agreement: agreement.reference })} text={as_next(version.document, next_number)} done={say("act.amend_done")} write={{ is: "add" }} close={close} />}
    </aside>
  );
}
