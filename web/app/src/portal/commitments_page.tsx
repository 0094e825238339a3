// Each commitment, month by month, against its target: the figures of the provider, and why each is what it is.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useRef } from "react";

import type { Cell, Row } from "../figure/scorecard";
import { months_between, rows_of, useAgreementHeads } from "../figure/scorecard";
import { months_before, this_month, useScope, useSetScope } from "../frame/scope";
import { Empty } from "../part/empty";
import { Glyph } from "../part/glyph";
import { StateText } from "../part/state";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { month as month_name } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { cell_from, cell_in, met_in, rows_for_customer, was_missed } from "./commitments";
import { figure_text, share_decimals } from "./figure_text";
import { useYear } from "./readings";
import { WhyDialog } from "./why_dialog";
import { portal_words } from "./words";
import "./portal.css";
import "./portal_pages.css";

function CellButton({ row, cell, month, open }: { row: Row; cell: Cell | undefined; month: string; open: () => void }) {
  const say = useWords("portal", portal_words);
  if (!cell) return <span>–</span>;
  const value = figure_text(row.unit, cell.value, share_decimals(row.metric));
  const state = cell.attained === null ? "unjudged" : cell.attained ? "met" : "missed";
  const notes = [cell.period === month ? "" : cell.period, cell.is_provisional ? say("figures.provisional") : "", cell.is_small ? say("figures.small") : ""].filter(Boolean).join(", ");
  return (
    <button type="button" className={state} onClick={open}>
      <i>{state !== "unjudged" && <Glyph sign={state === "met" ? "met" : "br"} />}{value}{cell.is_provisional && "*"}{cell.is_small && "°"}</i>
      {row.unit === "share" && row.metric !== "availability" && cell.net.measured > 0 && <em>{cell.net.met}/{cell.net.measured}</em>}
      <span className="vh">{[say("figures.cell", { label: row.label, month: month_name(month), state: say(`figures.${state}`) }), notes].filter(Boolean).join(", ")}</span>
    </button>
  );
}

function Matrix({ rows, months, open }: { rows: Row[]; months: string[]; open: (row: Row, period: string) => void }) {
  const say = useWords("portal", portal_words);
  const vocabulary = useVocabulary();
  const frame = useRef<HTMLDivElement>(null);
  // The month that one asks about is the last one: it is what a narrow screen shows first.
  useEffect(() => { if (frame.current) frame.current.scrollLeft = frame.current.scrollWidth; }, [months.at(-1)]);
  return (
    <div className="panel scroll-x" tabIndex={0} role="region" aria-label={say("figures.table")} ref={frame}>
      <table className="grid portal-figures">
        <thead><tr><th scope="col">{say("figures.commitment")}</th>{months.map((month) => <th key={month} scope="col" className="num" title={capital(month_name(month))}>{month_name(month, "short")}{month.endsWith("-01") || month === months[0] ? ` ${month.slice(2, 4)}` : ""}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => {
            const last = [...months].reverse().map((month) => cell_in(row, month)).find((cell) => cell?.required !== undefined);
            return (
              <tr key={`${row.agreement}${row.target}`}>
                <th scope="row"><span>{row.label || capital(vocabulary("metric", row.metric))}</span><small>{row.label && <i>{vocabulary("metric", row.metric)} · </i>}{last && say("figures.of_target", { value: figure_text("share", last.required, share_decimals(row.metric)) })}</small></th>
                {months.map((month) => {
                  const cell = cell_in(row, month);
                  return <td key={month} className="num"><CellButton row={row} cell={cell} month={month} open={() => open(row, cell?.period ?? month)} /></td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head({ rows, period }: { rows: Row[]; period: string }) {
  const say = useWords("portal", portal_words);
  const set_scope = useSetScope();
  const { met, judged, is_provisional } = met_in(rows, period);
  const month = capital(month_name(period));
  const message = judged === 0 ? say("figures.message_none", { month: month_name(period) }) : say(met === judged ? "figures.message_all" : "figures.message_met", { month, count: met, of: judged });
  const later = months_before(period, -1);
  const choose = (to: string): void => set_scope({ period: to === this_month() ? undefined : to });
  return (
    <div className="portal-head-line">
      <div>
        <h1 className="prose">{message}</h1>
        <p className="m prose">{is_provisional && `${say("figures.so_far")} `}{say("figures.same")}</p>
      </div>
      <div className="act push">
        <button type="button" className="btn icon" aria-label={say("figures.earlier")} onClick={() => choose(months_before(period, 1))}><IconChevronLeft size={16} aria-hidden /></button>
        <span className="b">{month}</span>
        <button type="button" className="btn icon" aria-label={say("figures.later")} disabled={later > this_month()} onClick={() => choose(later)}><IconChevronRight size={16} aria-hidden /></button>
      </div>
    </div>
  );
}

export function CommitmentsPage() {
  const say = useWords("portal", portal_words);
  const { period } = useScope();
  const year = useYear(period), heads = useAgreementHeads();
  const search = useSearch({ strict: false }) as { cell?: string; missed?: boolean };
  const navigate = useNavigate();
  const set = (more: Record<string, unknown>): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ...more }), replace: true } as never);
  const error = year.error ?? heads.error;
  if (error && !year.data) return <ToldProblem is_page error={error} again={() => { void year.refetch(); void heads.refetch(); }} />;
  if (!year.data || !heads.data) return <Waiting label={say("loading")} rows={10} />;
  const months = months_between(months_before(period, 11), period);
  const rows = rows_for_customer(rows_of(year.data, heads.data), months);
  const shown = search.missed ? rows.filter((row) => was_missed(row, months)) : rows;
  const looked = cell_from(search.cell);
  const row = looked && rows.find((each) => each.agreement === looked.agreement && each.target === looked.target);
  return (
    <>
      <Head rows={rows} period={period} />
      {rows.length === 0 ? <div className="panel"><Empty title={say("figures.none_title")} acts={<Link to={"/agreements" as never} className="btn pri">{say("figures.see")}</Link>}>{say("figures.none_why")}</Empty></div> : (
        <>
          <div className="portal-views"><button type="button" className="filter" aria-pressed={search.missed === true} onClick={() => set({ missed: search.missed ? undefined : true })}>{say("figures.only")}</button></div>
          {shown.length === 0 ? <p className="m">{say("figures.nothing_missed")}</p> : <Matrix rows={shown} months={months} open={(each, at) => set({ cell: `${each.agreement}/${each.target}/${at}` })} />}
          <p className="portal-legend"><StateText sign="met">{say("figures.met")}</StateText><StateText sign="br">{say("figures.missed")}</StateText><span>* {say("figures.provisional")}</span><span>° {say("figures.small")}</span></p>
        </>
      )}
      {row && looked && <WhyDialog row={row} period={looked.period} close={() => set({ cell: undefined })} />}
    </>
  );
}
