// Says what was true: the event stays, its correction holds, with the reason. Both are shown.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FormEvent } from "react";

import type { Schemas } from "../api/client";
import { client, once, told } from "../api/client";
import { useParties } from "../frame/known";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { time_of_day } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import type { Event } from "./journal";
import { instant_of_local, local_of } from "./local_time";
import { page_words } from "./page_words";

type Correction = Schemas["Correction"];
type Typed = { at: string; party: string; team: string; value: string; retract: boolean; reason: string };

const typed_of = (event: Event | undefined): Typed => ({ at: event ? local_of(event.at) : "", party: event?.party ?? "", team: event?.team ?? "", value: event?.value ?? "", retract: false, reason: "" });

/** Only what differs from the event is said. */
function correction_of(event: Event, typed: Typed): Correction {
  const { reason } = typed;
  if (typed.retract) return { event: event.sequence, retract: true, reason };
  const at = typed.at === local_of(event.at) ? undefined : instant_of_local(typed.at);
  return {
    event: event.sequence, reason, ...(at ? { at } : {}),
    ...(typed.party !== event.party ? { party: typed.party } : {}), ...(typed.team !== event.team ? { team: typed.team } : {}), ...(typed.value !== event.value ? { value: typed.value } : {}),
  };
}

export function CorrectDialog({ reference, events, close }: { reference: string; events: Event[]; close: () => void }) {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const word = useVocabulary();
  const queries = useQueryClient();
  const id = useId();
  const [number, choose] = useState(events.at(-1)?.sequence ?? 0);
  const event = events.find((each) => each.sequence === number);
  const [typed, set] = useState<Typed>(typed_of(event));
  const { data: parties } = useParties();
  const body = event ? correction_of(event, typed) : undefined;
  const is_mute = !body || Object.keys(body).length < 3;
  const sending = useMutation({
    mutationFn: (correction: Correction) => told(client.POST("/api/tickets/{reference}/corrections", { params: { path: { reference }, header: once() }, body: correction })),
    onSuccess: () => { toast(say("correct.done")); void queries.invalidateQueries({ queryKey: ["ticket"] }); close(); },
  });
  const submit = (form: FormEvent): void => { form.preventDefault(); if (body && !is_mute) sending.mutate(body); };
  const text = (field: "party" | "team" | "value", list?: string) => (
    <div className="field"><label htmlFor={`${id}${field}`}>{say(`correct.${field}`)}</label><input name={field} id={`${id}${field}`} list={list} value={typed[field]} disabled={typed.retract} onChange={(change) => set({ ...typed, [field]: change.target.value })} /></div>
  );
  const can_move = event?.event === "assigned" || event?.event === "awaiting";
  return (
    <Dialog title={say("correct.title", { number })} close={close}>
      <form onSubmit={submit}>
        <div className="body">
          <p className="m prose">{say("correct.why")}</p>
          {events.length > 1 && (
            <div className="field"><label htmlFor={`${id}w`}>{say("correct.which")}</label>
              <select name="event" id={`${id}w`} autoFocus data-autofocus value={number} onChange={(change) => { const next = Number(change.target.value); choose(next); set(typed_of(events.find((each) => each.sequence === next))); }}>
                {events.map((each) => <option key={each.sequence} value={each.sequence}>{`${each.sequence} · ${time_of_day(each.at, true)} · ${word("event_word", each.event)} ${each.team || each.party || each.value}`}</option>)}
              </select>
            </div>
          )}
          <div className="field"><label htmlFor={`${id}a`}>{say("correct.at")}</label><input name="at" id={`${id}a`} type="datetime-local" step="1" value={typed.at} disabled={typed.retract} onChange={(change) => set({ ...typed, at: change.target.value })} /></div>
          {can_move && text("party", `${id}p`)}
          {can_move && text("team")}
          {event?.value !== "" && text("value")}
          <datalist id={`${id}p`}>{["provider", "customer", ...(parties ?? []).filter((party) => party.kind === "supplier").map((party) => party.name)].map((each) => <option key={each} value={each} />)}</datalist>
          {event?.event !== "opened" && <label className="tk-check"><input type="checkbox" checked={typed.retract} onChange={(change) => set({ ...typed, retract: change.target.checked })} /><span>{say("correct.retract")}</span></label>}
          <div className="field"><label htmlFor={`${id}r`}>{say("correct.reason")}</label><textarea name="reason" id={`${id}r`} required maxLength={2000} value={typed.reason} onChange={(change) => set({ ...typed, reason: change.target.value })} /></div>
          {is_mute && <p className="s q">{say("correct.mute")}</p>}
          {sending.isError && <ToldInForm error={sending.error} />}
        </div>
        <div className="foot"><button type="button" className="btn" onClick={close}>{tell("cancel")}</button><button type="submit" className="btn pri" disabled={is_mute || sending.isPending}>{say("correct.save")}</button></div>
      </form>
    </Dialog>
  );
}
