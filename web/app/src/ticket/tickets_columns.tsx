// What a ticket shows in a list.
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { MouseEvent } from "react";

import { told_clock } from "../board/bucket";
import type { Ticket } from "../board/bucket";
import { Left } from "../board/left";
import { useParties } from "../frame/known";
import type { Column } from "../grid/column";
import { HolderMark, holder_of, role_of, useHolderWord } from "../part/holder";
import { Priority } from "../part/priority";
import { useNow } from "../part/ticker";
import { instant_exact, instant_near } from "../words/format";
import { is_of_customer, useSession } from "../session/me";
import { capital, useVocabulary, useWords } from "../words/words";
import { tickets_words } from "./tickets_words";

const kinds = new Set(["incident", "request", "problem", "change"]);

/** Names of those who have the ball: a role in words, a company by its name, a team before both. */
export function useHolderNames() {
  const word_of = useHolderWord();
  const { data } = useParties();
  const { data: me } = useSession();
  const is_customer = me ? is_of_customer(me) : false;
  return useMemo(() => {
    const named = new Map((data ?? []).map((party) => [party.reference, party]));
    const kinds_of = new Map((data ?? []).flatMap((party) => [[party.name, party.kind], [party.reference, party.kind]] as const));
    const name_of = (holder: string): string => {
      const role = role_of(holder);
      return role ? word_of(role) : (named.get(holder)?.name ?? holder);
    };
    return {
      is_customer,
      party: (reference: string): string => named.get(reference)?.name ?? reference,
      holder: name_of,
      // Whose team it is matters to a customer, not which one; who is neither of both parties works for the provider.
      of: (ticket: Pick<Ticket, "holder" | "team">): string => (is_customer ? "" : ticket.team) || name_of(ticket.holder),
      mark: (holder: string) => (is_customer && role_of(holder) === undefined && !kinds_of.has(holder) ? "supp" : holder_of(holder, kinds_of)),
    };
  }, [word_of, data, is_customer]);
}
export type HolderNames = ReturnType<typeof useHolderNames>;

function Near({ at }: { at: string | undefined }) {
  // Days do not pass while a list is read: the minute is enough.
  const now = Math.floor(useNow() / 60_000) * 60_000;
  return at ? <span className="el" title={instant_exact(at)}>{instant_near(at, now)}</span> : <span className="q">–</span>;
}

export function useTicketColumns(): Column<Ticket>[] {
  const say = useWords("tickets", tickets_words);
  const word = useVocabulary();
  const names = useHolderNames();
  const navigate = useNavigate();
  return useMemo(() => {
    // A plain link: those of the router listen to each move of it, which is much for a thousand rows.
    const go = (event: MouseEvent, reference: string): void => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      void navigate({ to: "/tickets/$reference", params: { reference } } as never);
    };
    const kind = (text: string): string => (kinds.has(text) ? say(`kind.${text as "incident"}`) : capital(text));
    const text = (key: "title" | "site" | "team", width: number, more: Partial<Column<Ticket>> = {}): Column<Ticket> => ({
      key, title: say(`column.${key}`), width, ...more,
      cell: (row) => <span className={key === "title" ? "el b" : "el"} title={row[key]}>{row[key] || "–"}</span>,
    });
    const columns: Column<Ticket>[] = [
      { key: "left", title: say("column.left"), width: 128, cell: (row) => <Left clock={told_clock(row)} /> },
      {
        key: "reference", title: say("column.reference"), width: 104, is_name: true,
        cell: (row) => <a className="id" href={`/tickets/${row.reference}`} tabIndex={-1} onClick={(event) => go(event, row.reference)}>{row.reference}</a>,
      },
      { key: "priority", title: say("column.priority"), width: 44, cell: (row) => <Priority priority={row.priority} /> },
      text("title", 300),
      { key: "customer", title: say("column.customer"), width: 170, cell: (row) => <span className="el" title={names.party(row.customer)}>{names.party(row.customer)}</span> },
      { key: "service", title: say("column.service"), width: 150, cell: (row) => <span className="el" title={row.service}>{row.service || "–"}</span> },
      { key: "holder", title: say("column.holder"), width: 160, cell: (row) => <HolderMark holder={names.mark(row.holder)} name={names.of(row)} /> },
      { key: "phase", title: say("column.phase"), width: 100, cell: (row) => <span className="el">{capital(word("phase", row.phase))}</span> },
      { key: "opened", title: say("column.opened"), width: 110, cell: (row) => <Near at={row.opened_at} /> },
      { key: "due", title: say("column.due"), width: 110, is_extra: true, cell: (row) => <Near at={told_clock(row)?.due_at} /> },
      { key: "kind", title: say("column.kind"), width: 100, is_extra: true, cell: (row) => <span className="el">{kind(row.kind)}</span> },
      text("team", 140, { is_extra: true }), text("site", 140, { is_extra: true }),
      { key: "since", title: say("column.since"), width: 110, is_extra: true, cell: (row) => <Near at={row.since} /> },
    ];
    return names.is_customer ? columns.filter((column) => column.key !== "customer") : columns;
  }, [say, word, names, navigate]);
}
