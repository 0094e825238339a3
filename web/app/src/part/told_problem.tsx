// What failed, said to people: what, why, what to do.
import { useQueryErrorResetBoundary } from "@tanstack/react-query";

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

/** In place of what could not be read; `is_page`: of the whole page. */
export function ToldProblem({ error, again, is_page }: { error: unknown; again?: () => void; is_page?: boolean }) {
  const Title = is_page ? "h1" : "h2";
  const say = useWords("part", part_words);
  const told = useToldProblem()(error);
  const { reset } = useQueryErrorResetBoundary();
  return (
    <div className="empty" role="alert">
      <Title>{told.title}</Title>
      <p className="prose">{told.why}</p>
      <div className="acts">
        {again && (
          <button type="button" className="btn pri" onClick={() => { reset(); again(); }}>{say("retry")}</button>
        )}
        <a className="btn" href="/">{say("problem.home")}</a>
      </div>
    </div>
  );
}

/** Beside a form that was refused. */
export function ToldInForm({ error }: { error: unknown }) {
  const told = useToldProblem()(error);
  return (
    <div className="note br" role="alert">
      <b>{told.title}</b> <span className="prose">{told.why}</span>
    </div>
  );
}
