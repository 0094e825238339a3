// A promise that breaks while one looks is said once, and rung when one wants that.
import { useEffect, useRef, useState } from "react";

import { useWords } from "../words/words";
import type { Ticket } from "./bucket";
import { ring } from "./sound";
import { board_words } from "./words";

/** Those that were ahead of their limit when last looked at, and are past it now. */
export const broken_since = (ahead_before: ReadonlySet<string>, overdue: readonly string[]): string[] =>
  overdue.filter((reference) => ahead_before.has(reference));

type Props = { overdue: readonly string[]; ahead: readonly string[]; tickets: ReadonlyMap<string, Ticket>; customer_of: (ticket: Ticket) => string; has_sound: boolean };

export function Breaches({ overdue, ahead, tickets, customer_of, has_sound }: Props) {
  const say = useWords("board", board_words);
  const before = useRef<ReadonlySet<string>>(new Set());
  const [said, set_said] = useState("");
  useEffect(() => {
    const broken = broken_since(before.current, overdue);
    before.current = new Set(ahead);
    if (broken.length === 0) return;
    if (has_sound) ring();
    const sentences = broken.slice(0, 3).flatMap((reference) => {
      const ticket = tickets.get(reference);
      return ticket ? [say("breach", { reference, title: ticket.title, customer: customer_of(ticket) })] : [];
    });
    set_said(sentences.join(". "));
  }, [overdue, ahead, tickets, customer_of, has_sound, say]);
  return <p className="vh" aria-live="polite">{said}</p>;
}
