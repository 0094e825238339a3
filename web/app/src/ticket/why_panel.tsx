// Why a clock shows what it shows: the promise, the calculation as a sum, and what it rests on.
import { IconCopy, IconMessageReport, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import i18next from "i18next";
import { useState } from "react";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import type { Clock } from "../part/clock_state";
import { sign_of } from "../part/clock_state";
import { ToldProblem } from "../part/told_problem";
import { toast } from "../part/toast";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { clock as clock_text, instant, time_of_day } from "../words/format";
import type { Language } from "../words/language";
import { language_now } from "../words/language";
import type { Say } from "../words/words";
import { useWords } from "../words/words";
import type { Account, Explanation, Reason } from "./account";
import { accounts_of } from "./account";
import type { Lit } from "./lane";
import { is_lit } from "./lane";
import { useCommitmentName } from "./lane_sides";
import type { LedgerLine } from "./ledger";
import { ledger_of } from "./ledger";
import { page_words } from "./page_words";
import "./why.css";

type PageSay = Say<(typeof page_words)["en"]>;

/** Times of one account: with the day once it lasted longer than one. */
function when_in(account: Account): (at: number) => string {
  const first = account.stretches[0]?.from ?? account.end.at;
  return (at) => (Math.max(account.end.at, at) - first > 20 * 3_600_000 ? instant(at) : time_of_day(at, true));
}

type Row = { key: string; class: string; name: string; beside: string; sign: string; figure: string; lit: Lit };

function row_of(line: LedgerLine, account: Account, say: PageSay, numbers: { counted: number }): Row {
  const when = when_in(account);
  const figure = clock_text(line.seconds);
  const due = account.outcome.due;
  const paused_until = due === undefined ? say("why.due_none") : say("why.due_at", { when: when(due) });
  switch (line.kind) {
    case "wall": return { key: "wall", class: "", name: say("why.wall", { from: when(line.from), to: when(line.to) }), beside: say("why.wall_why"), sign: "", figure, lit: { from: line.from, to: line.to } };
    case "closed": return { key: "closed", class: "", name: say("why.closed"), beside: say("why.closed_why"), sign: "−", figure, lit: undefined };
    case "left_out": return { key: `out${line.index}`, class: "exc", name: line.stretch.text, beside: `${when(line.stretch.from)} → ${when(line.stretch.to)}`, sign: "−", figure, lit: line.stretch };
    case "counted": return { key: "counted", class: "sum", name: say("why.counted"), beside: "", sign: "=", figure, lit: undefined };
    case "held": {
      const stretch = account.stretches[line.indexes[0] ?? 0];
      const last = account.stretches[line.indexes.at(-1) ?? 0];
      return { key: `held${line.holder.text}`, class: "sub", name: say("why.held_who", { who: line.holder.text }), beside: "", sign: "", figure, lit: stretch && last && line.indexes.length === 1 ? stretch : undefined };
    }
    case "promised": return { key: "promised", class: "", name: say("why.promised"), beside: "", sign: "", figure, lit: undefined };
    case "less": return { key: "less", class: "", name: say("why.counted"), beside: say("why.line", { number: numbers.counted }), sign: "−", figure, lit: undefined };
    case "left": return { key: "left", class: "sum fin", name: say("why.left"), beside: account.end.is_now ? paused_until : say("why.ended", { when: when(account.end.at) }), sign: "=", figure, lit: undefined };
    case "over": return { key: "over", class: "sum fin", name: say("why.over"), beside: due === undefined ? "" : say("why.passed", { when: when(due) }), sign: "=", figure: `+${figure}`, lit: undefined };
  }
}

function Ledger({ rows, lit, light, tone }: { rows: Row[]; lit: Lit; light: (lit: Lit) => void; tone: string }) {
  let number = 0;
  return (
    <ol className="why-led">
      {rows.map((row) => {
        if (row.class !== "sub") number += 1;
        const is_on = row.lit !== undefined && is_lit(lit, row.lit);
        return (
          <li key={row.key} className={`${row.class} ${is_on ? "lit" : ""} ${row.class.includes("fin") ? tone : ""}`} tabIndex={row.lit ? 0 : undefined} onPointerEnter={() => light(row.lit)} onPointerLeave={() => light(undefined)} onFocus={() => light(row.lit)} onBlur={() => light(undefined)}>
            <span className="n">{row.class === "sub" ? "" : number}</span>
            <span className="w"><span className="a">{row.name}</span>{row.beside && <span className="s q">{row.beside}</span>}</span>
            <span className="v"><i>{row.sign}</i>{row.figure}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** For promises in days: each stretch with the sum so far, as the server tells it. */
function rows_of_steps(account: Account, say: PageSay): Row[] {
  const when = when_in(account);
  const rows = account.stretches.map((stretch, index): Row => ({
    key: `${index}`, class: stretch.treatment === "paused" ? "exc" : "", name: stretch.text,
    beside: [stretch.holder?.text, `${when(stretch.from)} → ${when(stretch.to)}`].filter(Boolean).join(" · "), sign: "", lit: stretch, figure: clock_text(stretch.running),
  }));
  const { due, left, over } = account.outcome;
  if (left === undefined) return rows;
  const is_over = left < 0;
  return [...rows, { key: "end", class: "sum fin", name: is_over ? say("why.over") : say("why.left"), beside: due === undefined ? "" : say("why.due_at", { when: when(due) }), sign: "=", figure: is_over ? `+${clock_text(over ?? -left)}` : clock_text(left), lit: undefined }];
}

function Basis({ account, say }: { account: Account; say: PageSay }) {
  const find = (code: string): Reason | undefined => account.basis.find((each) => each.code === code);
  const of = (code: string, name: string): string => String(find(code)?.arguments?.[name] ?? "–");
  const lines: [string, string][] = [
    [say("why.journal"), of("basis_journal", "position")], [say("why.calendar"), `${of("basis_calendar", "calendar")} · ${of("basis_calendar", "digest")}`],
    [say("why.zones"), of("basis_zones", "release")], [say("why.calculation_version"), say("why.version", { number: of("basis_calculation", "version") })],
  ];
  return <dl>{lines.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}.`}>{value}</dd>])}</dl>;
}

type WhyOf = { reference: string; chosen: string; clocks: Clock[]; keys: { key: string; name: string }[]; choose: (key: string | undefined) => void; lit: Lit; light: (lit: Lit) => void; contest: (() => void) | undefined; clock: Clock | undefined };

export function WhyPanel({ reference, chosen, keys, choose, lit, light, contest, clock }: WhyOf) {
  const tell = useWords("part", part_words);
  const [language, set_language] = useState<Language>(language_now());
  const say = i18next.getFixedT(language, "ticket_page") as unknown as PageSay;
  const name_of = useCommitmentName();
  const read = useRead("ticket", ["why", reference, language, clock?.is_at_risk, clock?.state], (signal) =>
    told(client.GET("/api/tickets/{reference}/explanation", { params: { path: { reference } }, headers: { "Accept-Language": language }, signal })) as unknown as Promise<Explanation>);
  const accounts = read.data ? accounts_of(read.data) : [];
  const index = accounts.findIndex((each) => each.key === chosen);
  const account = accounts[index];
  const sums = account ? ledger_of(account) : undefined;
  const counted = sums ? sums.filter((line) => line.kind !== "held").findIndex((line) => line.kind === "counted") + 1 : 0;
  const rows = account ? (sums?.map((line) => row_of(line, account, say, { counted })) ?? rows_of_steps(account, say)) : [];
  const last = rows.at(-1);
  const sign = clock ? sign_of(clock) : "on";
  const copy = (): void => {
    void navigator.clipboard.writeText(read.data?.pages[index] ?? "").then(() => toast(tell("copied")));
  };

  return (
    <aside className="why-p" lang={language} aria-label={say("why.title", { figure: last?.figure ?? "" })} onKeyDown={(event) => { if (event.key === "Escape") choose(undefined); }}>
      <header>
        <div>
          <h2>{say("why.title", { figure: last?.figure ?? "…" })}</h2>
          <span className="s q">{say("why.of", { kind: clock ? say(`kind_clock.${clock.kind}`) : "", name: name_of(clock, account) })}{account && ` · ${say("why.read", { when: instant(account.as_of) })}`}</span>
        </div>
        <span className="push flex gap1">
          <button type="button" className="btn xs icon ghost" aria-label={say("why.copy")} title={say("why.copy")} disabled={!account} onClick={copy}><IconCopy size={14} aria-hidden /></button>
          <button type="button" className="btn xs icon ghost" aria-label={tell("close")} title={`${tell("close")} (Esc)`} onClick={() => choose(undefined)}><IconX size={14} aria-hidden /></button>
        </span>
      </header>
      {keys.length > 1 && (
        <section className="why-pick">
          <label className="vh" htmlFor="why-pick">{say("why.other")}</label>
          <select id="why-pick" className="ctl" value={chosen} onChange={(event) => choose(event.target.value)}>{keys.map((each) => <option key={each.key} value={each.key}>{each.name}</option>)}</select>
        </section>
      )}
      {read.isError && !read.data && <ToldProblem error={read.error} again={() => void read.refetch()} />}
      {read.isPending && <section><Waiting rows={8} label={tell("loading")} /></section>}
      {account && (
        <>
          <section>
            <h3>{say("why.promise")}</h3>
            {account.promise.map((reason) => <p key={reason.code} className={reason.code === "promise" ? "sent prose" : "s m prose"}>{reason.text}</p>)}
            <p className="s"><Link to={"/agreements/$reference" as never} params={{ reference: account.agreement } as never}>{say("why.agreement")} {account.agreement}, {say("why.version", { number: account.agreement_version })}</Link></p>
          </section>
          <section>
            <h3>{say(sums ? "why.calculation" : "why.step_by_step")}</h3>
            <Ledger rows={rows} lit={lit} light={light} tone={sign} />
          </section>
          {account.findings.length > 0 && <section><h3>{say("why.finding")}</h3>{account.findings.map((reason, place) => <p key={place} className="note risk prose">{reason.text}</p>)}</section>}
          <section><h3>{say("why.due")}</h3>{account.due.map((reason) => <p key={reason.code} className="t m prose">{reason.text}</p>)}</section>
          <section><h3>{say("why.clock")}</h3>{account.clock.map((reason) => <p key={reason.code} className="t m prose">{reason.text}</p>)}</section>
          <section className="basis"><h3>{say("why.basis")}</h3><Basis account={account} say={say} /></section>
        </>
      )}
      <footer>
        {contest && <button type="button" className="btn xs" onClick={contest}><IconMessageReport size={14} aria-hidden /> {say("why.contest")}</button>}
        <span className="push tk-seg" role="group" aria-label={say("why.language")}>
          {(["fr", "en"] as const).map((each) => <button key={each} type="button" aria-pressed={language === each} onClick={() => set_language(each)}>{each.toUpperCase()}</button>)}
        </span>
      </footer>
    </aside>
  );
}
