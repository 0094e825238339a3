// One outage: all that happened, and what happens next.
import { IconX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";

import { client, once, told } from "../api/client";
import { useRead } from "../api/queries";
import { usePartyName } from "../frame/known";
import { useShortcuts } from "../frame/shortcuts";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { toast } from "../part/toast";
import { Waiting } from "../part/waiting";
import { useMay } from "../session/me";
import { instant, percent } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { AtField, Field } from "./fields";
import type { Outage, OutageWord } from "./outage";
import { instant_typed, next_words } from "./outage";
import { outage_words } from "./words";

/** Those that have a word; others are shown as they came. */
const sources: ReadonlySet<string> = new Set(["person", "webhook", "probe"]);

function Record({ outage }: { outage: Outage }) {
  const say = useWords("outage", outage_words);
  const word = useVocabulary();
  const queries = useQueryClient();
  const words = next_words(outage);
  const [chosen, choose] = useState<OutageWord>();
  const [at, set_at] = useState("");
  const [lost, set_lost] = useState("50");
  const [note, set_note] = useState("");
  const [error, set_error] = useState<unknown>();
  const event_word = chosen && words.includes(chosen) ? chosen : words[0];
  if (!event_word) return null;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    set_error(undefined);
    const when = instant_typed(at);
    const weighs = event_word === "severity_changed" ? { weight: Math.round(10 * Number(lost)) } : {};
    const body = { event: event_word as OutageWord, source: "person", ...weighs, ...(when ? { at: when } : {}), ...(note.trim() ? { note: note.trim() } : {}) };
    try {
      await told(client.POST("/api/outages/{reference}/events", { params: { path: { reference: outage.reference }, header: once() }, body }));
      toast(say("recorded", { reference: outage.reference }));
      choose(undefined); set_at(""); set_note("");
      void queries.invalidateQueries({ queryKey: ["outage"] });
    } catch (problem) { set_error(problem); }
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <h3>{say("act")}</h3>
      <Field label={say("event")}>
        {(id) => <select name="event" id={id} value={event_word} onChange={(event) => choose(event.target.value as OutageWord)}>{words.map((each) => <option key={each} value={each}>{capital(word("outage_word", each))}</option>)}</select>}
      </Field>
      {event_word === "severity_changed" && (
        <Field label={say("weight")} hint={say("weight_hint")}>{(id, described) => <input name="weight" id={id} type="number" min={1} max={100} aria-describedby={described} value={lost} onChange={(event) => set_lost(event.target.value)} />}</Field>
      )}
      <AtField name="at" label={say("at")} hint={say("at_hint")} value={at} set={set_at} />
      <Field label={`${say("note")} (${say("optional")})`}>{(id) => <textarea name="note" id={id} value={note} onChange={(event) => set_note(event.target.value)} />}</Field>
      {error !== undefined && <ToldInForm error={error} />}
      <div className="acts"><button type="submit" className="btn pri">{say("record")}</button></div>
    </form>
  );
}

export function OutagePanel({ reference, close }: { reference: string; close: () => void }) {
  const say = useWords("outage", outage_words);
  const word = useVocabulary();
  const may = useMay();
  const party = usePartyName();
  const { data, error, refetch } = useRead("outage", ["one", reference], (signal) => told(client.GET("/api/outages/{reference}", { params: { path: { reference } }, signal })));
  useShortcuts({ Escape: close });
  return (
    <aside className="panel ou-panel" aria-label={reference}>
      <header>
        <h2>{reference}</h2>
        <button type="button" className="btn ghost icon push" aria-label={say("close")} onClick={close}><IconX size={16} aria-hidden /></button>
      </header>
      <div className="ou-body">
        {error && !data ? <ToldProblem error={error} again={() => void refetch()} /> : !data ? <Waiting label={say("waiting")} /> : (
          <>
            <p><b>{data.title}</b><br /><span className="s m">{data.item} · {data.customer ? party(data.customer) : say("everyone")}</span></p>
            <h3>{say("history")}</h3>
            <ol className="ou-events">
              {data.events.map((event) => (
                <li key={event.sequence}>
                  <span className="b t">{capital(word("outage_word", event.event))}</span> <span className="t m">{instant(event.at)}</span>
                  <span className="s q">
                    {[event.weight !== undefined && event.weight < 1000 ? say("lost", { share: percent(event.weight / 1000, 0) }) : "", event.source ? say("from_source", { source: sources.has(event.source) ? say(`source.${event.source as "person"}`) : event.source }) : "", say("recorded_at", { at: instant(event.recorded_at) })].filter(Boolean).join(" · ")}
                  </span>
                  {event.note && <span className="t prose">{event.note}</span>}
                </li>
              ))}
            </ol>
            {may("write_outages") && <Record key={data.version} outage={data} />}
          </>
        )}
      </div>
    </aside>
  );
}
