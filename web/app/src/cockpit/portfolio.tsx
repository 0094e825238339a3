// The home of an executive: which customers drift, and what it costs.
import { Link } from "@tanstack/react-router";

import { useRead } from "../api/queries";
import { useScope } from "../frame/scope";
import { Glyph } from "../part/glyph";
import { Panel } from "../part/panel";
import { StateText } from "../part/state";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { money, month as month_name, number } from "../words/format";
import { capital, useWords } from "../words/words";
import { account_words } from "./account_words";
import type { MonthCost, Sum } from "./accounts";
import { due_of, month_costs, sums_of } from "./accounts";
import { read_closures, read_disputes } from "./coming";
import { CustomersTrend } from "./customers_trend";
import { Compliance, Figure } from "./figures";
import { HomeHead } from "./home_head";
import type { CustomerYear, Year } from "./year";
import { amounts_of, customers_in, is_missed, useYear } from "./year";
import { YearChart } from "./year_chart";

const useSay = () => useWords("account", account_words);
export const sums_text = (sums: readonly Sum[]): string => sums.map((sum) => money(sum.minor, sum.currency)).join(" + ");

const last_sum = (one: CustomerYear) => one.sums[one.sums.length - 1];
const is_below = (one: CustomerYear): boolean => { const sum = last_sum(one); return sum !== undefined && is_missed(sum); };

function Facts({ year, all, costs }: { year: Year; all: CustomerYear[]; costs: MonthCost[] }) {
  const say = useSay();
  const disputes = useRead("dispute", ["to answer"], read_disputes);
  const with_figures = all.filter((one) => last_sum(one)?.value !== undefined);
  const below = all.filter(is_below).length;
  const falling = all.filter((one) => (one.trend ?? 0) < -0.05).length;
  const open = (disputes.data ?? []).filter((one) => one.turn !== undefined);
  const sums = sums_of(costs.flatMap((cost) => cost.due));
  const whole = costs.filter((cost) => cost.judged.length > 0 && cost.missing.length === 0).length;
  return (
    <dl className="panel cockpit-figures">
      <Compliance year={year} />
      <Figure label={say("below")} under={say("below_of", { count: with_figures.length })}><span className={below > 0 ? "st br kpi" : "kpi"}>{below > 0 && <Glyph sign="br" />}{number(below)}</span></Figure>
      <Figure label={say("falling")} under={say("falling_why", { month: month_name(year.months[year.months.length - 2] ?? "", "short") })}><span className={falling > 0 ? "st risk kpi" : "kpi"}>{falling > 0 && <Glyph sign="down" />}{number(falling)}</span></Figure>
      <Figure label={say("year_cost")} view="money" under={say("year_cost_why", { closed: whole, all: costs.filter((cost) => cost.judged.length > 0).length })}><span className={sums[0] ? "kpi" : "kpi q"}>{sums[0] ? money(sums[0].minor, sums[0].currency) : "–"}</span>{sums.length > 1 && <span className="s m">{sums_text(sums.slice(1))}</span>}</Figure>
      <Figure label={say("disputes")} to="/disputes" under={say("disputes_ours", { count: open.filter((one) => one.turn === "provider").length })}><span className="kpi">{disputes.data ? number(open.length) : "–"}</span></Figure>
    </dl>
  );
}

export function CostTable({ costs }: { costs: readonly MonthCost[] }) {
  const say = useSay();
  const shown = costs.filter((cost) => cost.judged.length > 0).reverse();
  return (
    <Panel title={say("cost")} beside={say("cost_beside")}>
      {shown.length === 0 ? <p className="cockpit-pad s m">{say("cost_none")}</p> : (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={`${say("cost")} (${say("cost_month")})`}>
          <table className="grid compact">
            <thead><tr><th>{say("cost_month")}</th><th className="num">{say("cost_fixed")}</th><th className="num">{say("cost_amount")}</th><th className="num">{say("cost_closed")}</th><th>{say("cost_state")}</th></tr></thead>
            <tbody>
              {shown.map((cost) => {
                const state = cost.missing.length === 0 ? "whole" : cost.closed.length > 0 ? "part" : "open";
                return (
                  <tr key={cost.month}>
                    <td><Link to={"/matrix" as never} search={((before: object) => ({ ...before, period: cost.month })) as never}>{capital(month_name(cost.month))}</Link></td>
                    <td className="num b">{cost.closed_due.length === 0 ? <span className="q">–</span> : sums_text(cost.closed_due)}</td>
                    <td className="num">{cost.open_due.length === 0 ? <span className="q">–</span> : sums_text(cost.open_due)}</td>
                    <td className="num m" title={cost.missing.join(", ")}>{number(cost.closed.length)} / {number(cost.judged.length)}</td>
                    <td>{state === "whole" ? <StateText sign="met">{say("whole")}</StateText> : <span className="m">{say(state)}</span>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

export function Portfolio() {
  const say = useSay();
  const { customer, period } = useScope();
  const { year, error, again } = useYear(customer, period);
  const closures = useRead("closure", ["all"], read_closures);
  if (error && !year) return <ToldProblem is_page error={error} again={again} />;
  if (!year) return <><HomeHead view="portfolio" message={say("reading")} read_at={undefined} /><Waiting rows={10} label={say("reading")} /></>;
  const all = customers_in(year);
  const below = all.filter(is_below).length;
  const with_figures = all.filter((one) => last_sum(one)?.value !== undefined).length;
  const due = due_of(amounts_of(year, period));
  const costs = month_costs(year, closures.data ?? []);
  const state = with_figures === 0 ? say("no_figures") : below > 0 ? say("drift", { count: below, all: with_figures }) : say("no_drift");
  return (
    <>
      <HomeHead view="portfolio" message={state + (due.length > 0 ? say("costs", { month: month_name(period), amount: sums_text(due) }) : "")} read_at={Date.parse(year.card.as_of)} is_provisional={year.sums[year.sums.length - 1]?.is_provisional ?? false} />
      <Facts year={year} all={all} costs={costs} />
      <div className="cockpit-two">
        <div className="stack"><CustomersTrend year={year} /><CostTable costs={costs} /></div>
        <div className="stack"><YearChart year={year} /></div>
      </div>
    </>
  );
}
