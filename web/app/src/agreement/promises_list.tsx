// What a version promises, in a sentence: as the server reads it where it has judged, as it is written else.
import { Link } from "@tanstack/react-router";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { useScorecard } from "../figure/scorecard";
import type { Reason } from "../matrix/explanation";
import { last_day_of, months_before, useScope } from "../frame/scope";
import { useMay } from "../session/me";
import { percent, quoted } from "../words/format";
import { language_now } from "../words/language";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Agreement, Version } from "./agreement_page";
import type { Promised } from "./promises";
import { promises_of } from "./promises";
import { agreement_words } from "./words";

/** The sentence of the version among what explains a figure. */
export function sentence_in(reasons: readonly Reason[], name: string): string | undefined {
  for (const reason of reasons) {
    if (reason.code === "period_promise" && reason.arguments?.["agreement"] === name) return reason.text;
    const found = sentence_in(reason.children ?? [], name);
    if (found) return found;
  }
  return undefined;
}

type Asked = { target: string; period: string };
/** One after the other: each explanation is a reckoning of its own, and the server refuses many at once. */
const useSentences = (agreement: string, version: number, asked: readonly Asked[]) =>
  useRead("agreement", [agreement, version, "sentences", language_now(), asked], async (signal) => {
    const sentences: Record<string, string> = {};
    for (const { target, period } of asked) {
      const answer: unknown = await told(client.GET("/api/figures/explanation", { params: { query: { agreement, target, period, lang: language_now() } }, signal }));
      const text = sentence_in((answer as { explanations: Reason[] }).explanations, `${agreement}@${version}`);
      if (text) sentences[target] = capital(text.replace(/^[^:]*:\s*/, ""));
    }
    return sentences;
  }, { enabled: asked.length > 0 });

const kinds = { incident: true, request: true, problem: true, change: true };
/** What is written, in the words of the reader; what is not understood stays as it is written. */
function useWritten(): { required: (text: string) => string; within: (text: string) => string; about: (text: string) => string } {
  const say = useWords("agreement", agreement_words);
  return {
    required: (text) => {
      const [, share, every] = /^([\d.]+)\s*% per (month|quarter|year)$/.exec(text) ?? [];
      return share && every ? `${percent(Number(share) / 100, share.split(".")[1]?.length ?? 0)} ${say(`written.${every as "month"}`)}` : text;
    },
    within: (text) => {
      const [, amount = "", unit = "", calendar = "", end] = /^(\d+)\s*(min|h|d|days?|business days?) in ([\w-]+)( by end of day)?$/.exec(text) ?? [];
      if (!unit) return text;
      const count = { count: Number(amount) };
      const time = unit.startsWith("business") ? say("written.business_days", count) : unit.startsWith("d") ? say("written.days", count) : `${amount}\u00a0${unit}`;
      return `${time}${end ? ` ${say("written.end_of_day")}` : ""}, ${say("written.hours", { calendar: quoted(calendar) })}`;
    },
    about: (text) => text.split(", ").map((each) => /^(?:kind|priority): (.+)$/.exec(each)?.[1] ?? each).map((each) => (each in kinds ? say(`written.${each as "incident"}`) : each)).join(", "),
  };
}

function PromiseRow({ promise, sentence }: { promise: Promised; sentence: string | undefined }) {
  const vocabulary = useVocabulary();
  const written = useWritten();
  return (
    <tr>
      <td><b>{promise.label || promise.id}</b><br /><span className="s q">{capital(vocabulary("metric", promise.metric))}</span></td>
      <td>
        {sentence && <p className="prose">{sentence}</p>}
        <span className={sentence ? "s q" : "prose"}>{[promise.of && written.about(promise.of), promise.within && written.within(promise.within)].filter(Boolean).join(" · ")}</span>
      </td>
      <td className="nw">{written.required(promise.required)}</td>
      <td className="nw">{promise.clause || <span className="q">–</span>}</td>
    </tr>
  );
}

export function Promises({ agreement, version }: { agreement: Agreement; version: Version }) {
  const say = useWords("agreement", agreement_words);
  const may = useMay();
  const { period } = useScope();
  const promises = promises_of(version.document);
  const card = useScorecard({ from: `${months_before(period, 23)}-01`, to: last_day_of(period), agreement: agreement.reference }, { enabled: may("read_figures") });
  const judged = card.data?.agreements.find((each) => each.id === agreement.reference && each.version === version.number);
  const last_of = (target: string): string | undefined => judged?.targets.find((each) => each.id === target)?.periods.slice(-1)[0]?.period;
  const sentences = useSentences(agreement.reference, version.number, promises.flatMap((each) => { const last = last_of(each.id); return last ? [{ target: each.id, period: last }] : []; }));
  if (promises.length === 0) return <p className="m prose">{say("promise.none")}</p>;
  return (
    <div className="panel">
      <header>
        <h2>{say("promise.head")}</h2>
        {may("read_figures") && <Link className="push t" to={"/matrix" as never} search={((before: object) => ({ ...before, tab: undefined, version: undefined, customer: agreement.kind === "sla" ? agreement.customer : undefined, kind: agreement.kind === "sla" ? undefined : agreement.kind })) as never}>{say("promise.figures")}</Link>}
      </header>
      <div className="scroll-x" role="region" aria-label={say("promise.head")} aria-busy={sentences.isLoading || undefined} tabIndex={0}>
        <table className="grid ag-promises">
          <thead><tr><th scope="col">{say("promise.target")}</th><th scope="col">{say("promise.promise")}</th><th scope="col">{say("promise.required")}</th><th scope="col">{say("promise.clause")}</th></tr></thead>
          <tbody>{promises.map((each) => <PromiseRow key={each.id} promise={each} sentence={sentences.data?.[each.id]} />)}</tbody>
        </table>
      </div>
    </div>
  );
}
