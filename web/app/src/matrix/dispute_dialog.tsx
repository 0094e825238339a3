// Asking that a ticket count no more, from the cell that it weighs on.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";

import type { Schemas } from "../api/client";
import { client, once, told } from "../api/client";
import type { Cell, Row } from "../figure/scorecard";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { capital, useVocabulary, useWords } from "../words/words";
import { usePeriodName } from "./shown";
import { is_within, useVerdicts } from "./verdicts";
import { matrix_words } from "./words";

const grounds = ["force_majeure", "planned_maintenance", "customer_caused", "third_party", "volume", "agreed"] as const;
type Ground = (typeof grounds)[number];
type Props = { row: Row; cell: Cell; name: string; within: { from: string; to: string }; ticket: string; close: () => void };

function useAsking(row: Row, close: () => void) {
  const say = useWords("matrix", matrix_words);
  const queries = useQueryClient();
  const again = (): void => { for (const room of ["dispute", "figures"]) void queries.invalidateQueries({ queryKey: [room] }); };
  return useMutation({
    mutationFn: (asked: { ticket: string; ground: Ground; motive: string }): Promise<Schemas["Dispute"]> =>
      told(client.POST("/api/disputes", { params: { header: once() }, body: { about: "verdict", agreement: row.agreement, commitment: row.target, ...asked } } as never)),
    onSuccess: (dispute, asked) => {
      again();
      close();
      const take_back = (): void => void told(client.POST("/api/disputes/{reference}/answers", {
        params: { path: { reference: dispute.reference }, header: once() }, body: { answer: "withdrawn", motive: say("form.taken_back") },
      } as never)).then(again);
      toast(say("form.sent", { ticket: asked.ticket, reference: dispute.reference }), { undo: take_back });
    },
  });
}

export function DisputeDialog({ row, cell, name, within, ticket: given, close }: Props) {
  const say = useWords("matrix", matrix_words);
  const say_part = useWords("part", part_words);
  const vocabulary = useVocabulary();
  const period_name = usePeriodName();
  const verdicts = useVerdicts(row.agreement);
  const tickets = (verdicts.data ?? []).filter((each) => each.target === row.target && is_within(each, within.from, within.to));
  const first = tickets.find((each) => each.verdict === "breached")?.ticket ?? tickets[0]?.ticket ?? "";
  const [ticket, set_ticket] = useState(given);
  const [ground, set_ground] = useState<Ground>("customer_caused");
  const [motive, set_motive] = useState("");
  const [is_wrong, set_wrong] = useState(false);
  const asking = useAsking(row, close);
  function send(event: FormEvent): void {
    event.preventDefault();
    set_wrong(motive.trim().length < 3);
    if (motive.trim().length >= 3) asking.mutate({ ticket: ticket || first, ground, motive: motive.trim() });
  }
  return (
    <Dialog title={say("form.title")} close={close}>
      <form onSubmit={send} noValidate>
        <div className="body">
          <p className="t m prose">{say("form.intro", { name, period: period_name(cell.period) })}</p>
          <div className="field">
            <label htmlFor="mx-ticket">{say("form.ticket")}</label>
            <input name="ticket" id="mx-ticket" list="mx-tickets" value={ticket || first} onChange={(event) => set_ticket(event.target.value)} required aria-describedby="mx-ticket-hint" />
            <datalist id="mx-tickets">{tickets.map((each) => <option key={`${each.ticket}${each.cycle}`} value={each.ticket}>{vocabulary("verdict", each.verdict)}</option>)}</datalist>
            <span className="hint" id="mx-ticket-hint">{say("form.ticket_hint")}</span>
          </div>
          <div className="field">
            <label htmlFor="mx-ground">{say("form.ground")}</label>
            <select name="ground" id="mx-ground" value={ground} onChange={(event) => set_ground(event.target.value as Ground)}>{grounds.map((each) => <option key={each} value={each}>{capital(vocabulary("exclusion_ground", each))}</option>)}</select>
          </div>
          <div className="field">
            <label htmlFor="mx-motive">{say("form.motive")}</label>
            <textarea name="motive" id="mx-motive" value={motive} onChange={(event) => set_motive(event.target.value)} aria-invalid={is_wrong} aria-describedby="mx-motive-hint" />
            {is_wrong && <span className="wrong" role="alert">{say("form.motive_wrong")}</span>}
            <span className="hint prose" id="mx-motive-hint">{say("form.motive_hint")}</span>
          </div>
          {asking.error && <ToldInForm error={asking.error} />}
        </div>
        <footer className="foot"><button type="button" className="btn" onClick={close}>{say_part("cancel")}</button><button type="submit" className="btn pri" disabled={asking.isPending}>{say("form.send")}</button></footer>
      </form>
    </Dialog>
  );
}
