// Customers, the worst trend first.
import { Link } from "@tanstack/react-router";

import { usePartyName } from "../frame/known";
import { Empty } from "../part/empty";
import { Glyph } from "../part/glyph";
import { Panel } from "../part/panel";
import { Sparkline } from "../part/trend";
import { part_words } from "../part/words";
import { difference, month as month_name, number, percent } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { Amounts } from "./figures";
import type { CustomerYear, Signal, Year } from "./year";
import { customers_in, cut, is_missed } from "./year";
import { cockpit_words } from "./words";

function SignalText({ signal }: { signal: Signal }) {
  const say = useWords("cockpit", cockpit_words);
  const word = useVocabulary();
  const label = signal.row.label || capital(word("metric", signal.row.metric));
  return (
    <>
      <span className="st br" title={label}><Glyph sign="br" /><span className="el">{label}</span>{signal.value === undefined ? "" : ` ${percent(cut(signal.value))}`}</span>
      {signal.months_in_a_row > 1 && <span className="s q"> {say("streak", { count: signal.months_in_a_row })}</span>}
    </>
  );
}

function CustomerRow({ one, months }: { one: CustomerYear; months: readonly string[] }) {
  const say = useWords("cockpit", cockpit_words);
  const part = useWords("part", part_words);
  const name = usePartyName()(one.customer);
  const sum = one.sums[one.sums.length - 1];
  const points = one.sums.map((each, index) => ({ label: months[index] ?? "", value: each.value, is_missed: is_missed(each) }));
  const sign = sum?.value === undefined ? undefined : is_missed(sum) ? "br" : "met";
  return (
    <tr>
      <td className="b"><Link to={"/customers/$reference" as never} params={{ reference: one.customer } as never} className="cockpit-name" title={name}>{name}</Link></td>
      <td>{sign && <span className={`st ${sign}`}><Glyph sign={sign} label={part(`state.${sign}`)} /></span>}</td>
      <td className="num b">{sum?.value === undefined ? <span className="q">–</span> : number(cut(sum.value) * 100, 1)}</td>
      <td className="num m">{sum?.required === undefined ? "–" : number(cut(sum.required) * 100, 1)}</td>
      <td className="num">{one.trend === undefined ? <span className="q">–</span> : <span className={one.trend < 0 ? "st br" : "st met"}>{one.trend !== 0 && <Glyph sign={one.trend < 0 ? "down" : "up"} />}{difference(one.trend)}</span>}</td>
      <td><Sparkline points={points} {...(sum?.required === undefined ? {} : { target: sum.required })} label={say("trend_label", { customer: name })} width={76} height={20} /></td>
      <td className="num">{number(sum?.tally.missed ?? 0)}</td>
      <td className="num">{one.amounts.length === 0 ? <span className="q">–</span> : <Amounts amounts={one.amounts} />}</td>
      <td className="cockpit-signal">{one.signal ? <SignalText signal={one.signal} /> : <span className="q">–</span>}</td>
    </tr>
  );
}

export function CustomersTrend({ year }: { year: Year }) {
  const say = useWords("cockpit", cockpit_words);
  const all = customers_in(year);
  const last = year.months[year.months.length - 1] ?? "", before = year.months[year.months.length - 2] ?? "";
  const mark = year.sums[year.sums.length - 1]?.is_provisional ? "*" : "";
  return (
    <Panel title={say("customers")} beside={say("worst")} acts={<Link className="s" to={"/matrix" as never}>{say("to_matrix")}</Link>}>
      {all.length === 0
        ? <Empty title={say("customers_none")} acts={<Link className="btn pri" to={"/agreements" as never}>{say("to_agreements")}</Link>}>{say("customers_none_why")}</Empty>
        : (
          <div className="scroll-x" tabIndex={0} role="region" aria-label={say("customers")}>
            <table className="grid compact cockpit-customers">
              <thead>
                <tr>
                  <th>{say("customer")}</th><th><span className="vh">{say("col.state")}</span></th>
                  <th className="num">{say("month_col", { month: capital(month_name(last, "short")), mark })}&nbsp;%</th><th className="num">{say("col.target")}</th>
                  <th className="num">{say("on_month", { month: month_name(before, "short") })}</th><th>{say("twelve")}</th><th className="num">{say("missed_col")}</th>
                  <th className="num">{say("penalties_col")}</th><th>{say("signal")}</th>
                </tr>
              </thead>
              <tbody>{all.map((one) => <CustomerRow key={one.customer} one={one} months={year.months} />)}</tbody>
            </table>
          </div>
        )}
    </Panel>
  );
}
