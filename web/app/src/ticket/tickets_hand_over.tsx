// To whom the ball goes: the same fields for one ticket and for many.
import { useId, useState } from "react";
import type { FormEvent } from "react";

import { useParties } from "../frame/known";
import { Dialog } from "../part/dialog";
import { ToldInForm } from "../part/told_problem";
import { toast } from "../part/toast";
import { useWords } from "../words/words";
import type { Ticket } from "./acts";
import { await_party, give_back, hand_over } from "./acts";
import type { HolderNames } from "./tickets_columns";
import { useHolderNames } from "./tickets_columns";
import { useTeams } from "./tickets_filters";
import { tickets_words } from "./tickets_words";

export type Handing = { to: "us" | "customer" | "supplier" | "third"; team: string; supplier: string; reason: string; note: string };
export const first_handing: Handing = { to: "us", team: "", supplier: "", reason: "", note: "" };

export const is_handing_ready = (handing: Handing): boolean =>
  handing.to === "us" ? handing.team.trim() !== "" : handing.to === "supplier" ? handing.supplier !== "" : true;

/** A team or a supplier works on it; a customer or a third party is awaited. */
export function hand(reference: string, handing: Handing): Promise<Ticket> {
  if (handing.to === "us") return hand_over(reference, { party: "provider", team: handing.team.trim() }, handing.note);
  if (handing.to === "supplier") return hand_over(reference, { party: handing.supplier }, handing.note);
  return await_party(reference, handing.to === "customer" ? "customer" : "third_party", handing.reason.trim(), handing.note);
}

export function handed_name(handing: Handing, names: HolderNames): string {
  if (handing.to === "us") return handing.team || names.holder("provider");
  if (handing.to === "supplier") return names.party(handing.supplier) || names.holder("supplier");
  return names.holder(handing.to === "customer" ? "customer" : "third_party");
}

export function HandingFields({ handing, set }: { handing: Handing; set: (handing: Handing) => void }) {
  const say = useWords("tickets", tickets_words);
  const id = useId();
  const { data } = useParties();
  const teams = useTeams().filter((team) => !team.is_closed);
  const suppliers = (data ?? []).filter((party) => party.kind === "supplier");
  const kinds = [["us", "hand_us"], ["customer", "hand_customer"], ["supplier", "hand_supplier"], ["third", "hand_third"]] as const;
  return (
    <>
      <fieldset className="field">
        <legend className="label">{say("hand_to")}</legend>
        {kinds.map(([to, name]) => (
          <label key={to} className="flex gap2" style={{ minHeight: 28 }}>
            <input type="radio" name={`${id}to`} style={{ width: 16, minHeight: 16 }} checked={handing.to === to} data-autofocus={handing.to === to ? true : undefined} onChange={() => set({ ...handing, to })} />{say(name)}
          </label>
        ))}
      </fieldset>
      {handing.to === "us" && (
        <div className="field">
          <label htmlFor={`${id}team`}>{say("hand_team")}</label>
          <input id={`${id}team`} list={`${id}teams`} required value={handing.team} onChange={(event) => set({ ...handing, team: event.target.value })} />
          <datalist id={`${id}teams`}>{teams.map((team) => <option key={team.reference} value={team.designation}>{team.name}</option>)}</datalist>
        </div>
      )}
      {handing.to === "supplier" && (
        <div className="field">
          <label htmlFor={`${id}supplier`}>{say("hand_supplier_which")}</label>
          <select id={`${id}supplier`} required value={handing.supplier} onChange={(event) => set({ ...handing, supplier: event.target.value })}>
            <option value="" />
            {suppliers.map((party) => <option key={party.reference} value={party.reference}>{party.name}</option>)}
          </select>
        </div>
      )}
      {(handing.to === "customer" || handing.to === "third") && (
        <div className="field">
          <label htmlFor={`${id}reason`}>{say("hand_reason")}</label>
          <input id={`${id}reason`} list={`${id}reasons`} aria-describedby={`${id}hint`} value={handing.reason} onChange={(event) => set({ ...handing, reason: event.target.value })} />
          <datalist id={`${id}reasons`}><option value="user_info">{say("reason_user_info")}</option></datalist>
          <span className="hint" id={`${id}hint`}>{say("hand_reason_hint")}</span>
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}note`}>{say("hand_note")} ({say("hand_optional")})</label>
        <textarea id={`${id}note`} value={handing.note} onChange={(event) => set({ ...handing, note: event.target.value })} />
      </div>
    </>
  );
}

/** For one ticket, with a way back. */
export function HandOverDialog({ ticket, close, done }: { ticket: Ticket; close: () => void; done?: () => void }) {
  const say = useWords("tickets", tickets_words);
  const names = useHolderNames();
  const [handing, set] = useState(first_handing);
  const [error, set_error] = useState<unknown>();
  const [is_sent, send] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    send(true);
    set_error(undefined);
    try {
      await hand(ticket.reference, handing);
      const undo = (): void => void give_back(ticket.reference, ticket).then(() => toast(say("undone", { reference: ticket.reference })));
      toast(say("hand_done", { reference: ticket.reference, to: handed_name(handing, names) }), { undo });
      done?.();
      close();
    } catch (problem) {
      set_error(problem);
      send(false);
    }
  }
  return (
    <Dialog title={`${say("hand_title")} · ${ticket.reference}`} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <div className="body">
          <p className="m">{ticket.title}</p>
          <HandingFields handing={handing} set={set} />
          <p className="s q">{say("hand_clock")}</p>
          {error !== undefined && <ToldInForm error={error} />}
        </div>
        <div className="foot">
          <button type="button" className="btn" onClick={close}>{say("cancel")}</button>
          <button type="submit" className="btn pri" disabled={is_sent || !is_handing_ready(handing)}>{say("hand_over")}</button>
        </div>
      </form>
    </Dialog>
  );
}
