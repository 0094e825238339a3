// All tickets: found, filtered, opened, and many acted on at once.
import { Link } from "@tanstack/react-router";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

import { useShortcuts } from "../frame/shortcuts";
import { Filters } from "../grid/filters";
import type { Asked } from "../grid/search";
import { useAsked } from "../grid/search";
import { useShape } from "../grid/shape";
import { ViewsMenu } from "../grid/tools";
import type { View } from "../grid/view";
import { Empty } from "../part/empty";
import { useMay } from "../session/me";
import { number } from "../words/format";
import { useWords } from "../words/words";
import { list_names, useTicketFilters } from "./tickets_filters";
import { TicketsList, useTickets } from "./tickets_list";
import { tickets_words } from "./tickets_words";
import "../grid/grid.css";

const settle_milliseconds = 250;

function Seek({ words, ask }: { words: string | undefined; ask: (change: Record<string, string | undefined>) => void }) {
  const say = useWords("tickets", tickets_words);
  const [typed, set_typed] = useState(words ?? "");
  const field = useRef<HTMLInputElement>(null);
  const given = useRef(words);
  useEffect(() => { if (words !== given.current) { given.current = words; set_typed(words ?? ""); } }, [words]);
  useEffect(() => {
    const wanted = typed.trim() || undefined;
    if (wanted === given.current) return undefined;
    const timer = setTimeout(() => { given.current = wanted; ask({ words: wanted }); }, settle_milliseconds);
    return () => clearTimeout(timer);
  }, [typed, ask]);
  useShortcuts({ "/": () => field.current?.focus() });
  return (
    <label className="gr-seek">
      <IconSearch size={14} aria-hidden />
      <input ref={field} type="search" value={typed} aria-label={say("seek")} placeholder={say("seek")} onChange={(event) => set_typed(event.target.value)} onKeyDown={(event) => { if (event.key === "Escape") event.currentTarget.blur(); }} />
      <kbd>/</kbd>
    </label>
  );
}

/** The page in one sentence: how many are open, and how many of them are late. */
function useMessage(asked: Asked, list: ReturnType<typeof useTickets>): string {
  const say = useWords("tickets", tickets_words);
  if (asked["shown"] === "all") return say("title_all");
  if (asked["shown"] === "ended") return say("title_ended");
  const { summary } = list;
  if (!summary) return list.total === undefined ? say("title_open") : say("open", { count: list.total });
  const late = summary.buckets.overdue.total;
  return `${say("open", { count: summary.open })}, ${late === 0 ? say("none_late") : say("late", { count: late, late: number(late) })}`;
}

export function TicketsPage() {
  const say = useWords("tickets", tickets_words);
  const may = useMay();
  const [asked, ask] = useAsked(list_names);
  const list = useTickets("tickets", asked);
  const shaped = useShape("tickets");
  const filters = useTicketFilters(list.rows, true);
  const message = useMessage(asked, list);
  const none = Object.fromEntries(list_names.map((name) => [name, undefined]));
  const is_filtered = Object.keys(asked).some((name) => name !== "order");
  const show = (view: View): void => {
    ask({ ...none, ...view.asked });
    if (view.shape) shaped[1](view.shape);
  };
  const create = may("write_tickets") && <Link className="btn pri" to={"/tickets/new" as never}><IconPlus size={14} aria-hidden />{say("create")}</Link>;
  const empty = is_filtered ? (
    <Empty title={say("empty")} acts={<button type="button" className="btn pri" onClick={() => ask(none)}>{say("title_open")}</button>}>{say("empty_why")}</Empty>
  ) : (
    <Empty title={say("none")} acts={<>{create}{may("run_imports") && <Link className="btn" to={"/imports" as never}>{say("import")}</Link>}</>}>{say("none_why")}</Empty>
  );
  return (
    <>
      <div className="gr-bar">
        <h1>{message}</h1>
        <span className="push flex gap2">
          <ViewsMenu grid="tickets" asked={asked} names={list_names} shape={shaped[0]} show={show} />
          {create}
        </span>
      </div>
      <TicketsList
        shaped={shaped} list={list} empty={empty}
        bar={<><Seek words={asked["words"]} ask={ask} /><Filters filters={filters} asked={asked} ask={ask} /></>}
      />
    </>
  );
}
