// The home of finance: what must be credited, what can be invoiced, what is still to be closed.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";

import { useRead } from "../api/queries";
import type { Ledger } from "../figure/scorecard";
import { useLedger } from "../figure/scorecard";
import { usePartyName } from "../frame/known";
import { last_day_of, months_before, this_month, useScope } from "../frame/scope";
import { Dialog } from "../part/dialog";
import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { civil_day, money, month as month_name, number } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { month_pattern } from "../frame/scope";
import { account_words } from "./account_words";
import type { MonthCost, Owed } from "./accounts";
import { by_state, month_costs, owed_in, sums_of } from "./accounts";
import { read_closures } from "./coming";
import { HomeHead } from "./home_head";
import { sums_text } from "./portfolio";
import type { Penalty } from "./year";
import { read_penalties, useYear } from "./year";

const useSay = () => useWords("account", account_words);
/** A month by its name; a quarter or another period as the agreement calls it. */
export const period_name = (period: string): string => (month_pattern.test(period) ? `${capital(month_name(period, "short"))} ${period.slice(0, 4)}` : period);

function States({ penalties }: { penalties: readonly Penalty[] }) {
  const say = useSay();
  const word = useVocabulary();
  const states = by_state(penalties);
  return (
    <Panel title={say("states")} beside={say("states_beside")}>
      {states.length === 0 ? <Empty title={say("states_none")} acts={<Link className="btn pri" to={"/closures" as never}>{say("to_closures")}</Link>}>{say("states_none_why")}</Empty> : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={`${say("states")} (${say("state")})`}>
          <table className="grid">
            <thead><tr><th>{say("state")}</th><th className="num">{say("count")}</th><th className="num">{say("amount")}</th></tr></thead>
            <tbody>{states.map((one) => <tr key={one.state}><td>{capital(word("penalty_state", one.state))}</td><td className="num">{number(one.count)}</td><td className="num b">{one.sums.length === 0 ? <span className="q">–</span> : sums_text(one.sums)}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Lines({ penalties }: { penalties: readonly Penalty[] }) {
  const say = useSay();
  const word = useVocabulary();
  const name = usePartyName();
  if (penalties.length === 0) return null;
  return (
    <Panel title={say("lines")} beside={number(penalties.length)}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={`${say("lines")} (${say("amount")})`}>
        <table className="grid">
          <thead><tr><th>{say("period")}</th><th>{say("party")}</th><th>{say("line_what")}</th><th>{say("nature")}</th><th className="num">{say("computed")}</th><th className="num">{say("now")}</th><th>{say("state")}</th></tr></thead>
          <tbody>
            {penalties.slice(0, 100).map((one) => (
              <tr key={one.reference}>
                <td>{period_name(one.period)}</td><td>{name(one.customer)}</td>
                <td><Link to={"/agreements/$reference" as never} params={{ reference: one.agreement } as never}>{one.agreement}@{one.agreement_version}</Link> <span className="m">{one.clause || one.target}</span></td>
                <td className="m">{word("penalty_nature", one.nature)}</td>
                <td className="num">{money(one.computed_minor, one.currency)}</td><td className="num b">{money(one.amount_minor, one.currency)}</td><td>{capital(word("penalty_state", one.state))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** One line of a ledger, by what makes it one. */
const key_of = (line: Owed): string => [line.agreement, line.version, line.period, line.clause, line.target ?? "", line.ticket ?? ""].join("~");

function Derivation({ line, close }: { line: Owed; close: () => void }) {
  const say = useSay();
  return (
    <Dialog wide title={say("derivation", { amount: money(line.amount_minor, line.currency) })} close={close}>
      <div className="body">
        <p className="m">{line.agreement}@{line.version} · {line.clause} · {period_name(line.period)}</p>
        <ol className="account-steps">{line.lines.map((step, index) => <li key={index}><span>{capital(step.text ?? step.code)}</span><span className="nums m">{step.running_minor && /^-?\d+$/.test(step.running_minor) ? money(Number(step.running_minor), line.currency) : ""}</span></li>)}</ol>
      </div>
    </Dialog>
  );
}

function LedgerPanel({ ledger, customers }: { ledger: Ledger; customers: ReadonlyMap<string, string> }) {
  const say = useSay();
  const word = useVocabulary();
  const name = usePartyName();
  const navigate = useNavigate();
  const asked = (useSearch({ strict: false }) as { why?: string }).why;
  const show = (why: string | undefined): void => void navigate({ to: ".", search: ((before: object) => ({ ...before, why })) as never });
  const lines = owed_in(ledger);
  const line = lines.find((each) => key_of(each) === asked);
  return (
    <Panel title={say("ledger")} beside={say("ledger_beside")}>
      {lines.length === 0 ? <Empty title={say("ledger_none")}>{say("ledger_none_why")}</Empty> : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={`${say("ledger")} (${say("amount")})`}>
          <table className="grid">
            <thead><tr><th>{say("period")}</th><th>{say("party")}</th><th>{say("line_what")}</th><th className="num">{say("computed")}</th><th className="num">{say("amount")}</th><th>{say("state")}</th><th>{say("claim_until")}</th><th><span className="vh">{say("why")}</span></th></tr></thead>
            <tbody>
              {lines.slice(0, 100).map((each) => (
                <tr key={key_of(each)}>
                  <td>{period_name(each.period)}{each.provisional ? "*" : ""}</td><td>{name(customers.get(each.agreement))}</td>
                  <td><Link to={"/agreements/$reference" as never} params={{ reference: each.agreement } as never}>{each.agreement}@{each.version}</Link> <span className="m">{each.clause}</span></td>
                  <td className="num">{each.points ? say("points", { count: each.points }) : money(each.computed_minor, each.currency)}</td>
                  <td className="num b">{money(each.amount_minor, each.currency)}</td>
                  <td>{capital(word("penalty_state", each.state))}</td><td className="m">{each.claim_until ? civil_day(each.claim_until) : "–"}</td>
                  <td><button type="button" className="btn xs ghost why" onClick={() => show(key_of(each))}>{say("why")}</button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {line && <Derivation line={line} close={() => show(undefined)} />}
    </Panel>
  );
}

/** Older ones are on the page of closings. */
const most_missing = 6;

function Missing({ costs }: { costs: readonly MonthCost[] }) {
  const say = useSay();
  const missing = costs.filter((cost) => cost.month < this_month() && cost.missing.length > 0).reverse();
  const more = missing.length - most_missing;
  return (
    <Panel title={say("missing")} {...(more > 0 ? { foot: <Link to={"/closures" as never}>{say("more_periods", { count: more })}</Link> } : {})} acts={<Link className="s" to={"/closures" as never}>{say("to_closures")}</Link>}>
      <p className="s m account-note">{say("missing_beside")}</p>
      {missing.length === 0 ? <p className="t cockpit-pad">{say("missing_none")}</p> : (
        <ul className="account-list">
          {missing.slice(0, most_missing).map((cost) => (
            <li key={cost.month}>
              <span className="cockpit-what"><b className="t">{capital(month_name(cost.month))}</b><span className="s m el" title={cost.missing.join(", ")}>{say("missing_count", { count: cost.missing.length })} · {cost.missing.join(", ")}</span></span>
              <Link className="btn xs" to={"/closures" as never} search={((before: object) => ({ ...before, period: cost.month })) as never}>{say("close")}<span className="vh"> {month_name(cost.month)}</span></Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function MoneyPage() {
  const say = useSay();
  const { customer, period } = useScope();
  const { year, error, again } = useYear(customer, period);
  const ledger = useLedger({ from: `${months_before(period, 11)}-01`, to: last_day_of(period) });
  const penalties = useRead("penalty", ["all"], read_penalties);
  const closures = useRead("closure", ["all"], read_closures);
  const failed = error ?? ledger.error ?? penalties.error ?? closures.error;
  if (failed) return <ToldProblem is_page error={failed} again={() => { again(); void ledger.refetch(); void penalties.refetch(); void closures.refetch(); }} />;
  if (!year || !ledger.data || !penalties.data || !closures.data) return <><HomeHead view="money" message={say("reading")} read_at={undefined} /><Waiting rows={10} label={say("reading")} /></>;
  const of_scope = penalties.data.filter((one) => customer === undefined || one.customer === customer);
  const agreed = sums_of(of_scope.filter((one) => one.state === "agreed").map((one) => ({ currency: one.currency, minor: one.amount_minor })));
  const costs = month_costs(year, closures.data);
  const count = costs.filter((cost) => cost.month < this_month() && cost.missing.length > 0).length;
  const customers = new Map(year.heads.map((head) => [head.reference, head.customer]));
  const shown: Ledger = { ...ledger.data, agreements: ledger.data.agreements.filter((one) => customer === undefined || customers.get(one.id) === customer) };
  return (
    <>
      <HomeHead view="money" message={(agreed.length > 0 ? say("credit", { amount: sums_text(agreed) }) : say("credit_none")) + (count > 0 ? say("close_first", { count }) : say("all_closed"))} read_at={Date.parse(ledger.data.as_of)} />
      <div className="cockpit-two">
        <div className="stack"><LedgerPanel ledger={shown} customers={customers} /><Lines penalties={of_scope} /></div>
        <div className="stack"><States penalties={of_scope} /><Missing costs={costs} /></div>
      </div>
    </>
  );
}
