// The ball goes to another team, to the customer or to a supplier; what is awaited is said, and asked on record.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";

import type { Schemas } from "../api/client";
import { client, once_each, told } from "../api/client";
import { useParties } from "../frame/known";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { useWords } from "../words/words";
import { next_words } from "./next_words";
import type { Ticket } from "./urgent";
import { cockpit_words } from "./words";

/** As agreements name them when they say for what a clock pauses; others may be typed. */
const reasons = ["awaiting customer", "awaiting access", "awaiting supplier", "awaiting approval"];

export type Passing = { to: "us" | "customer" | "supplier"; team: string; supplier: string; text: string; reason: string; is_asked: boolean };

/** A wait begins, and what is awaited is asked in the same breath: the pause can be shown. */
export function events_of_passing(passing: Passing): Schemas["EventToRecord"][] {
  if (passing.to === "us") return [{ event: "assigned", party: "provider", team: passing.team }];
  const party = passing.to === "customer" ? "customer" : passing.supplier;
  const waits = { event: "awaiting", party, value: passing.reason.trim() || `awaiting ${passing.to}` } as const;
  return passing.is_asked ? [waits, { event: "requested", party, value: passing.text }] : [waits];
}

export function PassDialog({ ticket, teams, close }: { ticket: Ticket; teams: readonly string[]; close: () => void }) {
  const say = useWords("next", next_words);
  const cockpit = useWords("cockpit", cockpit_words);
  const part = useWords("part", part_words);
  const queries = useQueryClient();
  const suppliers = (useParties().data ?? []).filter((party) => party.kind === "supplier");
  const [passing, set] = useState<Passing>({ to: "customer", team: "", supplier: "", text: "", reason: "", is_asked: true });
  const [state, set_state] = useState<{ is_busy: boolean; error?: unknown; is_empty?: boolean }>({ is_busy: false });
  const key_of = useRef(once_each());
  const more = (change: Partial<Passing>): void => set({ ...passing, ...change });
  const is_whole = passing.to === "us" ? passing.team.trim() !== "" : (!passing.is_asked || passing.text.trim() !== "") && (passing.to === "customer" || passing.supplier !== "");
  const send = async (): Promise<void> => {
    if (!is_whole) { set_state({ is_busy: false, is_empty: true }); return; }
    set_state({ is_busy: true });
    try {
      for (const body of events_of_passing(passing)) {
        await told(client.POST("/api/tickets/{reference}/events", { params: { path: { reference: ticket.reference }, header: key_of.current(body) }, body }));
      }
      toast(say("passed", { reference: ticket.reference }));
      close();
    } catch (error) {
      set_state({ is_busy: false, error });
    }
    void queries.invalidateQueries({ queryKey: ["ticket"] });
  };
  return (
    <Dialog title={say("pass_title", { reference: ticket.reference })} close={close}>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div className="body">
          <fieldset className="next-to">
            <legend className="s m b">{say("pass_to")}</legend>
            {(["customer", "supplier", "us"] as const).map((to) => (
              <label key={to}><input type="radio" name="next-to" checked={passing.to === to} onChange={() => more({ to })} {...(to === "customer" ? { "data-autofocus": true } : {})} /> {say(`pass_${to}`)}</label>
            ))}
          </fieldset>
          {passing.to === "us" && (
            <div className="field"><label htmlFor="next-team">{say("pass_team")}</label><input name="team" id="next-team" list="next-teams" value={passing.team} onChange={(event) => more({ team: event.target.value })} /><datalist id="next-teams">{teams.map((team) => <option key={team} value={team} />)}</datalist></div>
          )}
          {passing.to === "supplier" && (
            <div className="field"><label htmlFor="next-supplier">{say("pass_which")}</label><select name="party" id="next-supplier" value={passing.supplier} onChange={(event) => more({ supplier: event.target.value })}><option value="" />{suppliers.map((one) => <option key={one.reference} value={one.name}>{one.name}</option>)}</select></div>
          )}
          {passing.to !== "us" && (
            <>
              <div className="field"><label htmlFor="next-reason">{say("pass_reason")}</label><input name="reason" id="next-reason" list="next-reasons" maxLength={200} placeholder={`awaiting ${passing.to}`} value={passing.reason} onChange={(event) => more({ reason: event.target.value })} /><datalist id="next-reasons">{reasons.map((reason) => <option key={reason} value={reason} />)}</datalist></div>
              <div className="field"><label htmlFor="next-what">{say("pass_what")}</label><textarea name="value" id="next-what" rows={3} maxLength={2_000} value={passing.text} onChange={(event) => more({ text: event.target.value })} /><p className="hint">{say("pass_counts")}</p></div>
              <label className="next-asked"><input type="checkbox" checked={passing.is_asked} onChange={(event) => more({ is_asked: event.target.checked })} /> {say("pass_asked")}</label>
            </>
          )}
          {state.is_empty && !is_whole && <p className="field"><span className="wrong" role="alert">{cockpit("needed")}</span></p>}
          {state.error !== undefined && <ToldInForm error={state.error} />}
        </div>
        <div className="foot"><button type="button" className="btn ghost" onClick={close}>{part("cancel")}</button><button type="submit" className="btn pri" disabled={state.is_busy}>{say("pass_done")}</button></div>
      </form>
    </Dialog>
  );
}
