// What was promised for the month: one figure, its target, twelve months before it, and what was missed.
import { Link } from "@tanstack/react-router";

import type { Row, Sum } from "../figure/scorecard";
import { month_sum, months_between } from "../figure/scorecard";
import { useScope } from "../frame/scope";
import { Panel } from "../part/panel";
import { StateText } from "../part/state";
import { month as month_name, number, percent, percent_sign } from "../words/format";
import { useWords } from "../words/words";
import { MonthTrend } from "./month_trend";
import { first_month } from "./readings";
import { figure_text } from "./figure_text";
import { portal_words } from "./words";

function Verdict({ sum }: { sum: Sum }) {
  const say = useWords("portal", portal_words);
  const missed = sum.judged - sum.attained;
  if (sum.judged === 0) return <span className="q">{say("month.none")}</span>;
  if (missed === 0) return <StateText sign="met">{say(sum.is_provisional ? "month.met_so_far" : "month.met")}</StateText>;
  return <StateText sign="br">{say("month.missed" as never, { count: missed, of: sum.judged })}</StateText>;
}

/** The share of the month as its number and its sign of percent, apart: they have two sizes. */
function Share({ value }: { value: number | undefined }) {
  if (value === undefined) return <span className="kpi">–</span>;
  return <span className="kpi">{number(100 * value, 1)}<small>{percent_sign()}</small></span>;
}

export function MonthPanel({ rows }: { rows: readonly Row[] }) {
  const say = useWords("portal", portal_words);
  const { period } = useScope();
  const months = months_between(first_month(period), period);
  const sum = month_sum(rows, period);
  const points = months.map((month) => ({ month, ...month_sum(rows, month) }));
  const missed = rows.filter((row) => row.kind === "sla" && row.cells.get(period)?.attained === false);
  const others = sum.attained;
  return (
    <Panel className="portal-month" title={say("month.title", { month: month_name(period) })} acts={<Link to={"/commitments" as never} className="s link">{say("month.detail")}</Link>}
      foot={sum.judged > 0 && (
        <>
          {missed.slice(0, 2).map((row) => {
            const cell = row.cells.get(period);
            return (
              <Link key={`${row.agreement}${row.target}`} to={"/commitments" as never} search={{ cell: `${row.agreement}/${row.target}/${period}` } as never} className="portal-missed">
                <StateText sign="br">{row.label} {figure_text(row.unit, cell?.value)}</StateText>
              </Link>
            );
          })}
          <span className="push">{missed.length === 0 ? say("month.all_met", { count: others }) : say("month.others" as never, { count: others })}</span>
        </>
      )}
    >
      <div className="portal-month-body">
        <div className="portal-month-figure">
          <Share value={sum.value} />
          <div>
            <Verdict sum={sum} />
            <p className="s m">
              {sum.required !== undefined && <>{say("month.target", { value: percent(sum.required, 1) })} · </>}
              {say("month.tickets" as never, { count: sum.tally.measured })} · <Link to={"/commitments" as never} className="why">{say("month.why")}</Link>
            </p>
          </div>
        </div>
        <MonthTrend points={points} />
      </div>
    </Panel>
  );
}
