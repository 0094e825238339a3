// One ticket: who had the ball, what that made of each promise, why, and what one may do.
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { ContestDialog } from "../dispute/contest_dialog";
import { useShortcuts } from "../frame/shortcuts";
import type { Clock } from "../part/clock_state";
import { Empty } from "../part/empty";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { is_of_customer, useMay, useMe } from "../session/me";
import { useWords } from "../words/words";
import type { Account, Explanation } from "./account";
import { accounts_of, key_of, widest } from "./account";
import { ActDialog, useRecord } from "./act_dialog";
import type { ActName } from "./act_list";
import { acts, acts_for } from "./act_list";
import type { Ticket } from "./acts";
import { useJournal, holding } from "./journal";
import type { Lit } from "./lane";
import { useCommitmentName } from "./lane_sides";
import { page_words } from "./page_words";
import { ActBar, TicketHead } from "./ticket_head";
import { TicketTabs } from "./ticket_tabs";
import { TimelinePanel } from "./timeline_panel";
import { WaitingStrip } from "./waiting_strip";
import { WhyPanel } from "./why_panel";
import "./ticket.css";

type Search = { why?: string; tab?: string; view?: string };

export function useTicketSearch(): [Search, (more: Partial<Record<keyof Search, string | undefined>>) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const set = (more: object): void => void navigate({ to: ".", search: (before: object) => ({ ...before, ...more }), replace: true, resetScroll: false } as never);
  return [search, set];
}

export function useTicket(reference: string) {
  const ticket = useRead("ticket", ["one", reference], (signal) => told(client.GET("/api/tickets/{reference}", { params: { path: { reference } }, signal })));
  const explanation = useRead("ticket", ["explanation", reference], (signal) =>
    told(client.GET("/api/tickets/{reference}/explanation", { params: { path: { reference } }, signal })) as unknown as Promise<Explanation>, { every_milliseconds: ticket.data && !ticket.data.ended_at ? 30_000 : 0 });
  return { ticket, explanation };
}

/** Read again when a limit is passed: the verdict of the server then stands in the page. */
function useReadAtLimits(clocks: readonly Clock[], again: () => void): void {
  useEffect(() => {
    const ahead = clocks.flatMap((clock) => [clock.due_at, clock.changes_at]).filter((at) => at !== undefined).map(Date.parse).filter((at) => at > Date.now());
    const wait = Math.min(...ahead) - Date.now() + 1_500;
    if (!Number.isFinite(wait) || wait > 2_000_000_000) return undefined;
    const timer = setTimeout(again, wait);
    return () => clearTimeout(timer);
  }, [clocks, again]);
}

const reasons_of = (accounts: Account[]): string[] => {
  const told = accounts.flatMap((account) => account.clock).flatMap((rule) => (rule.arguments?.["pauses"] as { arguments?: { reasons?: string } }[] | undefined) ?? []);
  return [...new Set(told.flatMap((each) => each.arguments?.reasons?.split(", ") ?? []))];
};

function Shown({ ticket, accounts, is_explained, again }: { ticket: Ticket; accounts: Account[]; is_explained: boolean; again: () => void }) {
  const say = useWords("ticket_page", page_words);
  const me = useMe();
  const may = useMay();
  const [search, set_search] = useTicketSearch();
  const journal = useJournal(ticket.reference).data ?? [];
  const [lit, light] = useState<Lit>();
  const [begun, begin] = useState<ActName | undefined>();
  const [contested, contest] = useState(false);
  const name_of = useCommitmentName();
  const is_provider = may("act_for_provider");
  const in_portal = is_of_customer(me);
  const taking = useRecord(ticket);
  const clocks = useMemo(() => (in_portal ? ticket.clocks.filter((clock) => clock.kind === "sla") : ticket.clocks), [ticket.clocks, in_portal]);
  const shown = useMemo(() => accounts.filter((account) => clocks.some((clock) => key_of(clock) === account.key)), [accounts, clocks]);
  const main = shown.find((account) => account.key === search.why) ?? widest(shown);
  const clock_of = (key: string | undefined): Clock | undefined => clocks.find((clock) => key_of(clock) === key);
  const names = may("write_tickets") ? acts_for(ticket.phase, is_provider) : [];
  const act = (name: ActName): void => {
    if (name !== "take") { begin(name); return; }
    taking.mutate({ events: [{ event: "assigned", party: "provider", person: me.reference, ...(ticket.team ? { team: ticket.team } : {}) }], name: say("act.take"), anyway: false });
  };
  useReadAtLimits(clocks, again);
  useShortcuts({
    ...Object.fromEntries(names.flatMap((name) => (acts[name].key ? [[acts[name].key, () => act(name)]] : []))),
    Escape: () => set_search({ why: undefined }),
    t: () => set_search({ view: search.view === "table" ? undefined : "table" }),
    y: () => set_search({ why: search.why ? undefined : main?.key }),
  });
  const can_contest = may("contest") && clocks.length > 0;
  return (
    <div className={search.why ? "tk-page beside" : "tk-page"}>
      <div className="tk-main">
        <TicketHead ticket={ticket} journal={journal} clocks={clocks}><ActBar names={names} begin={act} /></TicketHead>
        <WaitingStrip ticket={ticket} journal={journal} is_provider={is_provider} begin={begin} />
        {shown.length > 0 && main && <TimelinePanel accounts={shown} clocks={clocks} main={main} lit={lit} light={light} />}
        {is_explained && shown.length === 0 && <section className="panel"><Empty title={say("none")}>{say("none_why")}</Empty></section>}
        <TicketTabs ticket={ticket} journal={journal} account={main} name={name_of(clock_of(main?.key), main)} lit={lit} light={light} is_provider={is_provider} begin={begin} contest={can_contest ? () => contest(true) : undefined} />
      </div>
      {search.why && (
        <WhyPanel
          reference={ticket.reference} chosen={search.why} clocks={clocks} clock={clock_of(search.why)} lit={lit} light={light}
          keys={shown.map((account) => ({ key: account.key, name: `${say(`kind_clock.${clock_of(account.key)?.kind ?? "sla"}`)} ${name_of(clock_of(account.key), account)} · ${account.agreement}` }))}
          choose={(why) => set_search({ why })} contest={can_contest ? () => contest(true) : undefined}
        />
      )}
      {begun && <ActDialog ticket={ticket} name={begun} close={() => begin(undefined)} reasons={reasons_of(accounts)} />}
      {contested && <ContestDialog contested={{ reference: ticket.reference, clocks, events: holding(journal), chosen: search.why ?? main?.key, priority: ticket.priority }} close={() => contest(false)} />}
    </div>
  );
}

export function TicketPage() {
  const tell = useWords("part", part_words);
  const { reference = "" } = useParams({ strict: false }) as { reference?: string };
  const { ticket, explanation } = useTicket(reference.toUpperCase());
  const accounts = useMemo(() => (explanation.data ? accounts_of(explanation.data) : []), [explanation.data]);
  const again = useMemo(() => () => { void ticket.refetch(); void explanation.refetch(); }, [ticket.refetch, explanation.refetch]);
  if (ticket.isError && !ticket.data) return <ToldProblem is_page error={ticket.error} again={() => void ticket.refetch()} />;
  if (!ticket.data) return <div className="tk-page"><div className="tk-main"><Waiting rows={12} label={tell("loading")} /></div></div>;
  return <Shown ticket={ticket.data} accounts={accounts} is_explained={explanation.isSuccess} again={again} />;
}
