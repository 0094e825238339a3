import { day, time_of_day } from "../words/format";

/** Hours alone within a day; the day at its first hour. */
export function axis_text(at: number, by_day: boolean): string {
  const date = new Date(at);
  const is_midnight = date.getHours() === 0 && date.getMinutes() === 0;
  return by_day || is_midnight ? day(at) : time_of_day(at);
}
