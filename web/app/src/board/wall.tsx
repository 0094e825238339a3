// For a screen on a wall: few words, large, nothing to press.
import { IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";

import { useShortcuts } from "../frame/shortcuts";
import { useNow } from "../part/ticker";
import { number, time_of_day } from "../words/format";
import { useWords } from "../words/words";
import type { Count } from "./columns";
import type { BoardCustomer } from "./summary";
import type { ColumnName } from "./columns";
import { column_order } from "./columns";
import { board_words } from "./words";

const pixels_a_second = 24;

/** Scrolls down, waits, begins again; by pages for those who want no motion. */
function useAutoScroll() {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    let place = 0;
    let wait = 0;
    const timer = setInterval(() => {
      const box = list.current;
      if (!box || box.scrollHeight <= box.clientHeight) return;
      const last = box.scrollHeight - box.clientHeight;
      if (wait > 0) { wait -= 1; return; }
      if (place >= last) { place = 0; wait = still ? 0 : 60; } else place = Math.min(last, place + (still ? box.clientHeight : pixels_a_second / 20));
      if (place >= last && !still) wait = 80;
      box.scrollTop = place;
    }, still ? 8_000 : 50);
    return () => clearInterval(timer);
  }, []);
  return list;
}

/** What the wall covers is not walked through either. */
function useAlone(): void {
  useEffect(() => {
    const covered = [...document.querySelectorAll<HTMLElement>(".skip, .rail, .top")];
    for (const element of covered) element.inert = true;
    return () => { for (const element of covered) element.inert = false; };
  }, []);
}

function Time() {
  return <>{time_of_day(Math.floor(useNow() / 1_000) * 1_000)}</>;
}

type Props = { counts: Record<ColumnName, Count>; customers: readonly BoardCustomer[]; is_partial: boolean; leave: () => void };

export function Wall({ counts, customers, is_partial, leave }: Props) {
  const say = useWords("board", board_words);
  const list = useAutoScroll();
  useShortcuts({ Escape: leave });
  useAlone();
  return (
    <div className="bo-wall" role="region" aria-label={say("wall")}>
      <header>
        <h1>{say("title")}</h1><span className="push"><Time /></span>
        <button type="button" className="btn ghost icon" aria-label={say("leave_wall")} title={`${say("leave_wall")} (Esc)`} onClick={leave}><IconX size={24} aria-hidden /></button>
      </header>
      <dl>
        {column_order.map((name) => (
          <div key={name} className={counts[name].total === 0 ? "" : name === "overdue" ? "br" : name.startsWith("within") ? "soon" : ""}>
            <dt>{say(`bucket.${name}`)}</dt><dd>{counts[name].is_least ? say("count_least", { count: number(counts[name].total) }) : number(counts[name].total)}</dd>
          </div>
        ))}
      </dl>
      <div className="bo-wall-list" ref={list} tabIndex={0} role="region" aria-label={say("wall_customer")}>
        <table>
          <thead><tr><th scope="col">{say("wall_customer")}</th><th scope="col" className="num">{say("wall_overdue")}</th><th scope="col" className="num">{say("wall_risk")}</th><th scope="col" className="num">{say("wall_open")}</th></tr></thead>
          <tbody>
            {customers.map((each) => (
              <tr key={each.reference}>
                <th scope="row" className="el">{each.name}</th>
                <td className={each.overdue > 0 ? "num late" : "num"}>{number(each.overdue)}</td><td className={each.at_risk > 0 ? "num risk" : "num"}>{number(each.at_risk)}</td><td className="num">{number(each.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {is_partial && <p className="q t">{say("wall_read")}</p>}
      </div>
    </div>
  );
}
