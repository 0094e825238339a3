// Five figures: what breaks, what the month is worth, who has the ball. Each opens what it is made of.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { Glyph } from "../part/glyph";
import { HolderMark } from "../part/holder";
import { Sparkline } from "../part/trend";
import { difference, money, month as month_name, number, percent, percent_sign } from "../words/format";
import { useWords } from "../words/words";
import type { View } from "./home_head";
import type { Amount, Year } from "./year";
import { amounts_of, caps_of, cut, is_missed, trend_of } from "./year";
import type { Counts } from "./urgent";
import { cockpit_words } from "./words";

export function Figure({ label, to, view, children, under }: { label: string; to?: string; view?: View; children: ReactNode; under: ReactNode }) {
  const place = view ? "/" : to;
  const kept = view ? ({ search: ((before: object) => ({ ...before, view })) as never }) : {};
  return (
    <div className="cockpit-figure">
      <dt className="s m">{place ? <Link to={place as never} {...kept}>{label}</Link> : label}</dt>
      <dd>
        <div className="cockpit-value">{children}</div>
        <div className="s m cockpit-foot">{under}</div>
      </dd>
    </div>
  );
}

export const least = (count: number, is_least: boolean): string => number(count) + (is_least ? "+" : "");

export function Compliance({ year }: { year: Year }) {
  const say = useWords("cockpit", cockpit_words);
  const last = year.months.length - 1;
  const sum = year.sums[last];
  const period = year.months[last] ?? "";
  const trend = trend_of(year.sums);
  const label = say("compliance", { month: month_name(period, "short"), mark: sum?.is_provisional ? "*" : "" });
  if (!sum || sum.value === undefined) return <Figure label={label} to="/matrix" under={say("no_measure")}><span className="kpi q">–</span></Figure>;
  const required = sum.required ?? 0;
  const points = year.sums.map((each, index) => ({ label: year.months[index] ?? "", value: each.value, is_missed: is_missed(each) }));
  const under = (
    <>
      {trend !== undefined && (
        <span className={trend < 0 ? "st br" : "st met"}><Glyph sign={trend < 0 ? "down" : "up"} />{difference(trend)}&nbsp;pt</span>
      )}
      {" "}{trend !== undefined && `${say("since", { month: month_name(year.months[last - 1] ?? "", "short") })} · `}
      <span title={say("target_why")}>{say("target", { target: percent(cut(required)) })}</span>
    </>
  );
  return (
    <Figure label={label} to="/matrix" under={under}>
      <span className="kpi">{number(cut(sum.value) * 100, 1)}<small>{percent_sign()}</small></span>
      <span className="cockpit-spark"><Sparkline points={points} target={required} label={say("compliance_label")} /></span>
    </Figure>
  );
}

export function Amounts({ amounts }: { amounts: readonly Amount[] }) {
  return <>{amounts.map((amount) => <span key={amount.currency} className="nw">{money(amount.due_minor, amount.currency)}</span>)}</>;
}

function Penalties({ year, customer }: { year: Year; customer: string | undefined }) {
  const say = useWords("cockpit", cockpit_words);
  const amounts = amounts_of(year, year.months[year.months.length - 1] ?? "", customer);
  const due = amounts.filter((amount) => amount.due_minor !== 0);
  const held = amounts.filter((amount) => amount.held_minor !== 0);
  const [first, ...others] = due;
  const caps = caps_of(year, year.months[year.months.length - 1] ?? "", customer);
  const [cap] = caps;
  const said = [
    ...(cap && caps.length === 1 && first ? [say("cap", { cap: money(cap.cap_minor, cap.currency), share: percent(first.due_minor / cap.cap_minor, 0) })] : []),
    ...others.map((amount) => money(amount.due_minor, amount.currency)),
    ...held.map((amount) => say("held", { amount: money(amount.held_minor, amount.currency) })),
  ];
  return (
    <Figure label={say("penalties")} view="money" under={due.length === 0 && held.length === 0 ? say("penalties_none") : said.map((text, index) => <span key={index}>{index > 0 ? " · " : ""}{text}</span>)}>
      <span className={first ? "kpi" : "kpi q"}>{first ? money(first.due_minor, first.currency) : "–"}</span>
    </Figure>
  );
}

function Holders({ counts }: { counts: Counts }) {
  const say = useWords("cockpit", cockpit_words);
  if (counts.open === 0) return <Figure label={say("who")} to="/board" under={say("nobody_open")}><span className="kpi q">–</span></Figure>;
  const parts = (["us", "cust", "supp", "none"] as const).filter((holder) => counts.by_holder[holder] > 0);
  const text = parts.map((holder) => `${say(`holder_word.${holder}`)} ${number(counts.by_holder[holder])}`).join(", ");
  return (
    <Figure
      label={say("who")} to="/board"
      under={<span className="cockpit-holders">{parts.map((holder) => <HolderMark key={holder} holder={holder} name={`${least(counts.by_holder[holder], counts.is_least)} ${holder === "us" ? "" : say(`holder_short.${holder}`)}`.trim()} />)}</span>}
    >
      <span className="kpi">{number((100 * counts.by_holder.us) / counts.open)}<small>{percent_sign()} {say("with_us")}</small></span>
      <span className="bar cockpit-shares" role="img" aria-label={say("share_label", { text })}>
        {parts.map((holder) => <i key={holder} className={`h-${holder}`} style={{ width: `${(100 * counts.by_holder[holder]) / counts.open}%` }} />)}
      </span>
    </Figure>
  );
}

export function Figures({ year, counts, customer }: { year: Year | undefined; counts: Counts | undefined; customer: string | undefined }) {
  const say = useWords("cockpit", cockpit_words);
  const sum = year?.sums[year.sums.length - 1];
  const blank = <div className="cockpit-figure" aria-hidden><div className="wait" style={{ width: "60%" }} /><div className="wait" style={{ width: "40%", height: 32 }} /><div className="wait" style={{ width: "80%" }} /></div>;
  return (
    <dl className="panel cockpit-figures">
      {year ? <Compliance year={year} /> : blank}
      {counts ? (
        <Figure label={say("at_risk")} to="/board" under={say("at_risk_soon", { count: least(counts.soon, counts.is_least) })}>
          <span className={counts.at_risk > 0 ? "st risk kpi" : "kpi"}>{counts.at_risk > 0 && <Glyph sign="risk" />}{least(counts.at_risk, counts.is_least)}</span>
        </Figure>
      ) : blank}
      {sum ? (
        <Figure label={say("missed")} to="/matrix" under={<>{say("of_measured", { count: number(sum.tally.measured) })} · {say("still_open", { count: number(sum.tally.overdue_open) })}</>}>
          <span className={sum.tally.missed > 0 ? "st br kpi" : "kpi"}>{sum.tally.missed > 0 && <Glyph sign="br" />}{number(sum.tally.missed)}</span>
        </Figure>
      ) : blank}
      {year ? <Penalties year={year} customer={customer} /> : blank}
      {counts ? <Holders counts={counts} /> : blank}
    </dl>
  );
}
