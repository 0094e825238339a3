// Twelve months in a line: the target dashed, what was missed a cross, the month that runs a hollow point.
import "./trend.css";

export type TrendPoint = { label: string; value: number | undefined; is_missed: boolean; is_provisional?: boolean };

export function Sparkline({ points, target, label, width = 90, height = 24 }: { points: TrendPoint[]; target?: number; label: string; width?: number; height?: number }) {
  const values = points.flatMap((point) => (point.value === undefined ? [] : [point.value]));
  if (values.length < 2) return <span className="q">–</span>;
  const all = target === undefined ? values : [...values, target];
  const least = Math.min(...all), most = Math.max(...all);
  const x = (index: number): number => 2 + (index * (width - 6)) / Math.max(1, points.length - 1);
  const y = (value: number): number => height - 3 - ((value - least) * (height - 6)) / Math.max(1e-9, most - least);
  const line = points.flatMap((point, index) => (point.value === undefined ? [] : [`${x(index).toFixed(1)},${y(point.value).toFixed(1)}`]));
  const last = points.length - 1 - [...points].reverse().findIndex((point) => point.value !== undefined);
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {target !== undefined && <line className="target" x1="0" x2={width} y1={y(target)} y2={y(target)} />}
      <polyline className="line" points={line.join(" ")} />
      <circle className="dot" cx={x(last)} cy={y(points[last]?.value ?? 0)} r="2" />
    </svg>
  );
}
