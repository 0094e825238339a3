// Step 4: what the dry run found. What was read in some way says how, and can be changed.
import { Link } from "@tanstack/react-router";
import { IconDownload } from "@tabler/icons-react";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { first_clock, sign_of } from "../part/clock_state";
import { Glyph } from "../part/glyph";
import type { Sign } from "../part/glyph";
import { Panel } from "../part/panel";
import { Priority } from "../part/priority";
import { StateChip } from "../part/state";
import { counted } from "../words/counted";
import { instant, length, number } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { is_attribute, is_event } from "./choices";
import type { Field } from "./choices";
import type { KeptImport } from "./draft";
import type { Finding, Rehearsal } from "./findings";
import { line_of, sorted_findings, times_of, unmapped_of } from "./findings";
import type { Job } from "./job";
import { import_words } from "./words";

type Ticket = Schemas["Ticket"];
export type Import = Schemas["Import"];

export const useRehearsal = (job: Job | undefined) =>
  useRead<Rehearsal>("job", [job?.reference, "result"], async () => {
    const answer = await told(client.GET("/api/jobs/{reference}/result", { params: { path: { reference: job?.reference ?? "" } } }));
    return answer as unknown as Rehearsal;
  }, { enabled: job?.kind === "import_rehearsal" && job.state === "done" && job.has_result });

function Figure(props: { label: string; value: number; foot?: string | undefined; tone?: "met" | "risk" | "br"; sign?: Sign }) {
  return (
    <div>
      <span className={`lab flex gap1 ${props.tone ?? ""}`}>{props.sign && <Glyph sign={props.sign} />}{props.label}</span>
      <span className="kpi">{number(props.value)}</span>
      {props.foot && <span className="s q">{props.foot}</span>}
    </div>
  );
}

/** Small parts keep a width that can be seen; figures are above. */
function ShareBar({ ok, warned, rejected, label }: { ok: number; warned: number; rejected: number; label: string }) {
  const parts = [{ name: "ok", value: ok }, { name: "warned", value: warned }, { name: "rejected", value: rejected }].filter((part) => part.value > 0);
  const total = parts.reduce((sum, part) => sum + part.value, 0) || 1;
  const widths = parts.map((part) => Math.max(0.8, (100 * part.value) / total));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  return (
    <svg className="import-share" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={label}>
      {parts.map((part, index) => {
        const width = (100 * (widths[index] ?? 0)) / whole;
        const x = at;
        at += width;
        return <rect key={part.name} className={part.name} x={x} width={Math.max(0, width - (index < parts.length - 1 ? 0.15 : 0))} height="8" />;
      })}
    </svg>
  );
}

function Summary({ rehearsal, job }: { rehearsal: Rehearsal; job: Job }) {
  const say = useWords("import", import_words);
  const { rejected, warned } = sorted_findings(rehearsal.findings);
  const seconds = job.begun_at && job.ended_at ? (Date.parse(job.ended_at) - Date.parse(job.begun_at)) / 1_000 : 0;
  // A file that is read in a blink has no pace worth telling.
  const pace = seconds >= 0.1 ? `, ${say("rehearsal.rate", { rate: number(Math.round(rehearsal.rows / seconds)) })}` : "";
  const in_time = seconds >= 0.1 ? say("rehearsal.in_time", { time: seconds < 10 ? `${number(seconds, 1)}\u00a0s` : length(seconds) }) : "";
  const without = Math.max(0, rehearsal.rows - times_of(warned) - times_of(rejected));
  return (
    <section className="panel" aria-label={say("step.rehearsal")}>
      <div className="import-figures">
        <Figure label={say("rehearsal.read")} value={rehearsal.rows} foot={in_time + pace || undefined} />
        <Figure label={say("rehearsal.tickets")} value={rehearsal.tickets} foot={say("rehearsal.tickets_new", { count: number(rehearsal.tickets_added) })} tone="met" sign="met" />
        <Figure label={say("rehearsal.events")} value={rehearsal.events} foot={say("rehearsal.events_new", { count: number(rehearsal.events_added) })} />
        <Figure label={say("rehearsal.warned")} value={times_of(warned)} foot={say("rehearsal.warned_foot")} tone="risk" sign="risk" />
        <Figure label={say("rehearsal.rejected")} value={times_of(rejected)} foot={say("rehearsal.rejected_foot")} tone="br" sign="br" />
      </div>
      <ShareBar ok={without} warned={times_of(warned)} rejected={times_of(rejected)} label={say("rehearsal.sorted")} />
    </section>
  );
}

function useExample(): (example: string) => string {
  const say = useWords("import", import_words);
  return (example) => {
    const line = line_of(example);
    return line === undefined ? example : say("rehearsal.line", { line: number(line) });
  };
}

function Findings(props: { title: string; why: string; findings: Finding[]; address: string; map?: ((finding: Finding) => void) | undefined }) {
  const say = useWords("import", import_words);
  const word = useVocabulary();
  const example = useExample();
  return (
    <Panel title={props.title} beside={props.why} acts={<a className="s" href={props.address} download>{say("rehearsal.csv")}</a>}>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={props.title}>
        <table className="grid import-grid">
          <colgroup><col style={{ width: "52%" }} /><col style={{ width: 76 }} /><col /><col style={{ width: 88 }} /></colgroup>
          <thead><tr><th>{say("rehearsal.cause")}</th><th className="num">{say("rehearsal.times")}</th><th>{say("rehearsal.example")}</th><th><span className="vh">{say("rehearsal.change")}</span></th></tr></thead>
          <tbody>
            {props.findings.map((finding) => {
              const cause = capital(word("finding", finding.code));
              const examples = finding.examples.map(example).join(", ");
              return (
                <tr key={finding.code}>
                  <td className="b wrap">{cause}</td>
                  <td className="num">{number(finding.times)}</td>
                  <td className="m" title={examples}>{examples}</td>
                  <td className="num">{finding.code === "unmapped_value" && props.map && <button type="button" className="link s b" onClick={() => props.map?.(finding)}>{say("rehearsal.change")}</button>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Preview({ ticket }: { ticket: Ticket }) {
  const say = useWords("import", import_words);
  const word = useVocabulary();
  const clock = first_clock(ticket.clocks);
  return (
    <li>
      <div className="flex gap2">
        <span className="id b">{ticket.reference}</span>
        {ticket.priority && <Priority priority={ticket.priority} />}
        <span className="t el">{ticket.title === ticket.reference ? capital(word("phase", ticket.phase)) : ticket.title}</span>
        <span className="push">{clock ? <StateChip sign={sign_of(clock)} /> : <span className="chip plain">{say("rehearsal.no_clock")}</span>}</span>
      </div>
      <span className="s q">
        {say("rehearsal.opened", { at: instant(ticket.opened_at) })}
        {ticket.ended_at && ` · ${say("rehearsal.ended", { at: instant(ticket.ended_at) })}`}
        {clock && ` · ${clock.label || clock.commitment}`}
      </span>
    </li>
  );
}

/** Three that show the most: one lost, one kept, one that nothing judges; the first ones fill the rest. */
export function told_tickets(tickets: readonly Ticket[], most = 3): Ticket[] {
  const sign = (ticket: Ticket): string => {
    const clock = first_clock(ticket.clocks);
    return clock ? sign_of(clock) : "none";
  };
  const picked = ["br", "met", "none"].flatMap((wanted) => tickets.find((ticket) => sign(ticket) === wanted) ?? []);
  return [...picked, ...tickets.filter((ticket) => !picked.includes(ticket))].slice(0, most);
}

function SaidPanel({ kept, modify }: { kept: KeptImport; modify: (() => void) | undefined }) {
  const say = useWords("import", import_words);
  const word = useVocabulary();
  const choices = kept.choices;
  if (!choices) return null;
  const name = (field: Field): string => {
    if (is_event(field)) return capital(word("event_word", field));
    if (is_attribute(field)) return capital(word("attribute", field));
    return field === "" ? "" : say(`columns.${field}`);
  };
  return (
    <Panel title={say("rehearsal.said")} acts={modify && <button type="button" className="link s" onClick={modify}>{say("rehearsal.modify")}</button>}>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={say("rehearsal.said")}>
        <table className="grid compact">
          <tbody>
            {Object.entries(choices.fields).filter(([, field]) => field !== "").map(([column, field]) => (
              <tr key={column}>
                <td className="import-mono">{column}</td>
                <td className="q" aria-hidden>→</td>
                <td className="b">{name(field)}</td>
                <td className="m">{field === "priority" ? Object.entries(choices.values.priority ?? {}).slice(0, 3).map(([from, to]) => `${from} → ${to || from}`).join(", ") : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer>{choices.zone} · {choices.formats.join(" · ")}</footer>
    </Panel>
  );
}

export function RehearsalView(props: { of: Import; job: Job; rehearsal: Rehearsal; kept: KeptImport | undefined; modify: ((wanted?: { column: string; values: string[] }[]) => void) | undefined }) {
  const say = useWords("import", import_words);
  const { rehearsal, of } = props;
  const { rejected, warned } = sorted_findings(rehearsal.findings);
  const address = `/api/imports/${encodeURIComponent(of.reference)}/findings.csv`;
  const tickets = rehearsal.first as Ticket[];
  const shown = told_tickets(tickets, 5);
  const modify = props.modify;
  const map = modify && ((finding: Finding): void => {
    const unmapped = finding.examples.flatMap((each) => unmapped_of(each) ?? []);
    const columns = [...new Set(unmapped.map((each) => each.column))];
    modify(columns.map((column) => ({ column, values: unmapped.filter((each) => each.column === column).map((each) => each.value) })));
  });
  const has_clocks = tickets.some((ticket) => ticket.clocks.length > 0);
  return (
    <div className="import-two">
      <div className="import-body">
        <Summary rehearsal={rehearsal} job={props.job} />
        {warned.length > 0 && <Findings title={say("rehearsal.warnings", counted(times_of(warned)))} why={say("rehearsal.warnings_why")} findings={warned} address={address} map={map} />}
        {rejected.length > 0 && <Findings title={say("rehearsal.rejects", counted(times_of(rejected)))} why={say("rehearsal.rejects_why")} findings={rejected} address={address} map={map} />}
        {warned.length + rejected.length === 0 && <p className="note on prose">{say("rehearsal.none_warned")}</p>}
        {rehearsal.events_not_told > 0 && <p className="note risk prose">{say("rehearsal.not_told", { count: number(rehearsal.events_not_told) })}</p>}
        {props.kept && <SaidPanel kept={props.kept} modify={modify && (() => modify())} />}
      </div>
      <div className="import-body">
        {shown.length > 0 && <Panel title={say("rehearsal.previews", counted(shown.length))}>
          <ul className="import-previews">{shown.map((ticket) => <Preview key={ticket.reference} ticket={ticket} />)}</ul>
          {!has_clocks && <footer className="prose"><span>{say("rehearsal.no_clock_why")}</span><Link to={"/agreements" as never}>{say("rehearsal.agreements")}</Link></footer>}
        </Panel>}
        {times_of(rejected) > 0 && <a className="btn" href={address} download><IconDownload size={16} aria-hidden />{say("rehearsal.rejects", counted(times_of(rejected)))}</a>}
      </div>
    </div>
  );
}
