// One party does not believe what was judged or recorded, and says why; the other one answers.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FormEvent } from "react";

import type { Schemas } from "../api/client";
import { client, once, told } from "../api/client";
import type { Clock } from "../part/clock_state";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { instant } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Event } from "../ticket/journal";
import { key_of } from "../ticket/account";
import { useCommitmentName } from "../ticket/lane_sides";
import { instant_of_local, local_of } from "../ticket/local_time";
import { page_words } from "../ticket/page_words";

type ToOpen = Schemas["DisputeToOpen"];
export type Contested = { reference: string; clocks: Clock[]; events: Event[]; chosen: string | undefined; priority: string };
const abouts = ["verdict", "pause", "event", "priority"] as const;
export const grounds = ["customer_caused", "third_party", "force_majeure", "planned_maintenance", "volume", "agreed"] as const;

type Typed = { about: (typeof abouts)[number]; clock: string; event: number; ground: (typeof grounds)[number]; value: string; at: string; never: boolean; motive: string };

function body_of(typed: Typed, contested: Contested): ToOpen {
  const { about, motive } = typed;
  const base: ToOpen = { about, motive, ticket: contested.reference };
  if (about === "priority") return { ...base, value: typed.value };
  if (about === "verdict") {
    const clock = contested.clocks.find((each) => key_of(each) === typed.clock);
    return { ...base, ground: typed.ground, ...(clock ? { agreement: clock.agreement, commitment: clock.commitment } : {}) };
  }
  const at = typed.never ? undefined : instant_of_local(typed.at);
  return { ...base, event: typed.event, ...(at ? { at } : {}) };
}

export function ContestDialog({ contested, close }: { contested: Contested; close: () => void }) {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const word = useVocabulary();
  const name_of = useCommitmentName();
  const queries = useQueryClient();
  const id = useId();
  const waits = contested.events.filter((event) => event.event === "awaiting");
  const first = (about: Typed["about"]): number => (about === "pause" ? waits[0] : contested.events[0])?.sequence ?? 0;
  const [typed, set_typed] = useState<Typed>({ about: "verdict", clock: contested.chosen ?? (contested.clocks[0] ? key_of(contested.clocks[0]) : ""), event: 0, ground: "customer_caused", value: contested.priority, at: "", never: false, motive: "" });
  const set = (more: Partial<Typed>): void => set_typed((before) => ({ ...before, ...more }));
  const choose = (event: number): void => set({ event, at: local_of(contested.events.find((each) => each.sequence === event)?.at ?? Date.now()) });
  const sending = useMutation({
    mutationFn: (body: ToOpen) => told(client.POST("/api/disputes", { params: { header: once() }, body })),
    onSuccess: (dispute) => {
      toast(say("contest.done", { reference: dispute.reference }));
      void queries.invalidateQueries({ queryKey: ["dispute"] });
      void queries.invalidateQueries({ queryKey: ["ticket"] });
      close();
    },
  });
  const listed = typed.about === "pause" ? waits : contested.events;
  const is_of_event = typed.about === "event" || typed.about === "pause";
  const submit = (event: FormEvent): void => { event.preventDefault(); sending.mutate(body_of(typed, contested)); };
  return (
    <Dialog title={`${say("contest.title")} · ${contested.reference}`} close={close}>
      <form onSubmit={submit}>
        <div className="body">
          <div className="field"><label htmlFor={`${id}a`}>{say("contest.about")}</label>
            <select name="about" id={`${id}a`} autoFocus data-autofocus value={typed.about} onChange={(event) => { const about = event.target.value as Typed["about"]; set({ about }); if (about === "event" || about === "pause") { const number = first(about); set({ about, event: number, at: local_of(contested.events.find((each) => each.sequence === number)?.at ?? Date.now()) }); } }}>
              {abouts.map((about) => <option key={about} value={about}>{capital(word("dispute_about", about))}</option>)}
            </select>
            <span className="hint prose">{say(`contest.consequence_${typed.about}`)}</span>
          </div>
          {typed.about === "verdict" && (
            <>
              <div className="field"><label htmlFor={`${id}c`}>{say("contest.commitment")}</label><select name="commitment" id={`${id}c`} value={typed.clock} onChange={(event) => set({ clock: event.target.value })}>{contested.clocks.map((clock) => <option key={key_of(clock)} value={key_of(clock)}>{`${clock.kind.toUpperCase()} ${name_of(clock)} · ${clock.agreement} · ${word("verdict", clock.verdict)}`}</option>)}</select></div>
              <div className="field"><label htmlFor={`${id}g`}>{say("contest.ground")}</label><select name="ground" id={`${id}g`} value={typed.ground} onChange={(event) => set({ ground: event.target.value as Typed["ground"] })}>{grounds.map((ground) => <option key={ground} value={ground}>{capital(word("exclusion_ground", ground))}</option>)}</select></div>
            </>
          )}
          {is_of_event && listed.length === 0 && <p className="note prose">{say("contest.no_event")}</p>}
          {is_of_event && listed.length > 0 && (
            <>
              <div className="field"><label htmlFor={`${id}e`}>{say("contest.event")}</label><select name="event" id={`${id}e`} value={typed.event} onChange={(event) => choose(Number(event.target.value))}>{listed.map((event) => <option key={event.sequence} value={event.sequence}>{`${event.sequence} · ${instant(event.at)} · ${word("event_word", event.event)} ${event.value}`}</option>)}</select></div>
              <div className="field"><label htmlFor={`${id}t`}>{say("contest.at")}</label><input name="at" id={`${id}t`} type="datetime-local" step="1" disabled={typed.never} value={typed.at} onChange={(event) => set({ at: event.target.value })} /></div>
              <label className="tk-check"><input type="checkbox" checked={typed.never} onChange={(event) => set({ never: event.target.checked })} /><span>{say("contest.never")}</span></label>
            </>
          )}
          {typed.about === "priority" && <div className="field"><label htmlFor={`${id}v`}>{say("contest.value")}</label><select name="value" id={`${id}v`} value={typed.value} onChange={(event) => set({ value: event.target.value })}>{["P1", "P2", "P3", "P4"].map((each) => <option key={each} value={each}>{each}</option>)}</select></div>}
          <div className="field"><label htmlFor={`${id}m`}>{say("contest.motive")}</label><textarea name="motive" id={`${id}m`} required maxLength={2000} value={typed.motive} onChange={(event) => set({ motive: event.target.value })} /></div>
          {sending.isError && <ToldInForm error={sending.error} />}
        </div>
        <div className="foot"><button type="button" className="btn" onClick={close}>{tell("cancel")}</button><button type="submit" className="btn pri" disabled={sending.isPending || (is_of_event && listed.length === 0)}>{say("contest.send")}</button></div>
      </form>
    </Dialog>
  );
}
