// Notices by the day on which they were made, as the reader's clock tells days.
import type { Schemas } from "../api/client";

type Notice = Schemas["Notice"];
export type Day = { at: string; name: "today" | "yesterday" | "other"; notices: Notice[] };

export function days_of(notices: readonly Notice[], now: number): Day[] {
  const day = (at: string | number): string => new Date(at).toDateString();
  const names = new Map<string, Day["name"]>([[day(now - 86_400_000), "yesterday"], [day(now), "today"]]);
  const days: Day[] = [];
  for (const notice of notices) {
    const last = days[days.length - 1];
    if (last && day(last.at) === day(notice.made_at)) last.notices.push(notice);
    else days.push({ at: notice.made_at, name: names.get(day(notice.made_at)) ?? "other", notices: [notice] });
  }
  return days;
}
