// What one was told: the unread first in mind, what is late said to be late, and a way to the thing itself.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { IconSettings } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { usePages, useRead } from "../api/queries";
import { usePartyName } from "../frame/known";
import { Empty } from "../part/empty";
import { StateText } from "../part/state";
import { now_once } from "../part/ticker";
import { toast } from "../part/toast";
import { ToldProblem, useToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useMe } from "../session/me";
import { day as day_name, instant_exact, instant_near, length, time_of_day } from "../words/format";
import { capital, useWords } from "../words/words";
import { Acknowledge } from "./acknowledge";
import { days_of } from "./days";
import { Preferences } from "./preferences";
import { notice_words } from "./words";
import "./notice.css";

export type Notice = Schemas["Notice"];

/** Where the thing that a notice is about is shown; none: it has no page. */
export function place_of(notice: Pick<Notice, "thing" | "subject">): { to: string; params?: Record<string, string> } | undefined {
  const reference = notice.subject.split("@")[0] ?? notice.subject;
  const pages: Partial<Record<Notice["thing"], string>> = { ticket: "/tickets/$reference", agreement: "/agreements/$reference", dispute: "/disputes/$reference" };
  const page = pages[notice.thing];
  if (page) return { to: page, params: { reference } };
  if (notice.thing === "outage" || notice.thing === "maintenance") return { to: "/outages" };
  return notice.thing === "closure" || notice.thing === "penalty" ? { to: "/closures" } : undefined;
}

function useReading() {
  const queries = useQueryClient();
  const why = useToldProblem();
  const say = useWords("notice", notice_words);
  const reread = (): void => void queries.invalidateQueries({ queryKey: ["notice"] });
  const try_it = async (act: () => Promise<unknown>, done?: string): Promise<void> => {
    try {
      await act();
      if (done) toast(done);
    } catch (error) {
      toast(why(error).why, { is_bad: true });
    }
    reread();
  };
  return {
    one: (reference: string) => try_it(() => told(client.POST("/api/notices/{reference}/read", { params: { path: { reference } } }))),
    all: () => try_it(() => told(client.POST("/api/me/read-notices")), say("read_done")),
    reread,
  };
}

function Facts({ notice }: { notice: Notice }) {
  const say = useWords("notice", notice_words);
  const name = usePartyName();
  const me = useMe();
  const now = now_once();
  return (
    <p className="s m notice-facts">
      {notice.late_seconds !== undefined && <span title={say("late_why", { when: instant_exact(notice.reached_at) })}><StateText sign="risk">{say("late", { length: length(notice.late_seconds) })}</StateText></span>}
      {notice.customer && <span>{name(notice.customer)}</span>}
      {notice.team && <span>{notice.team}</span>}
      {notice.due_at && <span title={instant_exact(notice.due_at)}>{say("due", { when: instant_near(notice.due_at, now) })}</span>}
      {notice.level > 1 && <span>{say("level", { level: notice.level })}</span>}
      {notice.is_urgent && <span>{say("urgent")}</span>}
      <span className="q">{say("rule", { rule: notice.rule })}</span>
      {notice.acknowledged_by && <StateText sign="met">{say("taken_by", { who: notice.acknowledged_by === me.reference ? me.name : notice.acknowledged_by, when: instant_near(notice.acknowledged_at ?? notice.made_at, now) })}</StateText>}
    </p>
  );
}

function One({ notice, read, take }: { notice: Notice; read: (reference: string) => void; take: (notice: Notice) => void }) {
  const say = useWords("notice", notice_words);
  const place = place_of(notice);
  const is_unread = notice.read_at === undefined;
  return (
    <li className={is_unread ? "notice-one unread" : "notice-one"}>
      <span className="notice-dot">{is_unread && <i role="img" aria-label={say("unread_mark")} />}</span>
      <div className="notice-text">
        <h3 className="t">
          {place ? <Link to={place.to as never} {...(place.params ? { params: place.params as never } : {})} onClick={() => is_unread && read(notice.reference)}>{notice.title}</Link> : notice.title}
        </h3>
        <p className="t prose">{notice.sentence}</p>
        <Facts notice={notice} />
      </div>
      <time className="s q nw" dateTime={notice.made_at} title={instant_exact(notice.made_at)}>{time_of_day(notice.made_at)}</time>
      <div className="notice-acts">
        {!notice.acknowledged_by && <button type="button" className="btn xs" onClick={() => take(notice)}>{say("take")}</button>}
        {is_unread && <button type="button" className="btn xs ghost" onClick={() => read(notice.reference)}>{say("read")}</button>}
      </div>
    </li>
  );
}

type Search = { shown?: string | undefined; panel?: string | undefined };

export function NoticesPage() {
  const say = useWords("notice", notice_words);
  const part = useWords("part", part_words);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const is_unread_only = search.shown === "unread";
  const set = (change: Search): void => void navigate({ to: ".", search: ((before: object) => ({ ...before, ...change })) as never });
  const reading = useReading();
  const [taken, take] = useState<Notice | undefined>();
  const unread = useRead("notice", ["unread"], (signal) => told(client.GET("/api/me/unread-notices", { signal })));
  const list = usePages<Notice>("notice", [is_unread_only], (cursor, signal) =>
    told(client.GET("/api/notices", { params: { query: { limit: 50, ...(is_unread_only ? { unread: true } : {}), ...(cursor ? { cursor } : {}) } }, signal })),
  );
  const notices = list.data?.pages.flatMap((page) => page.items) ?? [];
  const count = unread.data?.count;
  const message = count === undefined ? say("reading") : count > 0 ? say("unread", { count }) : say("none_unread");
  return (
    <>
      <div className="headline">
        <h1>{message}</h1>
        <div className="act">
          <div className="notice-which" role="group" aria-label={say("shown")}>
            <button type="button" aria-pressed={!is_unread_only} onClick={() => set({ shown: undefined })}>{say("all")}</button>
            <button type="button" aria-pressed={is_unread_only} onClick={() => set({ shown: "unread" })}>{say("only_unread")}</button>
          </div>
          {(count ?? 0) > 0 && <button type="button" className="btn" onClick={() => void reading.all()}>{say("read_all")}</button>}
          <button type="button" className="btn" aria-pressed={search.panel === "settings"} onClick={() => set({ panel: search.panel === "settings" ? (undefined) : "settings" })}><IconSettings size={15} aria-hidden />{say("settings")}</button>
        </div>
      </div>
      <div className={search.panel === "settings" ? "notice-two" : undefined}>
        <div className="panel">
          {list.error && !list.data ? <ToldProblem error={list.error} again={() => void list.refetch()} /> : list.isPending ? <div className="notice-pad"><Waiting rows={8} label={say("reading")} /></div> : notices.length === 0 ? (
            is_unread_only
              ? <Empty title={say("empty_unread")} acts={<button type="button" className="btn pri" onClick={() => set({ shown: undefined })}>{say("show_all")}</button>}>{say("empty_unread_why")}</Empty>
              : <Empty title={say("empty")} acts={<button type="button" className="btn pri" onClick={() => set({ panel: "settings" })}>{say("settings")}</button>}>{say("empty_why")}</Empty>
          ) : (
            <>
              {days_of(notices, now_once()).map((day) => (
                <section key={day.at} aria-label={day_name(day.at)}>
                  <h2 className="notice-day s q">{day.name === "other" ? capital(day_name(day.at)) : say(day.name)}</h2>
                  <ul>{day.notices.map((notice) => <One key={notice.reference} notice={notice} read={(reference) => void reading.one(reference)} take={take} />)}</ul>
                </section>
              ))}
              {list.hasNextPage && <footer><button type="button" className="btn" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{part("load_more")}</button></footer>}
            </>
          )}
        </div>
        {search.panel === "settings" && <Preferences close={() => set({ panel: undefined })} />}
      </div>
      {taken && <Acknowledge notice={taken} close={() => take(undefined)} done={reading.reread} />}
    </>
  );
}
