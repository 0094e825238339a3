// A year in a line: the target dashed, a missed month a cross, the month that runs a hollow point.
import { month as month_name, percent } from "../words/format";
import { useWords } from "../words/words";
import { portal_words } from "./words";

export type MonthPoint = { month: string; value: number | undefined; required: number | undefined; attained: number; judged: number; is_provisional: boolean };

const width = 356, height = 104, left = 8, right = 268, top = 12, bottom = 78;

export function MonthTrend({ points }: { points: MonthPoint[] }) {
  const say = useWords("portal", portal_words);
  const there = points.flatMap((point, index) => (point.value === undefined ? [] : [{ ...point, value: point.value, index }]));
  if (there.length < 2) return <p className="s q portal-no-chart">{say("month.no_chart")}</p>;
  const target = [...points].reverse().find((point) => point.required !== undefined)?.required;
  const values = [...there.map((point) => point.value), ...(target === undefined ? [] : [target])];
  const least = Math.min(...values), span = Math.max(Math.max(...values) - least, 0.001);
  const x = (index: number): number => left + (index * (right - left)) / Math.max(1, points.length - 1);
  const y = (value: number): number => bottom - ((value - least) * (bottom - top)) / span;
  const label = say("month.chart", { points: there.map((point) => say("month.point", { month: month_name(point.month), value: percent(point.value) })).join(", ") });
  const named = [0, Math.floor((points.length - 1) / 2), points.length - 1];
  return (
    <svg className="portal-trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {target !== undefined && <><path className="tgt" d={`M${left} ${y(target)}H${right + 4}`} /><text className="ax" x={right + 10} y={y(target) + 4}>{say("month.target", { value: percent(target, 0) })}</text></>}
      <polyline className="ser" points={there.map((point) => `${x(point.index).toFixed(1)},${y(point.value).toFixed(1)}`).join(" ")} />
      {there.map((point) => {
        const at = `translate(${x(point.index).toFixed(1)} ${y(point.value).toFixed(1)})`;
        const is_missed = point.required !== undefined && point.value < point.required;
        if (is_missed) return <g key={point.month} transform={at}><circle className="halo" r="5.5" /><path className="cross" d="M-3 -3l6 6m0 -6l-6 6" /></g>;
        return point.index === points.length - 1 ? <circle key={point.month} className={point.is_provisional ? "dot hollow" : "dot"} r="3.5" transform={at} /> : null;
      })}
      {named.map((index, place) => <text key={index} className={`ax ${place === 0 ? "" : "c"}`} x={x(index)} y={height - 4}>{month_name(points[index]?.month ?? "", "short")}</text>)}
    </svg>
  );
}
