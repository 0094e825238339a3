// The home of an auditor: what is sealed, with what it was computed, who contests what.
import { Link } from "@tanstack/react-router";
import { IconCopy } from "@tabler/icons-react";

import { useRead } from "../api/queries";
import type { Scorecard } from "../figure/scorecard";
import { usePartyName } from "../frame/known";
import { useScope } from "../frame/scope";
import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { toast } from "../part/toast";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { instant, instant_near, number } from "../words/format";
import { now_once } from "../part/ticker";
import { capital, useVocabulary, useWords } from "../words/words";
import { account_words } from "./account_words";
import type { Closure, Dispute } from "./coming";
import { read_closures, read_disputes } from "./coming";
import { HomeHead } from "./home_head";
import { period_name } from "./money_page";
import { useYear } from "./year";

const useSay = () => useWords("account", account_words);

function Digest({ digest }: { digest: string }) {
  const say = useSay();
  const part = useWords("part", part_words);
  const copy = async (): Promise<void> => { await navigator.clipboard.writeText(digest); toast(part("copied")); };
  return (
    <span className="account-digest">
      <code title={digest}>{digest.slice(0, 12)}…</code>
      <button type="button" className="btn xs ghost icon" aria-label={`${say("copy")} ${digest.slice(0, 8)}`} title={say("copy")} onClick={() => void copy()}><IconCopy size={14} aria-hidden /></button>
    </span>
  );
}

function Closures({ closures }: { closures: readonly Closure[] }) {
  const say = useSay();
  const name = usePartyName();
  return (
    <Panel title={say("closures")} beside={say("closures_beside")}>
      {closures.length === 0 ? <Empty title={say("closures_none")} acts={<Link className="btn pri" to={"/closures" as never}>{say("to_closures")}</Link>}>{say("closures_none_why")}</Empty> : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={`${say("closures")} (${say("digest")})`}>
          <table className="grid">
            <thead><tr><th>{say("closure")}</th><th>{say("period")}</th><th>{say("party")}</th><th className="num">{say("revision")}</th><th>{say("as_of")}</th><th className="num">{say("position")}</th><th>{say("digest")}</th></tr></thead>
            <tbody>
              {closures.slice(0, 100).map((one) => (
                <tr key={one.reference}>
                  <td><a href={`/api/closures/${encodeURIComponent(one.reference)}/document`} title={say("document")}>{one.reference}</a></td><td>{period_name(one.period)}</td><td className="m">{name(one.customer)}</td>
                  <td className="num">{number(one.revision)}</td><td className="m">{instant(one.as_of)}</td><td className="num m">{number(one.position)}</td>
                  <td><Digest digest={one.digest} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Basis({ card }: { card: Scorecard }) {
  const say = useSay();
  const facts: [string, string][] = [
    [say("program"), card.engine.program], [say("calculation"), String(card.engine.calculation)], [say("zones"), card.engine.zones],
    ...(card.basis ? [[say("position"), number(card.basis.position)], [say("terms"), card.basis.terms.slice(0, 16)]] as [string, string][] : []),
    [say("events"), number(card.events)], [say("tickets"), number(card.tickets)],
  ];
  return (
    <Panel title={say("basis")} acts={<Link className="s" to={"/journal" as never}>{say("journal")}</Link>}>
      <dl className="account-facts">{facts.map(([what, value]) => <div key={what}><dt className="s m">{what}</dt><dd className="t nums">{value}</dd></div>)}</dl>
    </Panel>
  );
}

function Findings({ card }: { card: Scorecard }) {
  const say = useSay();
  const word = useVocabulary();
  return (
    <Panel title={say("findings")}>
      {card.findings.length === 0 ? <p className="t cockpit-pad">{say("findings_none")}</p> : (
        <ul className="account-list">
          {card.findings.map((one) => (
            <li key={one.code}><span className="cockpit-what"><b className="t">{capital(word("finding", one.code))}</b><span className="s m el">{say("examples", { examples: one.examples.slice(0, 3).join(", ") })}</span></span><span className="num b t">{number(one.count)}</span></li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Disputes({ open }: { open: readonly Dispute[] }) {
  const say = useSay();
  const word = useVocabulary();
  const name = usePartyName();
  return (
    <Panel title={say("disputed")} acts={<span className="s q">{number(open.length)}</span>}>
      {open.length === 0 ? <p className="t cockpit-pad">{say("disputed_none")}</p> : (
        <ul className="account-list">
          {open.slice(0, 8).map((one) => (
            <li key={one.reference}>
              <span className="cockpit-what"><Link className="t b" to={"/disputes/$reference" as never} params={{ reference: one.reference } as never}>{one.reference} · {one.ticket || one.outage}</Link><span className="s m el">{name(one.customer)} · {word("dispute_state", one.state)}{one.answer_until ? ` · ${say("answer_until", { when: instant_near(one.answer_until, now_once()) })}` : ""}</span></span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function VerifyPage() {
  const say = useSay();
  const { customer, period } = useScope();
  const { year, error, again } = useYear(customer, period);
  const closures = useRead("closure", ["all"], read_closures);
  const disputes = useRead("dispute", ["to answer"], read_disputes);
  const failed = error ?? closures.error ?? disputes.error;
  if (failed) return <ToldProblem is_page error={failed} again={() => { again(); void closures.refetch(); void disputes.refetch(); }} />;
  if (!year || !closures.data || !disputes.data) return <><HomeHead view="verify" message={say("reading")} read_at={undefined} /><Waiting rows={10} label={say("reading")} /></>;
  const sealed = closures.data.filter((one) => customer === undefined || one.customer === customer).sort((a, b) => (a.period < b.period ? 1 : -1));
  const open = disputes.data.filter((one) => one.turn !== undefined && (customer === undefined || one.customer === customer));
  const message = (sealed.length > 0 ? say("sealed", { count: sealed.length }) : say("sealed_none")) + (open.length > 0 ? say("open_disputes", { count: open.length }) : say("no_disputes"));
  return (
    <>
      <HomeHead view="verify" message={message} read_at={Date.parse(year.card.as_of)} />
      <div className="cockpit-two">
        <div className="stack"><Closures closures={sealed} /></div>
        <div className="stack"><Basis card={year.card} /><Disputes open={open} /><Findings card={year.card} /></div>
      </div>
    </>
  );
}
