// All imports, the last first.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";

import { client, told } from "../api/client";
import { usePages } from "../api/queries";
import { usePartyName } from "../frame/known";
import { useScope } from "../frame/scope";
import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { StateText } from "../part/state";
import type { StateSign } from "../part/clock_state";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { counted } from "../words/counted";
import { number } from "../words/format";
import { useWords } from "../words/words";
import { forget_draft, kept_import } from "./draft";
import type { Import } from "./rehearsal_view";
import { import_words } from "./words";
import "./import.css";

const signs: Record<Import["state"], StateSign> = { added: "pau", filled: "pau", loading: "on", loaded: "risk", published: "met", withdrawn: "exc", cancelled: "exc" };

function NewButton() {
  const say = useWords("import", import_words);
  const { customer } = useScope();
  return <Link to={"/imports/$reference" as never} params={{ reference: "new" } as never} search={{ customer } as never} className="btn pri" onClick={forget_draft}>{say("new")}</Link>;
}

function Row({ of }: { of: Import }) {
  const say = useWords("import", import_words);
  const name_of = usePartyName();
  const file = kept_import(of.reference)?.file_name ?? "";
  return (
    <tr>
      <td><Link className="id" to={"/imports/$reference" as never} params={{ reference: of.reference } as never}>{of.reference}</Link></td>
      <td><StateText sign={signs[of.state]}>{say(`state.${of.state}`)}</StateText></td>
      <td className="b">{name_of(of.customer)}</td>
      <td>{of.source}</td>
      <td className="m" title={file}>{file}</td>
      <td className="num">{number(of.rows)}</td>
      <td className="num">{number(of.tickets_added)}</td>
      <td className="num">{number(of.findings)}</td>
    </tr>
  );
}

export function ImportsPage() {
  const say = useWords("import", import_words);
  const part = useWords("part", part_words);
  const may = useMay();
  const navigate = useNavigate();
  const { given_up } = useSearch({ strict: false }) as { given_up?: boolean };
  const pages = usePages("import", [], (cursor) => told(client.GET("/api/imports", { params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } } })));
  if (pages.isPending) return <Waiting label={part("loading")} />;
  if (!pages.data) return <ToldProblem is_page error={pages.error} again={() => void pages.refetch()} />;
  const all = pages.data.pages.flatMap((page) => page.items);
  const shown = given_up ? all : all.filter((each) => each.state !== "cancelled");
  const columns = ["reference", "state", "customer", "source", "file", "rows", "tickets", "findings"] as const;
  const published = all.filter((each) => each.state === "published").length;
  const title = all.length === 0 ? say("title") : `${say("headline", counted(shown.length))}, ${say("published", counted(published))}`;
  return (
    <>
      <div className="headline"><h1 className="prose">{title}</h1>{all.length > 0 && may("run_imports") && <div className="act"><NewButton /></div>}</div>
      {all.length === 0 ? <Empty title={say("none")} acts={may("run_imports") && <NewButton />}>{say("none_why")}</Empty> : (
        <Panel
          title={say("list")}
          acts={<label className="flex gap2 s"><input type="checkbox" checked={given_up ?? false} onChange={(event) => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, given_up: event.target.checked || undefined }) } as never)} />{say("show_given_up")}</label>}
        >
          <div className="scroll-x" tabIndex={0} role="group" aria-label={say("list")}>
            <table className="grid">
              <thead><tr>{columns.map((column) => <th key={column} className={/rows|tickets|findings/.test(column) ? "num" : undefined}>{say(`col.${column}`)}</th>)}</tr></thead>
              <tbody>{shown.map((each) => <Row key={each.reference} of={each} />)}</tbody>
            </table>
          </div>
          {pages.hasNextPage && <footer><button type="button" className="btn xs" onClick={() => void pages.fetchNextPage()}>{part("load_more")}</button></footer>}
        </Panel>
      )}
    </>
  );
}
