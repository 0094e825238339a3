// What was promised and what was done, month after month: the message first, the proof one press away.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";

import type { Row } from "../figure/scorecard";
import { months_between, rows_of, useAgreementHeads, useScorecard } from "../figure/scorecard";
import { usePartyName } from "../frame/known";
import { last_day_of, months_before, useScope } from "../frame/scope";
import { Empty } from "../part/empty";
import { Glyph } from "../part/glyph";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { difference, month as month_text } from "../words/format";
import { useWords } from "../words/words";
import { CellPanel } from "./cell_panel";
import type { Measure } from "./heat_table";
import { HeatTable, cell_key } from "./heat_table";
import type { Finding, Line } from "./lines";
import { csv_of, finding_of, is_below, lines_of, steps } from "./lines";
import { useRowName } from "./shown";
import { matrix_words } from "./words";
import "./matrix.css";

type Asked = { side?: Measure; kind?: "sla" | "ola" | "uc" | "all"; below?: boolean; folded?: string; cell?: string };

const measures: Measure[] = ["net", "gross", "claimed", "three"];
const kinds = ["sla", "ola", "uc", "all"] as const;

function useAsked(): [Asked, (change: Asked) => void] {
  const asked = useSearch({ strict: false }) as Asked;
  const navigate = useNavigate();
  return [asked, (change) => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ...change }), replace: true } as never)];
}

function useMessage(): (finding: Finding) => string {
  const say = useWords("matrix", matrix_words);
  const party = usePartyName();
  const row_name = useRowName();
  return (finding) => {
    if (finding.is === "nothing") return say("nothing");
    if (finding.is === "met") return say("all_met", { count: finding.count, month: month_text(finding.month) });
    const about = { target: row_name(finding.row), customer: party(finding.row.customer), month: month_text(finding.month) };
    if (finding.streak < 2) return say("missed_once", about);
    return say("missed_again", { ...about, nth: say(`nth.n${Math.min(finding.streak, 12)}` as "nth.n2") });
  };
}

function Head({ finding, period }: { finding: Finding; period: string }) {
  const say = useWords("matrix", matrix_words);
  const message = useMessage()(finding);
  return (
    <div className="headline">
      <h1>{message}</h1>
      {finding.is === "missed" && finding.others > 0 && <span className="t m">{say("others", { count: finding.others })}</span>}
      {finding.is !== "nothing" && finding.month !== period && <span className="t q">{say("latest", { month: month_text(finding.month) })}</span>}
    </div>
  );
}

function save_csv(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

function Tools(props: { has_kinds: boolean; asked: Asked; ask: (change: Asked) => void; customers: string[]; save: () => void }) {
  const say = useWords("matrix", matrix_words);
  const { asked, ask } = props;
  const all_folded = props.customers.length > 0 && (asked.folded ?? "").split(",").filter(Boolean).length >= props.customers.length;
  return (
    <div className="mx-tools">
      {props.has_kinds && <label className="filter">{say("kind")}
        <select value={asked.kind ?? "sla"} onChange={(event) => ask({ kind: event.target.value === "sla" ? undefined : event.target.value, cell: undefined } as Asked)}>
          {kinds.map((kind) => <option key={kind} value={kind}>{say(`kinds.${kind}`)}</option>)}
        </select>
      </label>}
      <label className="filter">{say("measure")}
        <select value={asked.side ?? "net"} onChange={(event) => ask({ side: event.target.value === "net" ? undefined : event.target.value } as Asked)}>
          {measures.map((side) => <option key={side} value={side}>{say(`side.${side}`)}</option>)}
        </select>
      </label>
      <label className="filter"><input type="checkbox" checked={asked.below === true} onChange={(event) => ask({ below: event.target.checked || undefined } as Asked)} />{say("below")}</label>
      <button type="button" className="btn xs ghost" onClick={() => ask({ folded: all_folded ? undefined : props.customers.join(",") } as Asked)}>{say(all_folded ? "expand" : "fold")}</button>
      <button type="button" className="btn xs push" title={say("csv_title")} onClick={props.save}><IconDownload size={14} aria-hidden />{say("csv")}</button>
    </div>
  );
}

function Legend() {
  const say = useWords("matrix", matrix_words);
  return (
    <div className="mx-legend">
      <span className="flex gap2">
        <span>{say("legend")}</span>
        <span className="mx-scale" aria-hidden>{steps.map((step) => <span key={step}>{difference(step, Number.isInteger(step) ? 0 : 1)}</span>)}{[1, 2, 3, 4, 5, 6, 7].map((tone) => <i key={tone} className={`t${tone}`} />)}</span>
        <span>{say("legend_points")}</span>
      </span>
      <span className="missed"><Glyph sign="br" />{say("legend_missed")}</span>
      <span>{say("legend_none")}</span><span>{say("legend_small")}</span><span>{say("legend_provisional")}</span>
    </div>
  );
}

/** Lines that are shown: those below their target if one asks, those of unfolded customers. */
function shown_lines(rows: Row[], months: string[], below: boolean, folded: ReadonlySet<string>): Line[] {
  const kept = below ? rows.filter((row) => lines_of([row]).some((line) => line.row && is_below(line, months))) : rows;
  return lines_of(kept).filter((line) => line.level === "customer" || !folded.has(line.customer));
}

const named_in = (row: Row, months: string[]): boolean => {
  const years = new Set(months.map((month) => month.slice(0, 4)));
  return [...row.cells.keys()].some((period) => (period.length === 7 && !/[QH]/.test(period) ? months.includes(period) : years.has(period.slice(0, 4))));
};

export function MatrixPage() {
  const say = useWords("matrix", matrix_words);
  const { customer, period } = useScope();
  const [asked, ask] = useAsked();
  const [at, move] = useState<string | undefined>();
  const first = months_before(period, 11);
  const months = months_between(first, period);
  const card = useScorecard({ from: `${first}-01`, to: last_day_of(period) });
  const heads = useAgreementHeads();
  if (card.error ?? heads.error) return <ToldProblem is_page error={card.error ?? heads.error} again={() => { void card.refetch(); void heads.refetch(); }} />;
  if (!card.data || !heads.data) return <Waiting rows={14} label={say("table")} />;
  const kind = asked.kind ?? "sla";
  const rows = rows_of(card.data, heads.data).filter((row) => (kind === "all" || row.kind === kind) && (!customer || row.customer === customer) && named_in(row, months));
  const folded = new Set((asked.folded ?? "").split(",").filter(Boolean));
  const lines = shown_lines(rows, months, asked.below === true, folded);
  const all = lines_of(rows);
  const selected = asked.cell;
  const [line_key, selected_period] = selected?.split("~~") ?? [];
  const selected_line = all.find((line) => line.key === line_key);
  const fold = (key: string): void => ask({ folded: (folded.has(key) ? [...folded].filter((each) => each !== key) : [...folded, key]).join(",") || undefined } as Asked);
  function close(): void {
    const key = selected;
    ask({ cell: undefined } as Asked);
    if (key) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus());
  }
  const start = selected ?? at ?? (lines[0] && cell_key(lines[0], period));
  return (
    <div className={`mx ${selected_line ? "with-panel" : ""}`}>
      <div className="mx-main">
        <Head finding={finding_of(rows, months)} period={period} />
        <Tools has_kinds={card.data.agreements.some((each) => each.kind !== "sla")} asked={asked} ask={ask} customers={[...new Set(rows.map((row) => row.customer))]} save={() => save_csv(csv_of(lines, months), `vigie-${period}.csv`)} />
        {rows.length === 0 ? <Empty title={say("nothing")}>{say("nothing_why")}</Empty>
          : lines.length === 0 ? <Empty title={say("no_rows")} acts={<button type="button" className="btn pri" onClick={() => ask({ below: undefined } as Asked)}>{say("show_all")}</button>}>{say("no_rows_why")}</Empty>
          : <HeatTable lines={lines} months={months} measure={asked.side ?? "net"} selected={selected} at={start} folded={folded} fold={fold} open={(cell) => ask({ cell })} move={move} close={close} />}
        <Legend />
      </div>
      {selected_line && selected_period && <CellPanel key={`${selected}`} card={card.data} line={selected_line} period={selected_period} months={months} close={close} open={(cell) => ask({ cell })} />}
    </div>
  );
}
