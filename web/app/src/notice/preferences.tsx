// How one is told: always here, and by e-mail as often as one wants.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { is_problem } from "../api/problem";
import { useRead } from "../api/queries";
import { Panel } from "../part/panel";
import { toast } from "../part/toast";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { capital, useVocabulary, useWords } from "../words/words";
import { notice_words } from "./words";

type Set = Schemas["NoticePreferencesToSet"];
const choices = ["at_once", "hourly", "daily", "never"] as const;

function Form({ kept }: { kept: Schemas["NoticePreferences"] }) {
  const say = useWords("notice", notice_words);
  const part = useWords("part", part_words);
  const word = useVocabulary();
  const queries = useQueryClient();
  const [wanted, set] = useState<Set>({ email: kept.email, daily_at: kept.daily_at, zone: kept.zone, hours: kept.hours });
  const [state, set_state] = useState<{ is_busy: boolean; error?: unknown }>({ is_busy: false });
  const wrong = (name: string): string | undefined => (is_problem(state.error) ? state.error.of_field(name) : undefined);
  const save = async (): Promise<void> => {
    set_state({ is_busy: true });
    try {
      await told(client.PUT("/api/me/notice-preferences", { body: wanted }));
      set_state({ is_busy: false });
      toast(say("pref.saved"));
      void queries.invalidateQueries({ queryKey: ["notice", "preferences"] });
    } catch (error) {
      set_state({ is_busy: false, error });
    }
  };
  const text = (name: "zone" | "hours", hint: string) => (
    <div className="field">
      <label htmlFor={`notice-${name}`}>{say(`pref.${name}`)}</label>
      <input name={name} id={`notice-${name}`} {...(name === "zone" ? { list: "notice-zones" } : {})} value={wanted[name] ?? ""} maxLength={200} aria-describedby={`notice-${name}-hint`} aria-invalid={wrong(name) ? true : undefined} onChange={(event) => set({ ...wanted, [name]: event.target.value })} />
      {name === "zone" && <datalist id="notice-zones">{Intl.supportedValuesOf("timeZone").map((zone) => <option key={zone} value={zone} />)}</datalist>}
      <p className="hint" id={`notice-${name}-hint`}>{hint}</p>
      {wrong(name) && <p className="wrong">{wrong(name)}</p>}
    </div>
  );
  return (
    <form className="form notice-pad" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <fieldset className="notice-choice">
        <legend className="s m b">{say("pref.here")}</legend>
        {choices.map((choice) => (
          <label key={choice}><input type="radio" name="notice-email" checked={wanted.email === choice} onChange={() => set({ ...wanted, email: choice })} /> {capital(word("email_choice", choice))}</label>
        ))}
      </fieldset>
      {wanted.email === "daily" && <div className="field notice-at"><label htmlFor="notice-at">{say("pref.daily_at")}</label><input name="daily_at" id="notice-at" type="time" value={wanted.daily_at ?? ""} onChange={(event) => set({ ...wanted, daily_at: event.target.value })} />{wrong("daily_at") && <p className="wrong">{wrong("daily_at")}</p>}</div>}
      {wanted.email === "never" ? <p className="s m">{say("pref.never_note")}</p> : <>{text("hours", say("pref.hours_hint"))}{text("zone", say("pref.zone_hint"))}</>}
      {state.error !== undefined && <ToldInForm error={state.error} />}
      <div className="acts"><button type="submit" className="btn pri" disabled={state.is_busy}>{part("save")}</button></div>
    </form>
  );
}

export function Preferences({ close }: { close: () => void }) {
  const say = useWords("notice", notice_words);
  const read = useRead("notice", ["preferences"], (signal) => told(client.GET("/api/me/notice-preferences", { signal })));
  return (
    <Panel title={say("pref.title")} acts={<button type="button" className="btn xs ghost" onClick={close}>{say("close_settings")}</button>}>
      {read.error ? <ToldProblem error={read.error} again={() => void read.refetch()} /> : read.data ? <Form key={read.data.version} kept={read.data} /> : <div className="notice-pad"><Waiting rows={4} label={say("pref.title")} /></div>}
    </Panel>
  );
}
