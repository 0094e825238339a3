// Why a figure is what it is: the promise, the count, who missed it; and the way to contest it.
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import type { Row } from "../figure/scorecard";
import { Dialog } from "../part/dialog";
import { StateText } from "../part/state";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { useMay } from "../session/me";
import { month as month_name } from "../words/format";
import { language_now } from "../words/language";
import { capital, useWords } from "../words/words";
import type { Explanation, Reason } from "./budget";
import { reasons_with } from "./budget";
import { ContestForm } from "./contest_form";
import { figure_text, share_decimals } from "./figure_text";
import { portal_words } from "./words";

/** Tickets that the explanation of a period names as missed. */
export function missed_in(said: readonly Reason[]): string[] {
  const steps = [...reasons_with("step", said)].filter((step) => step.arguments?.["treatment"] === "breached");
  return [...new Set(steps.map((step) => step.text))];
}

function Section({ reason }: { reason: Reason }) {
  if (!reason.children?.length) return null;
  return (
    <section>
      <h3>{reason.text}</h3>
      <ul>{reason.children.map((child, index) => <li key={index} className="prose">{child.text}{child.children?.length ? <ul>{child.children.map((each, place) => <li key={place}>{each.text}</li>)}</ul> : null}</li>)}</ul>
    </section>
  );
}

function Tickets({ row, names }: { row: Row; names: string[] }) {
  const say = useWords("portal", portal_words);
  const may = useMay();
  const [contested, contest] = useState<string | undefined>();
  if (row.metric === "availability") return null;
  return (
    <section>
      <h3>{say("figures.missed_tickets")}</h3>
      {names.length === 0 && <p className="m">{say("figures.no_missed")}</p>}
      <ul className="portal-missed-list">
        {names.map((name) => (
          <li key={name}>
            <Link to={"/tickets/$reference" as never} params={{ reference: name } as never} className="id">{name}</Link>
            {may("contest") && contested !== name && <button type="button" className="btn" aria-label={say("figures.contest_title", { ticket: name })} onClick={() => contest(name)}>{say("figures.contest")}</button>}
            {contested === name && <ContestForm ticket={name} row={row} close={() => contest(undefined)} />}
          </li>
        ))}
      </ul>
      {may("contest") && contested === undefined && <p><button type="button" className="link" onClick={() => contest("")}>{say("figures.whole")}</button></p>}
      {contested === "" && <ContestForm row={row} close={() => contest(undefined)} />}
    </section>
  );
}

export function WhyDialog({ row, period, close }: { row: Row; period: string; close: () => void }) {
  const say = useWords("portal", portal_words);
  const cell = row.cells.get(period);
  const query = { agreement: row.agreement, target: row.target, period, lang: language_now() };
  const read = useRead("figures", ["explanation", query], async () => ((await told(client.GET("/api/figures/explanation", { params: { query } }))) as unknown as Explanation).explanations);
  const when = /^\d{4}-\d{2}$/.test(period) ? capital(month_name(period)) : period;
  const sections = (read.data ?? []).flatMap((reason) => reason.children ?? []);
  return (
    <Dialog title={`${row.label || row.target} · ${when}`} close={close} wide>
      <div className="body portal-why">
        {cell && (
          <div className="portal-why-figure">
            <span className="kpi">{figure_text(row.unit, cell.value, share_decimals(row.metric))}</span>
            <div>
              {cell.attained !== null && <StateText sign={cell.attained ? "met" : "br"} />}
              <p className="s m">
                {cell.required !== undefined && say("figures.of_target", { value: figure_text("share", cell.required, share_decimals(row.metric)) })}
                {row.metric !== "availability" && ` · ${say("figures.counts", { met: cell.net.met, missed: cell.net.missed, excluded: cell.net.excluded })}`}
                {cell.is_small && ` · ${say("figures.small_why")}`}
              </p>
            </div>
          </div>
        )}
        {read.error && !read.data ? <ToldProblem error={read.error} again={() => void read.refetch()} /> : !read.data ? <Waiting label={say("loading")} rows={5} /> : (
          <>
            {sections.filter((section) => section.code !== "section_steps" || row.metric === "availability").map((section, index) => <Section key={index} reason={section} />)}
            <Tickets row={row} names={missed_in(read.data)} />
          </>
        )}
      </div>
    </Dialog>
  );
}
