// Works on services: what comes and what was, as a list or as a month; calendars can take it.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";

import { useServiceName } from "../frame/known";
import { month_pattern, months_before } from "../frame/scope";
import { Empty } from "../part/empty";
import { ToldProblem } from "../part/told_problem";
import { now_once, useNow } from "../part/ticker";
import { toast } from "../part/toast";
import { Waiting } from "../part/waiting";
import { day, instant, length, month as month_name, time_of_day, weekday_names } from "../words/format";
import { capital, useWords } from "../words/words";
import { calendar_of, keep_file } from "./calendar_file";
import { DayLeaf } from "./day_leaf";
import { coming, is_running, of_month, past, weeks_of } from "./planned";
import type { Maintenance } from "./readings";
import { useMaintenance } from "./readings";
import { portal_words } from "./words";
import "./portal.css";
import "./portal_pages.css";

type Asked = { view?: "month"; month?: string };

function useKeep(): (works: readonly Maintenance[], file: string) => void {
  const say = useWords("portal", portal_words);
  return (works, file) => {
    const text = calendar_of(works, { name: say("schedule.name"), every: say("schedule.every"), host: window.location.hostname, at: new Date(now_once()).toISOString() });
    keep_file(file, text, "text/calendar");
    toast(say("schedule.kept", { file }));
  };
}

function Works({ title, works }: { title: string; works: readonly Maintenance[] }) {
  const say = useWords("portal", portal_words);
  const service_name = useServiceName();
  const now = useNow();
  const keep = useKeep();
  if (works.length === 0) return null;
  return (
    <section className="panel portal-works" aria-label={title}>
      <header><h2>{title}</h2><span className="s q">{works.length}</span></header>
      <ul className="portal-list">
        {works.map((work) => (
          <li key={work.reference} className={work.withdrawn ? "gone" : ""}>
            <DayLeaf at={work.starts_at} />
            <div>
              <b className="prose">{work.title}</b>
              <span>{day(work.starts_at)}, {time_of_day(work.starts_at)} – {time_of_day(work.ends_at)} · {length((Date.parse(work.ends_at) - Date.parse(work.starts_at)) / 1_000)}</span>
              <span>{(work.item && service_name(work.item)) || say("schedule.every")} · {work.reference}{work.announced_at ? ` · ${say("schedule.announced", { at: instant(work.announced_at) })}` : ""}</span>
            </div>
            {is_running(work, now) && <span className="chip risk">{say("schedule.running")}</span>}
            {work.withdrawn && <span className="chip plain">{say("schedule.withdrawn")}</span>}
            {!work.withdrawn && Date.parse(work.ends_at) > now && (
              <button type="button" className="btn icon" aria-label={say("schedule.ics_of", { title: work.title })} title={say("schedule.ics_of", { title: work.title })} onClick={() => keep([work], `${work.reference}.ics`)}><IconCalendarPlus size={16} aria-hidden /></button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function MonthView({ works, month, choose }: { works: readonly Maintenance[]; month: string; choose: (month: string) => void }) {
  const say = useWords("portal", portal_words);
  const now = useNow();
  const title = capital(month_name(month));
  return (
    <div className="panel portal-month-view">
      <header>
        <button type="button" className="btn ghost icon" aria-label={say("schedule.earlier")} onClick={() => choose(months_before(month, 1))}><IconChevronLeft size={16} aria-hidden /></button>
        <h2 aria-live="polite">{title}</h2>
        <button type="button" className="btn ghost icon" aria-label={say("schedule.later")} onClick={() => choose(months_before(month, -1))}><IconChevronRight size={16} aria-hidden /></button>
      </header>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={say("schedule.name")}>
        <table className="portal-calendar">
          <thead><tr>{weekday_names().map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {weeks_of(month, works).map((week) => (
              <tr key={week[0]?.from}>
                {week.map((one) => (
                  <td key={one.from} className={`${one.is_of_month ? "" : "beside"} ${one.from <= now && now < one.from + 86_400_000 ? "today" : ""}`}>
                    <b>{new Date(one.from).getDate()}</b>
                    {one.works.map((work) => <span key={work.reference} className="work prose" title={`${work.title}, ${instant(work.starts_at)} – ${instant(work.ends_at)}`}>{Date.parse(work.starts_at) >= one.from && `${time_of_day(work.starts_at)} `}{work.title}</span>)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

export function SchedulePage() {
  const say = useWords("portal", portal_words);
  const now = useNow();
  const keep = useKeep();
  const read = useMaintenance();
  const asked = useSearch({ strict: false }) as Asked;
  const navigate = useNavigate();
  const set = (more: Asked): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ...more }), replace: true } as never);
  if (read.error && !read.data) return <ToldProblem is_page error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Waiting label={say("loading")} rows={8} />;
  const next = coming(read.data, now);
  const first = next[0];
  const here = new Date(now);
  const month = asked.month && month_pattern.test(asked.month) ? asked.month : `${here.getFullYear()}-${String(here.getMonth() + 1).padStart(2, "0")}`;
  const in_months = asked.view === "month";
  return (
    <>
      <div className="portal-head-line">
        <h1 className="prose">{first ? say("schedule.message" as never, { count: next.length, day: day(first.starts_at) }) : say("schedule.message_none")}</h1>
        <div className="act">
          <div className="portal-views" role="group" aria-label={say("schedule.view")}>
            <button type="button" className="filter" aria-pressed={!in_months} onClick={() => set({ view: undefined as never })}>{say("schedule.list")}</button>
            <button type="button" className="filter" aria-pressed={in_months} onClick={() => set({ view: "month" })}>{say("schedule.month")}</button>
          </div>
          {next.length > 0 && <button type="button" className="btn" onClick={() => keep(next, "vigie-maintenance.ics")}><IconCalendarPlus size={16} aria-hidden />{say("schedule.ics")}</button>}
        </div>
      </div>
      {in_months && <><MonthView works={read.data} month={month} choose={(next_month) => set({ month: next_month })} /><Works title={capital(month_name(month))} works={of_month(read.data, month)} /></>}
      {!in_months && read.data.length === 0 && <div className="panel"><Empty title={say("schedule.none_title")} acts={<Link to="/" className="btn pri">{say("wait.home")}</Link>}>{say("schedule.none_why")}</Empty></div>}
      {!in_months && <><Works title={say("schedule.coming")} works={next} /><Works title={say("schedule.past")} works={past(read.data, now)} /></>}
    </>
  );
}
