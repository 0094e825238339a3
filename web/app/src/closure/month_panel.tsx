// One month of one agreement: closed, with what may be said of it; or what closing it would freeze.
import { Link } from "@tanstack/react-router";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";

import type { Row } from "../figure/scorecard";
import { share_of } from "../figure/scorecard";
import { StateText } from "../part/state";
import { ToldInForm } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { language_now } from "../words/language";
import { length, money, month as month_text, percent } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import { CloseDialog } from "./close_dialog";
import { ClosedMonth } from "./closed_month";
import type { ClosedTarget, Document, Month } from "./closing";
import { shown_of, useDocument, usePreview } from "./closing";
import { closure_words } from "./words";

function rate_text(target: ClosedTarget): string {
  const shown = shown_of(target);
  const up = share_of(shown.availability?.committed.rate);
  if (up !== undefined) return percent(up, 2);
  if (target.statistic !== "ratio") return shown.statistic_seconds === null ? "–" : length(shown.statistic_seconds);
  return shown.measured > 0 ? percent(shown.met / shown.measured) : "–";
}

/** Each figure; in a second revision, what it was in the closure that is replaced. */
export function Targets({ document, before, rows }: { document: Document; before: Document | undefined; rows: Row[] }) {
  const say = useWords("closure", closure_words);
  const vocabulary = useVocabulary();
  return (
    <div className="scroll-x" role="region" aria-label={say("panel.targets")} tabIndex={0}>
      <table className="grid compact">
        <thead><tr><th scope="col">{say("panel.target")}</th><th scope="col" className="num">{say("panel.counted")}</th><th scope="col" className="num">{say("panel.rate")}</th><th scope="col" className="num">{say("panel.required")}</th><th scope="col">{say("panel.result")}</th></tr></thead>
        <tbody>
          {document.targets.map((target) => {
            const shown = shown_of(target);
            const old = before?.targets.find((each) => each.target === target.target && each.version === target.version);
            const label = rows.find((row) => row.agreement === document.agreement && row.target === target.target)?.label || target.target;
            const required = share_of(shown.required);
            return (
              <tr key={`${target.version}${target.target}`}>
                <td className="el" title={`${label} · ${vocabulary("metric", target.metric)}`}>{label}</td>
                <td className="num">{target.metric === "availability" ? "" : `${shown.met} / ${shown.measured}`}</td>
                <td className="num b">{rate_text(target)}{old && rate_text(old) !== rate_text(target) && <span className="q s"> {say("panel.was", { value: rate_text(old) })}</span>}</td>
                <td className="num q">{required === undefined ? "" : percent(required, target.metric === "availability" ? 2 : 1)}</td>
                <td>{shown.attained === null ? <span className="q">–</span> : <StateText sign={shown.attained ? "met" : "br"} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function Amounts({ document }: { document: Document }) {
  const say = useWords("closure", closure_words);
  const vocabulary = useVocabulary();
  return (
    <section>
      <h3>{say("panel.penalties")}</h3>
      {document.penalties.length === 0 && <p className="t q">{say("panel.no_penalty")}</p>}
      <ul>{document.penalties.map((each, index) => <li key={index} className="t flex gap2"><b>{money(each.amount_minor, each.currency)}</b><span>{say("panel.penalty", { clause: each.clause })}</span><span className="m push">{vocabulary("penalty_state", each.state)}</span></li>)}</ul>
    </section>
  );
}

function PreviewPart({ month, rows }: { month: Month; rows: Row[] }) {
  const say = useWords("closure", closure_words);
  const may = useMay();
  const preview = usePreview(month.agreement, month.month, may("close_periods"));
  const before = useDocument(month.closure?.reference);
  const [asks, ask] = useState(false);
  if (preview.error) return <ToldInForm error={preview.error} />;
  if (!preview.data) return <Waiting rows={6} label={say("panel.preview")} />;
  const { closure, running, accepts } = preview.data;
  const moved = closure.regularised.length + closure.regularised_penalties.length;
  const page = language_now() === "fr" ? closure.page.fr : closure.page.en;
  return (
    <>
      <h3>{say("panel.preview")}</h3>
      <Targets document={closure} before={before.data} rows={rows} />
      <Amounts document={closure} />
      <section>
        <h3>{say("panel.moved")}</h3>
        <p className="t">{moved === 0 ? say("panel.moved_none") : say("panel.moved_some", { count: moved })}</p>
      </section>
      <details open={moved > 0}><summary>{say("panel.page")}</summary><pre className="cl-page" tabIndex={0}>{page}</pre></details>
      <dl className="cl-facts"><dt>{say("panel.accepts")}</dt><dd><code>{accepts}</code></dd></dl>
      <div className="flex gap2">
        {running ? <p className="note">{say("panel.not_over")}</p> : <button type="button" className="btn pri" onClick={() => ask(true)}>{say("panel.close", { month: month_text(month.month) })}</button>}
        <Link className="btn" to={"/matrix" as never} search={{ customer: month.customer, period: month.month } as never}>{say("panel.matrix")}</Link>
      </div>
      {asks && <CloseDialog preview={preview.data} close={() => ask(false)} look_again={() => void preview.refetch()} />}
    </>
  );
}

export function MonthPanel({ month, rows, close }: { month: Month; rows: Row[]; close: () => void }) {
  const say = useWords("closure", closure_words);
  const say_part = useWords("part", part_words);
  const may = useMay();
  const label = say("panel.label", { agreement: month.agreement, month: month_text(month.month) });
  return (
    <aside className="panel" aria-label={label} onKeyDown={(event) => event.key === "Escape" && close()}>
      <header><h2>{label}</h2><span className="push"><button type="button" className="btn xs icon ghost" aria-label={say_part("close")} onClick={close}><IconX size={14} aria-hidden /></button></span></header>
      <div className="cl-body">
        {month.closure && <ClosedMonth reference={month.closure.reference} rows={rows} preview={may("close_periods") ? <PreviewPart month={month} rows={rows} /> : undefined} />}
        {!month.closure && may("close_periods") && <PreviewPart month={month} rows={rows} />}
        {!month.closure && !may("close_periods") && (
          <>
            <p className="t prose">{say(month.state === "open" ? "panel.others_close" : month.state)}</p>
            <div className="flex gap2"><Link className="btn" to={"/matrix" as never} search={{ customer: month.customer, period: month.month } as never}>{say("panel.matrix")}</Link></div>
          </>
        )}
      </div>
    </aside>
  );
}
