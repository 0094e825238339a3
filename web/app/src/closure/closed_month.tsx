// A closed month: what was frozen, its proof, and what the parties say of closing it again.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { IconCopy, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import type { ReactNode } from "react";

import { client, once, told } from "../api/client";
import type { Row } from "../figure/scorecard";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { instant, instant_exact, labelled } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import type { Closure, ReopeningStep, Side } from "./closing";
import { sayable, useClosure, useDocument } from "./closing";
import { Amounts, Targets } from "./month_panel";
import { closure_words } from "./words";

function Say({ closure, side }: { closure: Closure; side: Side }) {
  const say = useWords("closure", closure_words);
  const queries = useQueryClient();
  const [reason, set_reason] = useState("");
  const [is_wrong, set_wrong] = useState(false);
  const saying = useMutation({
    mutationFn: (step: ReopeningStep) => {
      const asked = { params: { path: { reference: closure.reference }, header: once() }, body: { step, reason: reason.trim() } } as never;
      return told(side === "provider" ? client.POST("/api/closures/{reference}/provider-steps", asked) : client.POST("/api/closures/{reference}/customer-steps", asked));
    },
    onSuccess: () => { set_reason(""); void queries.invalidateQueries({ queryKey: ["closure"] }); toast(say("one.told")); },
  });
  const steps = sayable(closure.reopening, side);
  if (steps.length === 0) return null;
  const tell = (step: ReopeningStep): void => { set_wrong(reason.trim() === ""); if (reason.trim() !== "") saying.mutate(step); };
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor="cl-reason">{say("one.reason_label")}</label>
        <textarea name="reason" id="cl-reason" value={reason} onChange={(event) => set_reason(event.target.value)} aria-invalid={is_wrong} />
        {is_wrong && <span className="wrong" role="alert">{say("one.reason_wrong")}</span>}
      </div>
      {saying.error && <ToldInForm error={saying.error} />}
      <div className="flex gap2">{steps.map((step) => <button key={step} type="button" className="btn" disabled={saying.isPending} onClick={() => tell(step)}>{say(`one.${step}`)}</button>)}</div>
    </div>
  );
}

function Reopening({ closure }: { closure: Closure }) {
  const say = useWords("closure", closure_words);
  const vocabulary = useVocabulary();
  const may = useMay();
  return (
    <section className="stack">
      <h3>{say("one.reopening")}</h3>
      {closure.reopening.length === 0 && <p className="t m prose">{say("one.reopening_none")}</p>}
      {closure.reopening.length > 0 && (
        <ol className="cl-ends">
          {closure.reopening.map((each, index) => <li key={index}><b>{say("one.step", { side: say(`side.${each.side}`), step: vocabulary("reopening_step", each.step) })}</b> <span className="q s" title={instant_exact(each.at)}>{instant(each.at)}</span><br /><span className="t m">{each.reason}</span></li>)}
        </ol>
      )}
      {may("close_periods") ? <Say closure={closure} side="provider" /> : may("answer_for_customer") ? <Say closure={closure} side="customer" /> : null}
    </section>
  );
}

export function ClosedMonth({ reference, rows, preview }: { reference: string; rows: Row[]; preview: ReactNode }) {
  const say = useWords("closure", closure_words);
  const say_part = useWords("part", part_words);
  const closure = useClosure(reference);
  const document = useDocument(reference);
  if (closure.error) return <ToldInForm error={closure.error} />;
  if (!closure.data) return <Waiting rows={5} label={reference} />;
  const one = closure.data;
  const may_again = one.reopening[one.reopening.length - 1]?.step === "agreed";
  const copy = (): void => void navigator.clipboard?.writeText(one.digest).then(() => toast(say_part("copied")));
  return (
    <>
      <dl className="cl-facts">
        <dt>{say("one.as_of")}</dt><dd title={instant_exact(one.as_of)}>{instant(one.as_of)}</dd>
        <dt>{say("one.revision")}</dt><dd>{one.revision}{one.reason && <> · {labelled(say("one.reason"), one.reason)}</>}</dd>
        <dt>{say("one.digest")}</dt><dd><code>{one.digest}</code> <button type="button" className="btn xs icon ghost" aria-label={say("one.copy")} title={say("one.copy")} onClick={copy}><IconCopy size={14} aria-hidden /></button></dd>
      </dl>
      {document.error ? <ToldInForm error={document.error} /> : document.data ? <><Targets document={document.data} before={undefined} rows={rows} /><Amounts document={document.data} /></> : <Waiting rows={4} label={reference} />}
      <div><a className="btn" href={`/api/closures/${reference}/document`} download={`${reference}.json`} title={say("one.document_why")}><IconDownload size={14} aria-hidden />{say("one.document")}</a></div>
      <Reopening closure={one} />
      {may_again && preview && <><p className="note on prose">{say("one.may_again")}</p>{preview}</>}
    </>
  );
}
