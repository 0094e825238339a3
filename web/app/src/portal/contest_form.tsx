// A claim of the customer about a ticket of a figure: what, why; the provider answers.
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";

import { client, once, told } from "../api/client";
import type { Schemas } from "../api/client";
import { is_problem } from "../api/problem";
import type { Row } from "../figure/scorecard";
import { ToldInForm } from "../part/told_problem";
import { toast } from "../part/toast";
import { part_words } from "../part/words";
import { capital, useVocabulary, useWords } from "../words/words";
import { portal_words } from "./words";

type Claim = Schemas["DisputeToOpen"];
type Ground = NonNullable<Claim["ground"]>;
const grounds: Ground[] = ["agreed", "third_party", "force_majeure", "planned_maintenance", "customer_caused", "volume"];
const priorities = ["P1", "P2", "P3", "P4", "P5"];

export function ContestForm({ ticket, row, close }: { ticket?: string; row: Row; close: () => void }) {
  const say = useWords("portal", portal_words);
  const part = useWords("part", part_words);
  const vocabulary = useVocabulary();
  const queries = useQueryClient();
  const id = useId();
  const [name, set_name] = useState(ticket ?? "");
  const [about, set_about] = useState<"verdict" | "priority">("priority");
  const [ground, set_ground] = useState<Ground>("agreed");
  const [value, set_value] = useState("P2");
  const [motive, set_motive] = useState("");
  const [is_sending, set_sending] = useState(false);
  const [error, set_error] = useState<unknown>();
  const is_short = is_problem(error) ? error.of_field("motive") : undefined;

  async function send(): Promise<void> {
    set_sending(true);
    const claim: Claim = { about, motive: motive.trim(), ticket: name.trim(), ...(about === "verdict" ? { agreement: row.agreement, commitment: row.target, ground } : { value }) };
    try {
      const made = await told(client.POST("/api/disputes", { params: { header: once() }, body: claim })) as Schemas["Dispute"];
      toast(say("figures.contested", { reference: made.reference }));
      for (const room of ["dispute", "figures", "ticket"]) void queries.invalidateQueries({ queryKey: [room] });
      close();
    } catch (failed) {
      set_error(failed);
    } finally {
      set_sending(false);
    }
  }

  return (
    <form className="form portal-answer-form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {!ticket && <div className="field"><label htmlFor={`${id}t`}>{say("figures.ticket")}</label><input name="ticket" id={`${id}t`} required value={name} onChange={(event) => set_name(event.target.value)} /></div>}
      <div className="field">
        <label htmlFor={`${id}a`}>{say("figures.about")}</label>
        <select name="about" id={`${id}a`} value={about} onChange={(event) => set_about(event.target.value as "verdict" | "priority")}>
          <option value="priority">{say("figures.about_priority")}</option>
          <option value="verdict">{say("figures.about_verdict")}</option>
        </select>
      </div>
      {about === "verdict" ? (
        <div className="field"><label htmlFor={`${id}g`}>{say("figures.ground")}</label><select name="ground" id={`${id}g`} value={ground} onChange={(event) => set_ground(event.target.value as Ground)}>{grounds.map((each) => <option key={each} value={each}>{capital(vocabulary("exclusion_ground", each))}</option>)}</select></div>
      ) : (
        <div className="field"><label htmlFor={`${id}v`}>{say("figures.value")}</label><select name="value" id={`${id}v`} value={value} onChange={(event) => set_value(event.target.value)}>{priorities.map((each) => <option key={each}>{each}</option>)}</select></div>
      )}
      <div className="field">
        <label htmlFor={`${id}m`}>{say("figures.motive")}</label>
        <textarea name="motive" id={`${id}m`} required maxLength={4000} value={motive} aria-invalid={is_short !== undefined} aria-describedby={`${id}h`} onChange={(event) => set_motive(event.target.value)} />
        <span id={`${id}h`} className={is_short ? "wrong" : "hint"}>{is_short ?? say("figures.motive_hint")}</span>
      </div>
      {error !== undefined && <ToldInForm error={error} />}
      <div className="portal-answer-acts">
        <button type="submit" className="btn pri" disabled={is_sending}>{say("figures.send")}</button>
        <button type="button" className="btn ghost" onClick={close}>{part("cancel")}</button>
        {name && <Link to={"/tickets/$reference" as never} params={{ reference: name } as never} className="portal-beside">{say("figures.more")}</Link>}
      </div>
    </form>
  );
}
