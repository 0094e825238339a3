// What the board does to the ticket that one is on.
import { useCallback } from "react";

import { toast } from "../part/toast";
import { useToldProblem } from "../part/told_problem";
import { useMe } from "../session/me";
import { give_back, take } from "../ticket/acts";
import { useWords } from "../words/words";
import type { Ticket } from "./bucket";
import { board_words } from "./words";

/** Takes a ticket, with a way back for ten seconds. */
export function useTake(again: () => void): (ticket: Ticket) => void {
  const say = useWords("board", board_words);
  const me = useMe();
  const told = useToldProblem();
  return useCallback((ticket: Ticket): void => {
    const { reference } = ticket;
    const refused = (error: unknown): void => { const { title, why } = told(error); toast(`${title} – ${why}`, { is_bad: true }); };
    const undo = (): void => void give_back(reference, ticket).then(() => { toast(say("undone", { reference })); again(); }, refused);
    // The team stays when it was ours.
    const team = ticket.holder === "provider" ? ticket.team : "";
    void take(reference, me.reference, team).then(() => { toast(say("taken", { reference }), { undo }); again(); }, refused);
  }, [say, me.reference, told, again]);
}
