// What failed, said to people: what, why, what to do.
import { useQueryClient, useQueryErrorResetBoundary } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useLayoutEffect, useRef, useState } from "react";

import { Problem, is_problem } from "../api/problem";
import { useWords } from "../words/words";
import { part_words } from "./words";

function kind_of(problem: Problem): "unreachable" | "no_answer" | "passing" | "internal" | "not_found" | "not_permitted" | "changed" | "refused" {
  if (problem.code === "unreachable" || problem.code === "no_answer") return problem.code;
  if (problem.is_passing) return "passing";
  if (problem.status === 404) return "not_found";
  if (problem.status === 403) return "not_permitted";
  if (problem.status === 409 || problem.status === 412) return problem.code === "version_changed" ? "changed" : "refused";
  return problem.status >= 500 ? "internal" : "refused";
}

export function useToldProblem(): (error: unknown) => { title: string; why: string } {
  const say = useWords("part", part_words);
  return (error) => {
    const problem = is_problem(error) ? error : new Problem(500, "internal_error", String(error));
    const kind = kind_of(problem);
    if (kind === "refused") {
      const faults = problem.faults.map((fault) => fault.detail);
      return { title: say("problem.refused"), why: [problem.message, ...faults].filter(Boolean).join(" ") };
    }
    const why = say(`problem.${kind}_why`, { id: problem.request_id || "–", detail: problem.message });
    return { title: say(`problem.${kind}`), why };
  };
}

/** In place of what could not be read; `is_page`: of the whole page. All that failed is asked again with it. */
export function ToldProblem({ error, again, is_page }: { error: unknown; again?: () => void; is_page?: boolean }) {
  const Title = is_page ? "h1" : "h2";
  const say = useWords("part", part_words);
  const told = useToldProblem()(error);
  const queries = useQueryClient();
  const { reset } = useQueryErrorResetBoundary();
  function ask_again(): void {
    reset();
    again?.();
    void queries.refetchQueries({ type: "active", predicate: (query) => query.state.status === "error" });
  }
  return (
    <div className="empty" role="alert">
      <Title>{told.title}</Title>
      <p className="prose">{told.why}</p>
      <div className="acts">
        <button type="button" className="btn pri" onClick={ask_again}>{say("retry")}</button>
        <Link className="btn" to="/">{say("problem.home")}</Link>
      </div>
    </div>
  );
}

type Fault = { label: string; detail: string };

/** The controls of the form that bear the names of the members that were refused: they are marked, the first is pointed at. */
function mark(place: Element | null, faults: Problem["faults"]): { found: Fault[]; unmark: () => void } {
  const form = place?.closest("form, .dialog");
  const marked: Element[] = [];
  const found = faults.map(({ pointer, detail }) => {
    const control = form?.querySelector<HTMLInputElement>(`[name="${CSS.escape(pointer.split("/")[1] ?? "")}"]`);
    if (!control) return { label: "", detail };
    if (control.getAttribute("aria-invalid") !== "true") marked.push(control);
    control.setAttribute("aria-invalid", "true");
    if (marked[0] === control) control.focus();
    return { label: control.labels?.[0]?.firstChild?.textContent?.trim() ?? control.getAttribute("aria-label") ?? "", detail };
  });
  return { found, unmark: () => { for (const control of marked) control.removeAttribute("aria-invalid"); } };
}

/** Beside a form that was refused: what is wrong, by the names that its fields have there. */
export function ToldInForm({ error }: { error: unknown }) {
  const say = useWords("part", part_words);
  const told = useToldProblem()(error);
  const place = useRef<HTMLDivElement>(null);
  const [found, set_found] = useState<Fault[]>([]);
  useLayoutEffect(() => {
    const { found: marked, unmark } = mark(place.current, is_problem(error) ? error.faults : []);
    set_found(marked);
    return unmark;
  }, [error]);
  return (
    <div className="note br" role="alert" ref={place}>
      <b>{told.title}</b> <span className="prose">{found.length > 0 && is_problem(error) ? error.message : told.why}</span>
      {found.length > 0 && <ul className="prose">{found.map(({ label, detail }, index) => <li key={index}>{label ? say("problem.at_field", { label, detail }) : detail}</li>)}</ul>}
    </div>
  );
}
