// One column: how many, with whom, and the cards, the nearest limit first.
import { Fragment, useState } from "react";

import { Waiting } from "../part/waiting";
import { StateChip, StateText } from "../part/state";
import type { StateSign } from "../part/clock_state";
import { number } from "../words/format";
import { useWords } from "../words/words";
import type { Ticket } from "./bucket";
import type { CardProps } from "./card";
import { Card } from "./card";
import type { ColumnName, ColumnPages, Count } from "./columns";
import { board_words } from "./words";

const sign: Record<ColumnName, StateSign> = { overdue: "br", within_30_minutes: "risk", within_2_hours: "risk", today: "on", later: "on", paused: "pau" };
const holders = ["provider", "customer", "supplier", "third_party", "nobody"] as const;
/** Cards drawn at first, and more each time one asks. */
const at_once = 40;

export type ColumnView = {
  name: ColumnName; references: readonly string[]; tickets: ReadonlyMap<string, Ticket>; here: ReadonlySet<string>; count: Count; pages: ColumnPages;
  by_customer: boolean; fresh_count: number; release: () => void; hold: (name: ColumnName | undefined) => void;
  card: (ticket: Ticket) => Omit<CardProps, "is_gone">;
};

/** Customers in the order of their nearest limit. */
export function grouped(references: readonly string[], tickets: ReadonlyMap<string, Ticket>): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const reference of references) {
    const customer = tickets.get(reference)?.customer ?? "";
    const group = groups.get(customer);
    if (group) group.push(reference);
    else groups.set(customer, [reference]);
  }
  return [...groups];
}

export function BoardColumn(props: ColumnView) {
  const say = useWords("board", board_words);
  const [most, set_most] = useState(at_once);
  const { name, references, tickets, count, pages } = props;
  const shown = references.slice(0, most);
  const left = count.is_least ? references.length - shown.length : Math.max(0, count.total - shown.length);
  const is_more = references.length > shown.length || (pages.is_more && (count.is_least || left > 0));
  const groups: [string, readonly string[]][] = props.by_customer ? grouped(shown, tickets) : [["", shown]];
  const split = holders.filter((holder) => count.split[holder] > 0).map((holder) => say(`split.${holder}`, { count: number(count.split[holder]) }));
  const total = count.is_least ? say("count_least", { count: number(count.total) }) : number(count.total);
  const title = say(`bucket.${name}`);
  function more(): void {
    if (references.length <= most + at_once && pages.is_more) pages.more();
    set_most(most + at_once);
  }
  return (
    <section className="bo-col" aria-label={say("column_of", { name: title, count: total })} onPointerEnter={() => props.hold(name)} onPointerLeave={() => props.hold(undefined)}>
      <header>
        <h2 className="flex gap2">
          {name === "overdue" && count.total > 0 ? <StateChip sign="br">{title}</StateChip> : <StateText sign={sign[name]}>{title}</StateText>}
          <span className="push bo-count" title={count.is_least ? say("count_least_why", { count: number(count.total) }) : undefined}>{total}</span>
        </h2>
        <p className="s q el" title={split.join(" · ")}>{split.join(" · ") || "\u00a0"}</p>
      </header>
      {props.fresh_count > 0 && <button type="button" className="bo-fresh" onClick={props.release}>{say("fresh", { count: props.fresh_count })}</button>}
      <div className="bo-scroll">
        {pages.is_pending && references.length === 0 && <div className="bo-none"><Waiting rows={5} label={say("waiting")} /></div>}
        {!pages.is_pending && references.length === 0 && <p className="bo-none s q prose">{pages.is_more && count.total > 0 ? say("behind") : say(`none.${name}`)}</p>}
        {groups.map(([customer, group]) => {
          const cards = group.flatMap((reference) => {
            const ticket = tickets.get(reference);
            return ticket ? [<Card key={reference} {...props.card(ticket)} is_gone={!props.here.has(reference)} />] : [];
          });
          const first = tickets.get(group[0] ?? "");
          return (
            <Fragment key={customer}>
              {props.by_customer && first && <h3 className="bo-group s">{props.card(first).customer} <span className="q">{group.length}</span></h3>}
              {cards.length > 0 && <ul>{cards}</ul>}
            </Fragment>
          );
        })}
        {is_more && (
          <button type="button" className="bo-more" disabled={pages.is_reading} onClick={more}>{left > 0 && !count.is_least ? say("more", { count: number(left) }) : say("more_unknown")}</button>
        )}
      </div>
    </section>
  );
}
