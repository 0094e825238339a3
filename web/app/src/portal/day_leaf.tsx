// A day as a leaf of a calendar: month, number, weekday.
import { day_parts } from "../words/format";

export function DayLeaf({ at }: { at: string }) {
  const parts = day_parts(at);
  return <span className="portal-leaf" aria-hidden><i>{parts.month}</i><b>{parts.number}</b><em>{parts.weekday}</em></span>;
}
