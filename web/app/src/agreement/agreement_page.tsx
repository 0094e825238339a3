// One agreement: its versions, what each promises, what changed, its life, and what may be done.
import { Link, useParams, useSearch } from "@tanstack/react-router";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { usePartyName } from "../frame/known";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { civil_day } from "../words/format";
import { useVocabulary, useWords } from "../words/words";
import { VersionActs } from "./acts";
import { Life } from "./life";
import { Promises } from "./promises_list";
import { agreement_words } from "./words";
import "./agreement.css";

export type Version = Schemas["AgreementVersion"];
export type Agreement = Schemas["Agreement"];
type Tab = "promises" | "text" | "difference" | "life";
const tabs: Tab[] = ["promises", "text", "difference", "life"];
const order = ["draft", "in_negotiation", "signed", "in_force"] as const;

const useAgreement = (reference: string) =>
  useRead("agreement", [reference], (signal) => told(client.GET("/api/agreements/{reference}", { params: { path: { reference } }, signal })));
const useVersion = (reference: string, number: number, is_on: boolean) =>
  useRead("agreement", [reference, number], (signal) => told(client.GET("/api/agreements/{reference}/versions/{number}", { params: { path: { reference, number: String(number) } }, signal } as never)) as Promise<Version>, { enabled: is_on });

function Steps({ state }: { state: string }) {
  const vocabulary = useVocabulary();
  const place = order.findIndex((each) => each === state);
  const all: string[] = place < 0 ? (state === "requirement" ? [state, ...order] : [...order, state]) : [...order];
  const now = all.indexOf(state);
  return <ol className="ag-steps">{all.map((each, index) => <li key={each}><span className={index === now ? "now" : index < now ? "done" : ""} aria-current={index === now ? "step" : undefined}>{vocabulary("agreement_state", each === "signed" ? "signed_" : each)}</span></li>)}</ol>;
}

function Text({ document }: { document: string }) {
  const say = useWords("agreement", agreement_words);
  return (
    <div className="panel scroll-x" role="region" aria-label={say("tab.text")} tabIndex={0}>
      <pre className="ag-text">{document.replace(/\n$/, "").split("\n").map((line, index) => <span key={index} className={/^\s*#/.test(line) ? "note-line" : /^\S+:/.test(line) ? "head-line" : ""}>{line || " "}</span>)}</pre>
    </div>
  );
}

function Difference({ reference, version }: { reference: string; version: Version }) {
  const say = useWords("agreement", agreement_words);
  const { data, error } = useRead("agreement", [reference, version.number, "difference"], (signal) =>
    told(client.GET("/api/agreements/{reference}/versions/{number}/difference", { params: { path: { reference, number: String(version.number) } }, signal } as never)) as Promise<Schemas["VersionDifference"]>);
  if (error) return <ToldInForm error={error} />;
  if (!data) return <Waiting rows={4} label={say("tab.difference")} />;
  if (data.since === undefined) return <p className="m prose">{say("difference.none")}</p>;
  if (data.clauses.length === 0) return <p className="m prose">{say("difference.same")}</p>;
  return (
    <div className="panel">
      <header><h2>{say("difference.changed", { count: data.clauses.length })}</h2></header>
      <div className="scroll-x" role="region" aria-label={say("tab.difference")} tabIndex={0}>
        <table className="grid ag-difference">
          <thead><tr><th scope="col">{say("difference.clause")}</th><th scope="col">{say("difference.before", { number: data.since })}</th><th scope="col">{say("difference.after", { number: version.number })}</th></tr></thead>
          <tbody>{data.clauses.map((each) => <tr key={each.clause}><td><code>{each.clause}</code></td><td>{each.before === undefined ? <span className="q">{say("difference.unset")}</span> : <del>{each.before}</del>}</td><td>{each.after === undefined ? <span className="q">{say("difference.unset")}</span> : <ins>{each.after}</ins>}</td></tr>)}</tbody>
        </table>
      </div>
    </div>
  );
}

function OneVersion({ agreement, version, tab }: { agreement: Agreement; version: Version; tab: Tab }) {
  const say = useWords("agreement", agreement_words);
  return (
    <>
      <nav className="tabs ag-tabs" aria-label={say("version_number", { number: version.number })}>
        {tabs.map((each) => <Link key={each} to={"." as never} className={tab === each ? "on" : ""} aria-current={tab === each ? "page" : undefined} search={((before: object) => ({ ...before, tab: each === "promises" ? undefined : each })) as never}>{say(`tab.${each}`)}</Link>)}
      </nav>
      {tab === "promises" && <Promises agreement={agreement} version={version} />}
      {tab === "text" && <Text document={version.document} />}
      {tab === "difference" && <Difference reference={agreement.reference} version={version} />}
      {tab === "life" && <Life version={version} />}
    </>
  );
}

export function AgreementPage() {
  const say = useWords("agreement", agreement_words);
  const party = usePartyName();
  const vocabulary = useVocabulary();
  const { reference } = useParams({ strict: false }) as { reference: string };
  const asked = useSearch({ strict: false }) as { version?: number; tab?: Tab };
  const agreement = useAgreement(reference);
  const numbers = (agreement.data?.versions ?? []).map((each) => Number((each as { number: number }).number));
  const last_in_force = [...(agreement.data?.versions ?? [])].reverse().find((each) => (each as { state: string }).state === "in_force") as { number: number } | undefined;
  const number = numbers.includes(Number(asked.version)) ? Number(asked.version) : (last_in_force?.number ?? numbers[numbers.length - 1] ?? 1);
  const version = useVersion(reference, number, numbers.length > 0);
  if (agreement.error ?? version.error) return <ToldProblem is_page error={agreement.error ?? version.error} again={() => { void agreement.refetch(); void version.refetch(); }} />;
  if (!agreement.data || !version.data) return <Waiting rows={10} label={reference} />;
  const one = version.data;
  const tab = tabs.find((each) => each === asked.tab) ?? "promises";
  return (
    <>
      <div className="headline">
        <h1 className="ag-title">{agreement.data.title}</h1>
      </div>
      <p className="m t">{reference} · {vocabulary("agreement_kind", agreement.data.kind)} · {party(agreement.data.customer)}{one.in_force_from && <> · {say("in_force_from", { day: civil_day(one.in_force_from) })}</>}{one.in_force_to && <> {say("in_force_to", { day: civil_day(one.in_force_to) })}</>}</p>
      <div className="flex gap2 ag-tabs">
        {agreement.data.versions.map((each) => {
          const { number: of, state } = each as { number: number; state: string };
          return <Link key={of} className="btn xs" to={"." as never} aria-current={of === number ? "true" : undefined} search={((before: object) => ({ ...before, version: of })) as never}>{of === number ? <b>{say("version_number", { number: of })}</b> : say("version_number", { number: of })}<span className="q">{vocabulary("agreement_state", state === "signed" ? "signed_" : state)}</span></Link>;
        })}
      </div>
      <Steps state={one.state} />
      <div className="ag-cols">
        <div className="stack"><OneVersion agreement={agreement.data} version={one} tab={tab} /></div>
        <VersionActs agreement={agreement.data} version={one} />
      </div>
    </>
  );
}
