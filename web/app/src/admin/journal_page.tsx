// The journal: who did what, when, from where; before and after.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Fragment } from "react";

import { client, told } from "../api/client";
import { is_problem } from "../api/problem";
import { usePages } from "../api/queries";
import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { instant, instant_exact, number } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { ChoiceField, TextField } from "./field";
import { admin_words } from "./words";
import "./admin.css";

/** As the server describes it; servers before it have no such list, and answer 404. */
type Entry = {
  position: number; at: string; word: string; account?: string; name?: string; door: string; origin?: string; thing: string; reference: string; version: number;
  changes: { field: string; before?: string; after?: string }[]; comment?: string;
};
type Filter = { thing?: string; reference?: string; account?: string; from?: string; to?: string };
const things = ["ticket", "agreement", "party", "account", "token", "import", "outage", "maintenance", "dispute", "closure", "penalty", "contract", "service", "site", "team", "job", "warning_rule", "escalation_ladder", "rota", "webhook", "notice_template", "fact_source", "zones", "installation"] as const;

/** Days of the reader, as the server wants instants. The last day is included. */
export function query_of(filter: Filter): Record<string, string> {
  const query: Record<string, string> = {};
  if (filter.thing) query["thing"] = filter.thing;
  if (filter.reference) query["reference"] = filter.reference;
  if (filter.account) query["account"] = filter.account;
  if (filter.from) query["from"] = new Date(`${filter.from}T00:00:00`).toISOString();
  if (filter.to) query["to"] = new Date(new Date(`${filter.to}T00:00:00`).getTime() + 86_400_000).toISOString();
  return query;
}

const pages_of_things: Record<string, string> = { ticket: "/tickets/$reference", agreement: "/agreements/$reference", import: "/imports/$reference", dispute: "/disputes/$reference" };

function ThingLink({ entry }: { entry: Entry }) {
  const page = pages_of_things[entry.thing];
  if (!page || !entry.reference) return <span className="id">{entry.reference}</span>;
  return <Link className="id" to={page as never} params={{ reference: entry.reference } as never}>{entry.reference}</Link>;
}

function EntryRows({ entry }: { entry: Entry }) {
  const word = useVocabulary();
  const changes = entry.changes.filter((change) => change.before !== change.after);
  return (
    <Fragment>
      <tr>
        <td className="num m">{number(entry.position)}</td>
        <td title={instant_exact(entry.at)}>{instant(entry.at)}</td>
        <td className="b">{entry.name ?? entry.account ?? "–"}</td>
        <td>{capital(word("act_word", entry.word))}</td>
        <td className="with-link">{capital(word("thing", entry.thing))} <ThingLink entry={entry} /></td>
        <td className="m" title={changes.map((change) => `${change.field}: ${change.before ?? "–"} → ${change.after ?? "–"}`).join("\n")}>
          {entry.comment ?? changes.slice(0, 2).map((change) => `${change.field}: ${change.before ? `${change.before.slice(0, 24)} → ` : ""}${(change.after ?? "–").slice(0, 40)}`).join(", ")}
        </td>
        <td className="m" title={entry.origin}>{capital(word("door", entry.door))}</td>
      </tr>
    </Fragment>
  );
}

function Filters({ filter }: { filter: Filter }) {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const navigate = useNavigate();
  const set = (name: keyof Filter) => (value: string): void => void navigate({ to: ".", replace: true, search: (before: Record<string, unknown>) => ({ ...before, [name]: value || undefined }) } as never);
  return (
    <div className="admin-pad" style={{ display: "grid", gap: 12, gridTemplateColumns: "repeat(auto-fit, minmax(150px, 1fr))" }}>
      <ChoiceField label={say("journal.thing")} value={filter.thing ?? ""} none={say("journal.all")} set={set("thing")} options={things.map((thing) => ({ value: thing, name: capital(word("thing", thing)) }))} />
      <TextField label={say("journal.reference")} value={filter.reference ?? ""} set={set("reference")} />
      <TextField label={say("journal.who")} value={filter.account ?? ""} set={set("account")} />
      <TextField label={say("journal.from")} type="date" value={filter.from ?? ""} set={set("from")} />
      <TextField label={say("journal.to")} type="date" value={filter.to ?? ""} set={set("to")} />
    </div>
  );
}

export function JournalPage() {
  const say = useWords("admin", admin_words);
  const part = useWords("part", part_words);
  const search = useSearch({ strict: false }) as Filter;
  const filter: Filter = { ...(search.thing ? { thing: search.thing } : {}), ...(search.reference ? { reference: search.reference } : {}), ...(search.account ? { account: search.account } : {}), ...(search.from ? { from: search.from } : {}), ...(search.to ? { to: search.to } : {}) };
  const pages = usePages<Entry>("journal", [filter], async (cursor) => {
    const query = { limit: 100, ...query_of(filter), ...(cursor ? { cursor } : {}) };
    return (await told(client.GET("/api/journal" as never, { params: { query } } as never))) as unknown as { items: Entry[]; next?: string };
  });
  const is_absent = is_problem(pages.error) && pages.error.status === 404;
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = ["position", "when", "who", "what", "thing", "changes", "door"] as const;
  return (
    <>
      <div className="headline"><h1>{say("journal.headline")}</h1></div>
      {is_absent ? <Empty title={say("journal.none")}>{say("journal.none_why")}</Empty> : (
        <Panel title={say("journal.all")}>
          <Filters filter={filter} />
          {pages.isPending && <div className="admin-pad"><Waiting label={part("loading")} /></div>}
          {pages.error !== null && <ToldProblem error={pages.error} again={() => void pages.refetch()} />}
          {pages.data && rows.length === 0 && <Empty title={say("journal.nothing")}>{say("journal.nothing_why")}</Empty>}
          {rows.length > 0 && (
            <div className="scroll-x" tabIndex={0} role="group" aria-label={say("journal.headline")}>
              <table className="grid">
                <thead><tr>{columns.map((column) => <th key={column} className={column === "position" ? "num" : undefined}>{say(`journal.${column}`)}</th>)}</tr></thead>
                <tbody>{rows.map((entry) => <EntryRows key={entry.position} entry={entry} />)}</tbody>
              </table>
            </div>
          )}
          {pages.hasNextPage && <footer><button type="button" className="btn xs" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{part("load_more")}</button></footer>}
        </Panel>
      )}
    </>
  );
}
