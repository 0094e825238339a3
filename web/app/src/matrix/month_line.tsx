// Twelve months of one line: the target dashed, what was missed a cross, what may still move a hollow point.
import type { Slot } from "./lines";

const width = 300, height = 60, left = 6;

export function MonthLine({ slots, label, name_of }: { slots: Slot[]; label: string; name_of: (period: string) => string }) {
  const told = slots.flatMap((slot, index) => (slot.figure?.value === undefined ? [] : [{ index, slot, figure: slot.figure, value: slot.figure.value }]));
  if (told.length < 2) return null;
  const required = told[told.length - 1]?.figure.required;
  const all = [...told.map((each) => each.value), ...(required === undefined ? [] : [required])];
  const least = Math.min(...all), most = Math.max(...all);
  const x = (index: number): number => left + (index * (width - 2 * left)) / Math.max(1, slots.length - 1);
  const y = (value: number): number => height - 8 - ((value - least) * (height - 18)) / Math.max(1e-9, most - least);
  return (
    <svg className="mx-line" width="100%" viewBox={`0 0 ${width + 60} ${height + 20}`} role="img" aria-label={label}>
      {required !== undefined && <path className="tgt" d={`M0 ${y(required)}H${width}`} />}
      <polyline className="ser" points={told.map((each) => `${x(each.index)},${y(each.value)}`).join(" ")} />
      {told.map((each) => {
        const at = `translate(${x(each.index)} ${y(each.value)})`;
        if (each.figure.attained === false) return <g key={each.index} transform={`${at} scale(.7) translate(-6 -6)`}><circle className="halo" cx="6" cy="6" r="7" /><path className="miss" d="m2.4 1.2 3.6 3.5 3.6-3.5 1.2 1.2L7.3 6l3.5 3.6-1.2 1.2L6 7.3l-3.6 3.5-1.2-1.2L4.7 6 1.2 2.4z" /></g>;
        return <circle key={each.index} className={each.figure.is_provisional ? "hollow" : "dot"} transform={at} r={each.figure.is_provisional ? 3 : 2.2} />;
      })}
      {slots.map((slot, index) => (index % 3 === 0 || index === slots.length - 1) && (slots.length - 1 - index === 0 || slots.length - 1 - index > 1)
        ? <text key={slot.first} className={`ax ${index === 0 ? "" : "c"}`} x={index === 0 ? 0 : x(index)} y={height + 16}>{name_of(slot.period)}</text> : null)}
    </svg>
  );
}
