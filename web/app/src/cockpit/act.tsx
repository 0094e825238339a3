// The one verb of a row: what it records, and the way back.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { Schemas } from "../api/client";
import { client, once, told } from "../api/client";
import { usePartyName } from "../frame/known";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm, useToldProblem } from "../part/told_problem";
import { part_words } from "../part/words";
import { useMe } from "../session/me";
import { useWords } from "../words/words";
import type { Ticket, Verb } from "./urgent";
import { awaits_response } from "./urgent";
import { cockpit_words } from "./words";

type Event = Schemas["EventToRecord"];

const record = (reference: string, body: Event): Promise<Ticket> =>
  told(client.POST("/api/tickets/{reference}/events", { params: { path: { reference }, header: once() }, body }));

const take_back = (reference: string, event: number, reason: string): Promise<unknown> =>
  told(client.POST("/api/tickets/{reference}/corrections", { params: { path: { reference }, header: once() }, body: { event, reason, retract: true } }));

/** What a verb records: one thing or two, in order. */
export function events_of(verb: Verb, ticket: Ticket, text: string, me: string): Event[] {
  if (verb === "take") {
    const taken: Event = { event: "assigned", party: "provider", person: me, ...(ticket.team ? { team: ticket.team } : {}) };
    return awaits_response(ticket) ? [{ event: "acknowledged" }, taken] : [taken];
  }
  if (verb === "assign") return [{ event: "assigned", party: "provider", team: text }];
  return [{ event: "requested", party: ticket.holder, value: text }];
}

function useAct(ticket: Ticket, verb: Verb) {
  const say = useWords("cockpit", cockpit_words);
  const me = useMe();
  const queries = useQueryClient();
  const why = useToldProblem();
  const reread = (): void => void queries.invalidateQueries({ queryKey: ["ticket"] });
  const undo = async (events: readonly number[]): Promise<void> => {
    try {
      for (const event of [...events].reverse()) await take_back(ticket.reference, event, say("undo_reason"));
      toast(say("undone", { reference: ticket.reference }));
    } catch (error) {
      toast(why(error).why, { is_bad: true });
    }
    reread();
  };
  return async (text: string): Promise<void> => {
    const recorded: number[] = [];
    // The last thing recorded bears the number that the ticket's version now is.
    for (const event of events_of(verb, ticket, text, me.reference)) recorded.push((await record(ticket.reference, event)).version);
    reread();
    toast(say(`verb_done.${verb}`, { reference: ticket.reference, team: text }), { undo: () => void undo(recorded) });
  };
}

function ActDialog({ ticket, verb, teams, close }: { ticket: Ticket; verb: Verb; teams: readonly string[]; close: () => void }) {
  const say = useWords("cockpit", cockpit_words);
  const part = useWords("part", part_words);
  const name = usePartyName();
  const act = useAct(ticket, verb);
  const [text, set_text] = useState("");
  const [state, set_state] = useState<{ is_busy: boolean; error?: unknown; is_empty?: boolean }>({ is_busy: false });
  const send = async (): Promise<void> => {
    if (text.trim() === "") { set_state({ is_busy: false, is_empty: true }); return; }
    set_state({ is_busy: true });
    try {
      await act(text.trim());
      close();
    } catch (error) {
      set_state({ is_busy: false, error });
    }
  };
  const is_team = verb === "assign";
  const field = { id: "cockpit-said", value: text, "aria-invalid": state.is_empty ? true : undefined, "aria-describedby": state.is_empty ? "cockpit-empty" : undefined } as const;
  return (
    <Dialog title={say(`verb_title.${verb}`, { reference: ticket.reference, holder: name(ticket.holder) })} close={close}>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div className="body">
          <p className="m">{ticket.reference} · {ticket.title}</p>
          <p className="m">{say(`verb_why.${verb}`)}</p>
          <div className="field">
            <label htmlFor="cockpit-said">{say(is_team ? "verb_field.team" : "verb_field.ask")}</label>
            {is_team
              ? <input {...field} list="cockpit-teams" maxLength={200} data-autofocus onChange={(event) => set_text(event.target.value)} />
              : <textarea {...field} rows={3} maxLength={2_000} data-autofocus onChange={(event) => set_text(event.target.value)} />}
            {is_team && <datalist id="cockpit-teams">{teams.map((team) => <option key={team} value={team} />)}</datalist>}
            {state.is_empty && <p className="wrong" id="cockpit-empty" role="alert">{say("needed")}</p>}
          </div>
          {state.error !== undefined && <ToldInForm error={state.error} />}
        </div>
        <div className="foot">
          <button type="button" className="btn ghost" onClick={close}>{part("cancel")}</button>
          <button type="submit" className="btn pri" disabled={state.is_busy}>{say(`verb.${verb}`)}</button>
        </div>
      </form>
    </Dialog>
  );
}

/** `is_asked`: a key asked for it; `done` says that it was heard. */
export function useVerb(teams: readonly string[]) {
  const [asked, ask] = useState<{ ticket: Ticket; verb: Verb } | undefined>();
  const dialog = asked && <ActDialog key={asked.ticket.reference} {...asked} teams={teams} close={() => ask(undefined)} />;
  return { dialog, ask: (ticket: Ticket, verb: Verb) => ask({ ticket, verb }) };
}

export function ActButton({ ticket, verb, is_first, ask }: { ticket: Ticket; verb: Verb; is_first: boolean; ask: (ticket: Ticket, verb: Verb) => void }) {
  const say = useWords("cockpit", cockpit_words);
  const act = useAct(ticket, verb);
  const why = useToldProblem();
  const [is_busy, set_busy] = useState(false);
  const now = async (): Promise<void> => {
    if (verb !== "take") { ask(ticket, verb); return; }
    set_busy(true);
    try {
      await act("");
    } catch (error) {
      toast(why(error).why, { is_bad: true });
    }
    set_busy(false);
  };
  return (
    <button type="button" className={is_first ? "btn pri" : "btn"} disabled={is_busy} data-act={ticket.reference} aria-label={`${say(`verb.${verb}`)} ${ticket.reference}`} onClick={() => void now()}>
      {say(`verb.${verb}`)}
    </button>
  );
}
