// The table: the number is always printed, its tone is the distance to the target of its own row.
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";

import type { Side } from "../figure/scorecard";
import { Glyph } from "../part/glyph";
import { difference, month as month_text } from "../words/format";
import { useWords } from "../words/words";
import type { Figure, Line, Slot } from "./lines";
import { required_of, slots_of, tone_of, total_of } from "./lines";
import { bare, full, useLineName, usePeriodName } from "./shown";
import { matrix_words } from "./words";

export type Measure = Side | "three";
type Shown = {
  lines: Line[]; months: string[]; measure: Measure; selected: string | undefined; at: string | undefined;
  folded: ReadonlySet<string>; fold: (key: string) => void; open: (key: string) => void; move: (key: string) => void; close: () => void;
};

/** The address of a cell: its line and its period. */
export const cell_key = (line: Line, period: string): string => `${line.key}~~${period}`;

function useCellLabel(): (name: string, slot: Slot, figure: Figure | undefined) => string {
  const say = useWords("matrix", matrix_words);
  const period_name = usePeriodName();
  return (name, slot, figure) => {
    const value = figure?.value === undefined ? say("cell_none") : full(figure.value, figure.unit, figure.is_time, figure.required);
    const state = figure?.attained === false ? say("cell_missed") : figure?.attained ? say("cell_met") : "";
    const more = figure && [
      figure.judged_targets > 1 ? say("cell_sum", { met: figure.judged_targets - figure.missed_targets, judged: figure.judged_targets }) : "",
      figure.is_small ? say("cell_small", { count: figure.tally.measured }) : "", figure.is_provisional ? say("cell_provisional") : "",
    ].join("");
    return say("cell", { name, period: period_name(slot.period), value, state, more: more ?? "" });
  };
}

function Three({ line, slot, months }: { line: Line; slot: Slot; months: string[] }) {
  return (["net", "gross", "claimed"] as const).map((side) => {
    const figure = slots_of(line, months, side).find((each) => each.period === slot.period)?.figure;
    const text = figure?.value === undefined ? "–" : bare(figure.value, figure.unit, figure.is_time, figure.required);
    return side === "net" ? <b key={side}>{text}</b> : <small key={side}>{text}</small>;
  });
}

function HeatCell({ line, slot, row_number, shown, name }: { line: Line; slot: Slot; row_number: number; shown: Shown; name: string }) {
  const label = useCellLabel();
  const figure = slot.figure;
  const key = cell_key(line, slot.period);
  const tone = figure && tone_of(figure);
  const is_missed = figure?.attained === false && figure.value !== undefined;
  const names = ["hc", tone ? `t${tone}` : "none", figure?.is_small ? "small" : "", figure?.is_provisional ? "prov" : "", shown.selected === key ? "sel" : "", shown.measure === "three" && tone ? "three" : ""];
  const text = label(name, slot, figure);
  return (
    <td className={names.filter(Boolean).join(" ")} colSpan={slot.span}>
      <button type="button" data-row={row_number} data-month={slot.first} data-key={key} tabIndex={shown.at === key ? 0 : -1} aria-label={shown.measure === "three" ? undefined : text} aria-pressed={shown.selected === key} title={text} onClick={() => shown.open(key)} onFocus={() => shown.move(key)}>
        {figure?.value === undefined ? "–" : shown.measure === "three" ? <><span className="vh">{text} </span><Three line={line} slot={slot} months={shown.months} /></> : (
          <>{is_missed && <Glyph sign="br" />}<b>{bare(figure.value, figure.unit, figure.is_time, figure.required)}</b>{(figure.is_small || figure.is_provisional) && <sup>{figure.is_small ? "°" : ""}{figure.is_provisional ? "*" : ""}</sup>}</>
        )}
      </button>
    </td>
  );
}

function Ends({ shown, line, side }: { shown: Shown; line: Line; side: Side }) {
  const total = total_of(line, shown.months, side);
  const required = line.row ? required_of(line, shown.months) : undefined;
  const is_time = line.row?.metric === "availability";
  const gap = total.value === undefined || required === undefined ? undefined : (total.value - required) * 100;
  return (
    <>
      <td className="end year">{total.value === undefined ? "–" : bare(total.value, total.unit, is_time)}</td>
      <td className={gap !== undefined && gap < 0 ? "end down" : "end m"}>{gap === undefined ? "" : difference(gap, is_time ? 2 : 1)}</td>
      <td className="end q">{required === undefined ? "" : bare(required, "share", is_time)}</td>
    </>
  );
}

function HeatRow({ line, row_number, shown, is_deep }: { line: Line; row_number: number; shown: Shown; is_deep: boolean }) {
  const say = useWords("matrix", matrix_words);
  const name = useLineName()(line);
  const side: Side = shown.measure === "three" ? "net" : shown.measure;
  const is_at = shown.selected?.startsWith(`${line.key}~~`);
  const is_folded = shown.folded.has(line.key);
  return (
    <tr className={`${line.level} ${is_deep ? "deep" : ""} ${is_at ? "at" : ""}`}>
      <th scope="row">
        {line.level === "customer" ? (
          <button type="button" className="plain" aria-expanded={!is_folded} title={say(is_folded ? "unfold_it" : "fold_it", { name })} onClick={() => shown.fold(line.key)}>
            {is_folded ? <IconChevronRight size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}<span className="el">{name}</span>
          </button>
        ) : <span title={name}><span className="el">{name}</span></span>}
      </th>
      {slots_of(line, shown.months, side).map((slot) => <HeatCell key={slot.first} line={line} slot={slot} row_number={row_number} shown={shown} name={name} />)}
      <Ends shown={shown} line={line} side={side} />
    </tr>
  );
}

/** To the cell beside: by column within a row, by month between rows, since a quarter is wider. */
function neighbour(table: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const row = Number(from.dataset["row"]);
  const of_row = (at: number): HTMLElement[] => [...table.querySelectorAll<HTMLElement>(`[data-row="${at}"]`)];
  const mine = of_row(row);
  const place = mine.indexOf(from);
  if (key === "ArrowLeft") return mine[place - 1];
  if (key === "ArrowRight") return mine[place + 1];
  if (key === "Home") return mine[0];
  if (key === "End") return mine[mine.length - 1];
  const month = from.dataset["month"] ?? "";
  return of_row(row + (key === "ArrowDown" ? 1 : -1)).filter((cell) => (cell.dataset["month"] ?? "") <= month).pop();
}

export function HeatTable(shown: Shown) {
  const say = useWords("matrix", matrix_words);
  const years = [...new Set(shown.months.map((each) => each.slice(0, 4)))];
  const last = shown.months[shown.months.length - 1];
  const is_last_provisional = shown.lines.some((line) => line.row?.cells.get(last ?? "")?.is_provisional);
  function hear(event: KeyboardEvent<HTMLTableElement>): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-key]");
    if (event.key === "Escape") { shown.close(); return; }
    if (!cell || !/^(Arrow|Home$|End$)/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = neighbour(event.currentTarget, cell, event.key);
    next?.focus();
    if (next && shown.selected) shown.open(next.dataset["key"] ?? "");
  }
  const two_agreements = new Set(shown.lines.filter((line) => line.level === "agreement").map((line) => line.customer));
  return (
    <div className="mx-wrap scroll-x" role="region" aria-label={say("table")} tabIndex={0}>
      <table className="mx-table" onKeyDown={hear}>
        <caption className="vh">{say("table")}. {say("keys")}</caption>
        <colgroup><col className="mx-name" />{shown.months.map((month) => <col key={month} />)}<col className="mx-num" /><col className="mx-num" /><col className="mx-num" /></colgroup>
        <thead>
          <tr><td className="corner" />{years.map((year) => <th key={year} className="yr" scope="colgroup" colSpan={shown.months.filter((each) => each.startsWith(year)).length}>{year}</th>)}<td className="corner" colSpan={3} /></tr>
          <tr>
            <th scope="col"><span className="vh">{say("name")}</span></th>
            {shown.months.map((month) => <th key={month} scope="col" className={month === last ? "now" : ""}>{month_text(month, "short")}{month === last && is_last_provisional ? "*" : ""}</th>)}
            <th scope="col">{say("year")}</th><th scope="col">{say("gap")}</th><th scope="col">{say("target")}</th>
          </tr>
        </thead>
        <tbody>{shown.lines.map((line, index) => <HeatRow key={line.key} line={line} row_number={index} shown={shown} is_deep={line.level === "target" && two_agreements.has(line.customer)} />)}</tbody>
      </table>
    </div>
  );
}
