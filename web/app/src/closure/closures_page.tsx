// Which months wait to be closed, which are; one of them beside.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconLock, IconLockOpen2 } from "@tabler/icons-react";

import { months_between, rows_of, useAgreementHeads, useScorecard } from "../figure/scorecard";
import { usePartyName } from "../frame/known";
import { last_day_of, months_before, this_month, useScope } from "../frame/scope";
import { Empty } from "../part/empty";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { month as month_text } from "../words/format";
import { useWords } from "../words/words";
import type { Month } from "./closing";
import { months_of, useClosures } from "./closing";
import { MonthPanel } from "./month_panel";
import { closure_words } from "./words";
import "./closure.css";

type Asked = { agreement?: string; month?: string; open_only?: boolean };

function Cell({ month, is_selected, is_narrow, choose }: { month: Month; is_selected: boolean; is_narrow: boolean; choose: (month: Month) => void }) {
  const say = useWords("closure", closure_words);
  if (month.state === "none") return <span className="q" title={say("none")}>–</span>;
  const state = month.closure && month.closure.revision > 1 ? say("closed_again", { number: month.closure.revision }) : say(month.state);
  const label = say("cell", { agreement: month.agreement, month: month_text(month.month), state });
  return (
    <button type="button" className={`cl-cell ${month.state}`} aria-pressed={is_selected} aria-label={label} title={label} onClick={() => choose(month)}>
      {month.state === "closed" ? <><IconLock size={13} aria-hidden />{(month.closure?.revision ?? 1) > 1 ? `r${month.closure?.revision}` : ""}</> : is_narrow ? <IconLockOpen2 size={14} aria-hidden /> : say(month.state)}
    </button>
  );
}

function Board({ all, months, asked, choose }: { all: Month[]; months: string[]; asked: Asked; choose: (month: Month) => void }) {
  const say = useWords("closure", closure_words);
  const party = usePartyName();
  const agreements = [...new Set(all.map((each) => each.agreement))].filter((agreement) => !asked.open_only || all.some((each) => each.agreement === agreement && each.state === "open"));
  return (
    <div className="panel">
      <div className="scroll-x" role="region" aria-label={say("table")} tabIndex={0}>
        <table className="grid cl-table">
          <caption className="vh">{say("table")}</caption>
          <thead><tr><th scope="col">{say("agreement")}</th>{months.map((month) => <th key={month} scope="col" title={month_text(month)}>{month_text(month, "short")}</th>)}</tr></thead>
          <tbody>
            {agreements.map((agreement) => {
              const of_agreement = all.filter((each) => each.agreement === agreement);
              return (
                <tr key={agreement}>
                  <th scope="row" title={agreement}><span className="b">{party(of_agreement[0]?.customer)}</span> <span className="q s">{agreement}</span></th>
                  {of_agreement.map((each) => <td key={each.month}><Cell month={each} is_narrow={asked.month !== undefined} is_selected={asked.agreement === agreement && asked.month === each.month} choose={choose} /></td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <footer>{say("legend")}</footer>
    </div>
  );
}

export function ClosuresPage() {
  const say = useWords("closure", closure_words);
  const party = usePartyName();
  const navigate = useNavigate();
  const { customer, period } = useScope();
  const asked = useSearch({ strict: false }) as Asked;
  const ask = (change: Asked | Record<string, undefined>): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ...change }), replace: true } as never);
  const first = months_before(period, 11);
  const months = months_between(first, period);
  const card = useScorecard({ from: `${first}-01`, to: last_day_of(period) });
  const heads = useAgreementHeads();
  const closures = useClosures();
  const error = card.error ?? heads.error ?? closures.error;
  if (error) return <ToldProblem is_page error={error} again={() => { void card.refetch(); void heads.refetch(); void closures.refetch(); }} />;
  if (!card.data || !heads.data || !closures.data) return <Waiting rows={8} label={say("table")} />;
  const rows = rows_of(card.data, heads.data).filter((row) => !customer || row.customer === customer);
  const all = months_of(rows, closures.data, months, this_month());
  const open = all.filter((each) => each.state === "open").sort((a, b) => a.month.localeCompare(b.month));
  const next = open[0];
  const selected = asked.agreement && asked.month ? all.find((each) => each.agreement === asked.agreement && each.month === asked.month) : undefined;
  const message = next ? say("to_close", { count: open.length, customer: party(next.customer), month: month_text(next.month) }) : all.some((each) => each.state === "closed") ? say("all_closed") : say("nothing");
  return (
    <>
      <div className="headline">
        <h1>{message}</h1>
        {all.length > 0 && <label className="filter act"><input type="checkbox" checked={asked.open_only === true} onChange={(event) => ask({ open_only: event.target.checked || undefined } as Asked)} />{say("only_open")}</label>}
      </div>
      {all.length === 0 ? <Empty title={say("nothing")}>{say("nothing_why")}</Empty> : (
        <div className={`cl ${selected ? "with-panel" : ""}`}>
          <Board all={all} months={months} asked={asked} choose={(month) => ask({ agreement: month.agreement, month: month.month })} />
          {selected && <MonthPanel key={`${selected.agreement}${selected.month}`} month={selected} rows={rows} close={() => ask({ agreement: undefined, month: undefined })} />}
        </div>
      )}
    </>
  );
}
