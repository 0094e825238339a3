// The proof of a cell: what was counted, who missed, what was left out, what it costs.
import { Link } from "@tanstack/react-router";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";

import type { Cell, LedgerLine, Row, Scorecard, Side } from "../figure/scorecard";
import { unit_of, value_of } from "../figure/scorecard";
import { usePartyName } from "../frame/known";
import { part_words } from "../part/words";
import { StateChip } from "../part/state";
import { useMay } from "../session/me";
import { clock, difference, length, money, percent } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { DisputeDialog } from "./dispute_dialog";
import { Explanation } from "./explanation";
import { cell_key } from "./heat_table";
import type { Figure, Line, Slot } from "./lines";
import { figure_of, lines_of, slots_of } from "./lines";
import { MissedList, Exclusions } from "./missed_list";
import { MonthLine } from "./month_line";
import { full, useLineName, usePeriodName, useRowName } from "./shown";
import { matrix_words } from "./words";

type Props = { card: Scorecard; line: Line; period: string; months: string[]; close: () => void; open: (key: string) => void };

function Top({ line, slot, slots, close }: { line: Line; slot: Slot | undefined; slots: Slot[]; close: () => void }) {
  const say = useWords("matrix", matrix_words);
  const say_part = useWords("part", part_words);
  const party = usePartyName();
  const name = useLineName()(line);
  const period_name = usePeriodName();
  const figure = slot?.figure;
  const place = slot ? slots.findIndex((each) => each.period === slot.period) : -1;
  const before = slots.slice(0, Math.max(0, place)).reverse().find((each) => each.figure?.value !== undefined)?.figure;
  const points = (from: number | undefined, value: number | undefined): string | undefined =>
    from === undefined || value === undefined || figure?.unit !== "share" ? undefined : difference((value - from) * 100, figure.is_time ? 2 : 1);
  const gap = points(figure?.required, figure?.value), moved = points(before?.value, figure?.value);
  return (
    <header>
      <div>
        <h2 className="s q">{line.level === "customer" ? name : `${party(line.customer)} ▸ ${name}`} · {slot ? period_name(slot.period) : ""}{figure?.is_provisional ? "*" : ""}</h2>
        <div className="top-line">
          <span className={figure?.attained === false ? "kpi br" : "kpi"}>{figure?.value === undefined ? "–" : full(figure.value, figure.unit, figure.is_time, figure.required)}</span>
          {figure?.attained === false && <StateChip sign="br" />}{figure?.attained && <StateChip sign="met" />}
          <span className="s m">
            {figure?.required !== undefined && line.row && <>{say("panel.objective", { value: full(figure.required, "share", figure.is_time) })}<br /></>}
            {gap && <b>{say("panel.points", { value: gap })}</b>}{gap && moved ? ", " : ""}{moved && say("panel.since", { value: moved })}
          </span>
        </div>
      </div>
      <button type="button" className="btn xs icon ghost" aria-label={say_part("close")} onClick={close}><IconX size={14} aria-hidden /></button>
    </header>
  );
}

function Formula({ row, cell, figure }: { row: Row; cell: Cell; figure: Figure }) {
  const say = useWords("matrix", matrix_words);
  const vocabulary = useVocabulary();
  const last = cell.versions[cell.versions.length - 1];
  const { met, missed, measured } = figure.tally;
  const up = last?.period.availability;
  const text = (): string => {
    if (figure.value === undefined) return say("panel.nothing");
    if (up) return say("panel.availability", { observed: clock(up.committed.observed_seconds), observed2: clock(up.committed.observed_seconds), down: clock(up.committed.down_seconds), exact: percent(figure.value, 3) });
    if (row.unit !== "share") return say("panel.statistic", { statistic: capital(vocabulary("statistic", row.statistic)), count: measured, value: full(figure.value, figure.unit) });
    return say("panel.ratio", { met, met2: met, missed, exact: percent(figure.value, 2), shown: full(figure.value, "share", false, figure.required) });
  };
  const is_let_off = figure.is_small && figure.attained === true && figure.value !== undefined && figure.required !== undefined && row.unit === "share" && figure.value < figure.required;
  const late = cell.net.overdue_open, excluded = cell.net.excluded;
  return (
    <>
      <p className="fx">{text()}</p>
      <p className="s q">
        {say("panel.version")} {cell.versions.map((each) => <Link key={each.version} to={`/agreements/${row.agreement}` as never} search={((before: object) => ({ ...before, version: each.version, cell: undefined })) as never}>{row.agreement}@{each.version} </Link>)}
        {late > 0 && <>· {say("panel.open_late", { count: late })} </>}{excluded > 0 && <>· {say("panel.excluded", { count: excluded })}</>}
      </p>
      {figure.is_small && row.unit === "share" && <p className="s q">{say("panel.small", { points: (100 / measured).toFixed(0) })}</p>}
      {is_let_off && <p className="s">{say("panel.allowed")}</p>}
    </>
  );
}

/** What the server says of each side; of a statistic it tells the official one alone. */
function Three({ row, cell }: { row: Row; cell: Cell }) {
  const say = useWords("matrix", matrix_words);
  const last = cell.versions[cell.versions.length - 1]?.period;
  const part = (side: Side) => {
    const figure = figure_of(row, cell, side);
    const value = figure.value ?? (last ? value_of({ statistic: row.statistic }, last, side) : undefined);
    const down = last?.availability?.[side === "net" ? "committed" : side].down_seconds;
    return (
      <div className={side === "net" ? "off" : ""}>
        <dt>{say(`panel.${side}`)}</dt>
        <dd><b>{value === undefined ? "–" : full(value, unit_of(row), figure.is_time, cell.required)}</b><span className="q">{down !== undefined ? say("panel.down", { value: length(down) }) : `${figure.tally.met}/${figure.tally.measured}`}</span></dd>
      </div>
    );
  };
  return <dl className="mx-three">{part("gross")}{part("net")}{part("claimed")}</dl>;
}

function Penalties({ lines }: { lines: LedgerLine[] }) {
  const say = useWords("matrix", matrix_words);
  const vocabulary = useVocabulary();
  const period_name = usePeriodName();
  return (
    <section>
      <h3>{say("panel.penalty")}</h3>
      {lines.length === 0 ? <p className="t q">{say("panel.no_penalty")}</p> : lines.map((line, index) => (
        <div key={index} className="t">
          <p><b>{money(line.amount_minor, line.currency)}</b> · {vocabulary("penalty_state", line.state)} · {say("panel.clause", { clause: line.clause })}{line.due_in && <> · {say("panel.due_in", { period: period_name(line.due_in) })}</>}</p>
          <details><summary>{say("panel.detail")}</summary><ul className="mx-why">{line.lines.map((step, at) => <li key={at}>{step.text ?? step.code}</li>)}</ul></details>
        </div>
      ))}
    </section>
  );
}

function Parts({ line, slot, months, open }: { line: Line; slot: Slot; months: string[]; open: (key: string) => void }) {
  const say = useWords("matrix", matrix_words);
  const row_name = useRowName();
  const parts = lines_of(line.rows).flatMap((each) => {
    const found = each.row && slots_of(each, months, "net").find((one) => one.first === slot.first || one.period === slot.period);
    return each.row && found?.figure ? [{ line: each, row: each.row, found, figure: found.figure }] : [];
  });
  return (
    <section>
      <h3>{say("panel.parts")}</h3>
      <ul className="mx-list">
        {parts.map((each) => (
          <li key={each.line.key} className="plain-row">
            {each.figure.attained === false ? <StateChip sign="br" /> : each.figure.attained ? <StateChip sign="met" /> : <span className="chip plain">–</span>}
            <button type="button" className="link el plain" onClick={() => open(cell_key(each.line, each.found.period))}>{row_name(each.row)}</button>
            <span className="num">{each.figure.value === undefined ? "–" : full(each.figure.value, each.figure.unit, each.figure.is_time, each.figure.required)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proof({ card, row, cell, figure, name }: { card: Scorecard; row: Row; cell: Cell; figure: Figure; name: string }) {
  const say = useWords("matrix", matrix_words);
  const say_part = useWords("part", part_words);
  const may = useMay();
  const [asks_why, ask_why] = useState(false);
  const [disputed, dispute] = useState<string | undefined>();
  const periods = cell.versions.map((each) => each.period);
  const within = { from: periods[0]?.from ?? "", to: periods[periods.length - 1]?.to ?? "" };
  const agreements = card.agreements.filter((each) => each.id === row.agreement);
  const penalties = agreements.flatMap((each) => each.penalties).filter((line) => line.target === row.target && line.period === cell.period);
  return (
    <>
      <section>
        <h3>{say("panel.formula")}<button type="button" className="why plain push" aria-expanded={asks_why} onClick={() => ask_why(!asks_why)}>{say_part("why")}</button></h3>
        <Formula row={row} cell={cell} figure={figure} />
        <Three row={row} cell={cell} />
        {asks_why && <Explanation agreement={row.agreement} target={row.target} period={cell.period} />}
      </section>
      {row.metric !== "availability" && <MissedList row={row} cell={cell} within={within} dispute={may("contest") ? dispute : undefined} />}
      {may("read_disputes") && <Exclusions row={row} within={within} />}
      <Penalties lines={penalties} />
      <footer>
        {may("contest") && row.metric !== "availability" && <button type="button" className="btn pri" onClick={() => dispute("")}>{say("panel.dispute")}</button>}
        {may("close_periods") && <Link className="btn" to={"/closures" as never} search={((before: object) => ({ ...before, agreement: row.agreement, month: cell.period, cell: undefined })) as never}>{say("panel.closing")}</Link>}
      </footer>
      {disputed !== undefined && <DisputeDialog row={row} cell={cell} name={name} within={within} ticket={disputed} close={() => dispute(undefined)} />}
    </>
  );
}

export function CellPanel({ card, line, period, months, close, open }: Props) {
  const say = useWords("matrix", matrix_words);
  const name = useLineName()(line);
  const period_name = usePeriodName();
  const slots = slots_of(line, months, "net");
  const slot = slots.find((each) => each.period === period);
  const cell = line.row?.cells.get(period);
  return (
    <aside className="side mx-panel" aria-label={say("panel.label", { name })} onKeyDown={(event) => event.key === "Escape" && close()}>
      <Top line={line} slot={slot} slots={slots} close={close} />
      <section className="first"><MonthLine slots={slots} label={`${say("panel.history")} : ${name}`} name_of={(each) => period_name(each, "short")} /></section>
      {line.row && cell && slot?.figure ? <Proof card={card} row={line.row} cell={cell} figure={slot.figure} name={name} />
        : slot?.figure && !line.row ? <Parts line={line} slot={slot} months={months} open={open} />
        : <section><p className="t m">{say("panel.nothing")}</p></section>}
    </aside>
  );
}
