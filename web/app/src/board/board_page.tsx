// Every clock that runs, in columns of time left: what breaks next, and who has the ball.
import { Link } from "@tanstack/react-router";
import { IconChevronDown, IconMaximize, IconVolume, IconVolumeOff } from "@tabler/icons-react";
import { useState } from "react";

import { useScope } from "../frame/scope";
import { Pop } from "../frame/pop";
import { Filters } from "../grid/filters";
import type { Asked } from "../grid/search";
import { useAsked } from "../grid/search";
import { useShape } from "../grid/shape";
import { ViewsMenu } from "../grid/tools";
import { Empty } from "../part/empty";
import { number } from "../words/format";
import { useWords } from "../words/words";
import { filter_names, useTicketFilters } from "../ticket/tickets_filters";
import { TicketsList, useTickets } from "../ticket/tickets_list";
import { Breaches } from "./breaches";
import { BoardColumns } from "./board_columns";
import { keep_sound, ring, sound_on } from "./sound";
import type { BoardReading } from "./reading";
import { useReading } from "./reading";
import { Strip } from "./strip";
import { Wall } from "./wall";
import { board_words } from "./words";
import "../grid/grid.css";
import "./board.css";

/** What makes columns is not asked again in filters. */
const own_filters: readonly string[] = ["overdue", "due_within_minutes", "part_of"];
const board_filters = filter_names.filter((name) => !own_filters.includes(name));
const board_names = [...board_filters, "as", "group", "wall", "later"];

function Group({ by_customer, ask }: { by_customer: boolean; ask: (change: Record<string, string | undefined>) => void }) {
  const say = useWords("board", board_words);
  return (
    <span className="gr-chip">
      <Pop className="open" button={<>{say("group")} <b>{say(by_customer ? "group_customer" : "group_none")}</b><IconChevronDown size={12} aria-hidden /></>}>
        {(close) => (
          <>
            <button type="button" aria-pressed={!by_customer} onClick={() => { ask({ group: undefined }); close(); }}>{say("group_none")}</button>
            <button type="button" aria-pressed={by_customer} onClick={() => { ask({ group: "customer" }); close(); }}>{say("group_customer")}</button>
          </>
        )}
      </Pop>
    </span>
  );
}

type HeadProps = { asked: Asked; filter: Asked; ask: (change: Record<string, string | undefined>) => void; reading: BoardReading; has_sound: boolean; set_sound: (on: boolean) => void };

function Head({ asked, filter, ask, reading, has_sound, set_sound }: HeadProps) {
  const say = useWords("board", board_words);
  const filters = useTicketFilters(reading.all, false).filter((each) => !own_filters.includes(each.key));
  const is_table = asked["as"] === "table";
  function wall(): void {
    ask({ wall: "true" });
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }
  return (
    <div className="bo-head">
      <h1>{say("title")}</h1>
      {reading.open !== undefined && <span className="q t">{number(reading.open)}</span>}
      <ViewsMenu grid="board" asked={asked} names={board_names} show={(view) => ask({ ...Object.fromEntries(board_names.map((name) => [name, undefined])), ...view.asked })} />
      {!is_table && <Group by_customer={asked["group"] === "customer"} ask={ask} />}
      <Filters filters={filters} asked={filter} ask={ask} />
      <span className="push flex gap2">
        <span className="bo-seg" role="group" aria-label={say("display")}>
          <button type="button" aria-pressed={!is_table} onClick={() => ask({ as: undefined })}>{say("columns")}</button>
          <button type="button" aria-pressed={is_table} onClick={() => ask({ as: "table" })}>{say("table")}</button>
        </span>
        <button type="button" className="btn" aria-pressed={has_sound} title={say("sound_why")} onClick={() => { if (!has_sound) ring(); set_sound(!has_sound); }}>
          {has_sound ? <IconVolume size={16} aria-hidden /> : <IconVolumeOff size={16} aria-hidden />}{say(has_sound ? "sound_on" : "sound_off")}
        </button>
        <button type="button" className="btn" onClick={wall}><IconMaximize size={16} aria-hidden />{say("wall")}</button>
      </span>
    </div>
  );
}

function NoClock({ is_filtered, clear }: { is_filtered: boolean; clear: () => void }) {
  const say = useWords("board", board_words);
  if (is_filtered) return <Empty title={say("empty_filtered")} acts={<button type="button" className="btn pri" onClick={clear}>{say("clear")}</button>} />;
  return <Empty title={say("empty")} acts={<Link className="btn pri" to={"/tickets" as never}>{say("tickets")}</Link>}>{say("empty_why")}</Empty>;
}

function Table({ filter, clear }: { filter: Asked; clear: () => void }) {
  const list = useTickets("board", filter);
  return <TicketsList shaped={useShape("board")} list={list} empty={<NoClock is_filtered={Object.keys(filter).length > 0} clear={clear} />} />;
}

const pick = (asked: Asked, names: readonly string[]): Asked => Object.fromEntries(Object.entries(asked).filter(([name]) => names.includes(name)));

export function BoardPage() {
  const { customer } = useScope();
  const [asked, ask] = useAsked(board_names);
  const filter = pick(asked, board_filters);
  const [has_sound, set_has_sound] = useState(sound_on);
  const reading = useReading(JSON.stringify(filter), customer, asked["later"]);
  const { layout, tickets } = reading;
  const clear = (): void => ask(Object.fromEntries(board_filters.map((name) => [name, undefined])));
  const leave = (): void => { ask({ wall: undefined }); if (document.fullscreenElement) void document.exitFullscreen(); };
  if (asked["wall"] === "true") return <Wall counts={reading.counts} customers={reading.customers} is_partial={reading.is_partial} leave={leave} />;
  return (
    <div className="bo">
      <Head asked={asked} filter={filter} ask={ask} reading={reading} has_sound={has_sound} set_sound={(on) => { keep_sound(on); set_has_sound(on); }} />
      {asked["as"] === "table" ? <Table filter={filter} clear={clear} /> : (
        <>
          <Strip tickets={reading.all} ends={reading.ends} read_until={reading.read_until} />
          <BoardColumns reading={reading} by_customer={asked["group"] === "customer"} ask={ask} empty={<NoClock is_filtered={Object.keys(filter).length > 0} clear={clear} />} />
        </>
      )}
      <Breaches overdue={layout.overdue} ahead={reading.ahead} tickets={tickets} customer_of={reading.customer_of} has_sound={has_sound} />
    </div>
  );
}
