// Twelve months: compliance against its target, the volume under it. Key `t` shows the same as a table.
import { IconChartLine, IconTable } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";

import { useShortcuts } from "../frame/shortcuts";
import { Empty } from "../part/empty";
import { Glyph } from "../part/glyph";
import { Panel } from "../part/panel";
import { month as month_name, number, percent } from "../words/format";
import { capital, useWords } from "../words/words";
import type { Sum } from "../figure/scorecard";
import type { Year } from "./year";
import { cut, is_missed } from "./year";
import { cockpit_words } from "./words";

const width = 308, left = 30, right = 54, top = 12, floor = 186, bars = 242, bar_most = 34;

/** From where the axis begins, in whole points, and how far its lines are apart. */
export function axis_of(sums: readonly Sum[]): { from: number; to: number; step: number } {
  const all = sums.flatMap((sum) => (sum.value === undefined ? [] : [sum.value, sum.required ?? sum.value])).map((share) => share * 100);
  const least = Math.min(...all), most = Math.max(...all);
  const step = [1, 2, 5, 10, 20, 25].find((each) => (Math.min(100, most) - least) / each <= 4) ?? 25;
  return { from: Math.max(0, Math.floor((least - step / 4) / step) * step), to: Math.min(100, Math.ceil((most + step / 4) / step) * step), step };
}

function Drawing({ year }: { year: Year }) {
  const say = useWords("cockpit", cockpit_words);
  const axis = axis_of(year.sums);
  const count = year.months.length;
  const x = (index: number): number => left + 8 + (index * (width - left - right - 16)) / Math.max(1, count - 1);
  const y = (share: number): number => floor - ((share * 100 - axis.from) * (floor - top)) / Math.max(1, axis.to - axis.from);
  const most = Math.max(1, ...year.sums.map((sum) => sum.tally.measured));
  const shown = year.sums.flatMap((sum, index) => (sum.value === undefined ? [] : [{ sum, index, value: sum.value }]));
  const last = shown[shown.length - 1];
  const target = shown.map(({ sum, index }) => `${x(index).toFixed(1)},${y(sum.required ?? 0).toFixed(1)}`).join(" ");
  const lines = Array.from({ length: Math.round((axis.to - axis.from) / axis.step) + 1 }, (_, index) => axis.from + index * axis.step);
  const text = shown.map(({ sum, index, value }) => say("year_month", { month: month_name(year.months[index] ?? "", "short"), value: percent(cut(value)), target: percent(cut(sum.required ?? 0)) }));
  /** The figure of the month before is written there: this one goes above. */
  const lies_on_another = (index: number): boolean => {
    const [before, now] = [year.sums[index - 1], year.sums[index]];
    return before?.value !== undefined && now?.value !== undefined && is_missed(before) && is_missed(now) && Math.abs(y(before.value) - y(now.value)) < 14;
  };
  const apart = last && Math.abs(y(last.value) - y(last.sum.required ?? 0)) < 13 ? (last.value >= (last.sum.required ?? 0) ? 1 : -1) : 0;
  return (
    <svg className="cockpit-year" viewBox={`0 0 ${width} 262`} role="img" aria-label={say("year_label", { text: text.join(", ") })}>
      {lines.map((each) => (
        <g key={each}><path className="gridl" d={`M${left} ${y(each / 100)}H${width - right}`} /><text className="ax e" x={left - 6} y={y(each / 100) + 4}>{number(each)}</text></g>
      ))}
      <polyline className="tgt" points={target} />
      {shown.slice(1).map((point, index) => {
        const before = shown[index];
        if (!before || before.index !== point.index - 1) return null;
        return <path key={point.index} className={point.sum.is_provisional ? "ser cockpit-dashed" : "ser"} d={`M${x(before.index)} ${y(before.value)}L${x(point.index)} ${y(point.value)}`} />;
      })}
      {shown.map(({ sum, index, value }) => <Point key={index} sum={sum} x={x(index)} y={y(value)} value={value} is_low={y(value) > floor - 18 || lies_on_another(index)} is_last={index === last?.index} />)}
      {last && (
        <>
          <text className="ax i" x={width - right + 6} y={y(last.value) + 4 - apart * 7}>{percent(cut(last.value))}</text>
          <text className="ax" x={width - right + 6} y={y(last.sum.required ?? 0) + 4 + apart * 7}>{say("target_short", { target: number(cut(last.sum.required ?? 0) * 100, 1) })}</text>
          <text className="ax i" x={width - right + 6} y={bars - 14}>{number(last.sum.tally.measured)}</text>
          <text className="ax" x={width - right + 6} y={bars}>{say("tickets")}</text>
        </>
      )}
      {year.sums.map((sum, index) => {
        const height = (bar_most * sum.tally.measured) / most;
        return <rect key={index} className={sum.is_provisional ? "cockpit-volume soft" : "cockpit-volume"} x={x(index) - 7} width="14" y={bars - height} height={height} rx="1" />;
      })}
      {year.months.map((each, index) => (
        <text key={each} className={index === count - 1 ? "ax c i" : "ax c"} x={x(index)} y={bars + 15}>
          {capital(month_name(each, "short")).charAt(0)}{year.sums[index]?.is_provisional ? "*" : ""}
        </text>
      ))}
    </svg>
  );
}

function Point({ sum, x, y, value, is_low, is_last }: { sum: Sum; x: number; y: number; value: number; is_low: boolean; is_last: boolean }) {
  if (is_missed(sum)) {
    return (
      <g className="cockpit-missed">
        <path d={`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`} />
        {!is_last && <text className="ax c" x={x} y={is_low ? y - 8 : y + 16}>{number(cut(value) * 100, 1)}</text>}
      </g>
    );
  }
  return <circle className={sum.is_provisional ? "cockpit-hollow" : "cockpit-dot"} cx={x} cy={y} r={sum.is_provisional ? 3 : 2} />;
}

function Twin({ year }: { year: Year }) {
  const say = useWords("cockpit", cockpit_words);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={say("table_of", { what: say("year") })}>
      <table className="grid compact cockpit-twin">
        <thead><tr><th>{say("col.month")}</th><th className="num">{say("col.value")}</th><th className="num">{say("col.target")}</th><th className="num">{say("col.missed")}</th><th className="num">{say("col.measured")}</th></tr></thead>
        <tbody>
          {year.months.map((each, index) => {
            const sum = year.sums[index];
            return (
              <tr key={each}>
                <td><Link to={"/matrix" as never} search={((before: object) => ({ ...before, period: each })) as never}>{month_name(each, "short")} {each.slice(2, 4)}{sum?.is_provisional ? "*" : ""}</Link></td>
                <td className="num">{sum?.value === undefined ? <span className="q">–</span> : <span className={is_missed(sum) ? "st br" : undefined}>{is_missed(sum) && <Glyph sign="br" />}{percent(cut(sum.value))}</span>}</td>
                <td className="num m">{sum?.required === undefined ? "–" : percent(cut(sum.required))}</td>
                <td className="num">{number(sum?.tally.missed ?? 0)}</td>
                <td className="num">{number(sum?.tally.measured ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function YearChart({ year }: { year: Year }) {
  const say = useWords("cockpit", cockpit_words);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { as?: string };
  const is_table = search.as === "table";
  const toggle = (): void => void navigate({ to: ".", search: ((before: object) => ({ ...before, as: is_table ? undefined : "table" })) as never, replace: true });
  useShortcuts({ t: toggle });
  const has_any = year.sums.some((sum) => sum.value !== undefined);
  const from = has_any ? axis_of(year.sums).from : 0;
  return (
    <Panel
      title={say("year")} className="cockpit-chart-panel" beside={has_any && !is_table ? say("axis", { from: percent(from / 100, 0) }) : undefined}
      acts={<button type="button" className="btn xs icon" title={say("toggle", { what: say(is_table ? "chart" : "table") })} aria-label={say(is_table ? "chart" : "table")} onClick={toggle}>{is_table ? <IconChartLine size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}</button>}
    >
      {!has_any ? <Empty title={say("year_none")}>{say("year_none_why")}</Empty> : is_table ? <Twin year={year} /> : <div className="cockpit-chart"><Drawing year={year} /></div>}
    </Panel>
  );
}
