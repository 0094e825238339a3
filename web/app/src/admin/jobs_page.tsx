// Work that takes longer than a moment: how far it is, and how to stop it.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";

import { client, once, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import { StateText } from "../part/state";
import type { StateSign } from "../part/clock_state";
import { useNow } from "../part/ticker";
import { toast } from "../part/toast";
import { useToldProblem } from "../part/told_problem";
import { useMay } from "../session/me";
import { counted } from "../words/counted";
import { instant_near, length, number } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { ListPanel } from "./list";
import { admin_words } from "./words";
import "./admin.css";

type Job = Omit<Schemas["Job"], "has_result" | "refusal_arguments"> & { account?: string };
const signs: Record<Job["state"], StateSign> = { waiting: "pau", running: "on", done: "met", refused: "risk", cancelled: "exc", failed: "br" };
const is_under_way = (job: Job): boolean => job.state === "waiting" || job.state === "running";

function Progress({ job }: { job: Job }) {
  const say = useWords("admin", admin_words);
  const now = useNow();
  if (!is_under_way(job)) return <span className="m">{job.begun_at && job.ended_at ? length((Date.parse(job.ended_at) - Date.parse(job.begun_at)) / 1_000) : "–"}</span>;
  if (job.units_total === 0) return <span className="m">{say("jobs.waits")}</span>;
  const seconds = job.begun_at ? (now - Date.parse(job.begun_at)) / 1_000 : 0;
  const left = job.units_done > 0 ? (seconds * (job.units_total - job.units_done)) / job.units_done : undefined;
  return (
    <span className="flex gap2">
      <progress className="admin-progress" max={job.units_total} value={job.units_done} aria-label={say("jobs.progress")} />
      <span className="s nums">{number(job.units_done)} / {number(job.units_total)}{left !== undefined && ` · ${length(left)}`}</span>
    </span>
  );
}

const About = ({ about }: { about: string }) =>
  about.startsWith("imp-") ? <Link to={"/imports/$reference" as never} params={{ reference: about } as never} className="id">{about}</Link> : <span className="id">{about || "–"}</span>;

export function JobsPage() {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problem = useToldProblem();
  const may = useMay();
  const now = useNow();
  const { of } = useSearch({ strict: false }) as { of?: string };
  const of_all = may("manage_jobs") && of !== "mine";
  const jobs = useRead<Job[]>("job", ["list", of_all], async () => {
    const query = { params: { query: { limit: 100 } } };
    return of_all ? (await told(client.GET("/api/all-jobs", query))).items : (await told(client.GET("/api/jobs", query))).items;
  }, { every_milliseconds: 2_000 });
  const under_way = (jobs.data ?? []).filter(is_under_way).length;
  const act = (asked: Promise<unknown>): void => void asked.then(() => queries.invalidateQueries({ queryKey: ["job"] }), (error: unknown) => toast(problem(error).why, { is_bad: true }));
  const sent = (job: Job) => ({ params: { path: { reference: job.reference }, header: once() }, body: {} });
  const cancel = (job: Job): void => act(of_all ? told(client.POST("/api/all-jobs/{reference}/cancel", sent(job))) : told(client.POST("/api/jobs/{reference}/cancel", sent(job))));
  const why = (job: Job): string => (job.refusal ? job.refusal.replaceAll("_", " ") : "");
  return (
    <>
      <div className="headline"><h1>{!jobs.data ? say("jobs.title") : under_way > 0 ? say("jobs.headline", counted(under_way)) : say("jobs.idle")}</h1></div>
      {may("manage_jobs") && (
        <div className="flex gap2" role="group" aria-label={say("jobs.title")}>
          {(["all", "mine"] as const).map((each) => (
            <button key={each} type="button" className={`btn xs ${(each === "all") === of_all ? "pri" : ""}`} aria-pressed={(each === "all") === of_all} onClick={() => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, of: each === "mine" ? "mine" : undefined }) } as never)}>
              {say(each === "all" ? "jobs.everyone" : "jobs.mine")}
            </button>
          ))}
        </div>
      )}
      <ListPanel<Job>
        title={say("jobs.title")} query={jobs} key_of={(job) => job.reference} none={{ title: say("jobs.none"), why: say("jobs.none_why") }}
        columns={[
          { name: say("jobs.kind"), cell: (job) => <><b>{capital(word("job_kind", job.kind))}</b> <span className="id">{job.reference}</span></> },
          { name: say("jobs.about"), cell: (job) => <About about={job.about} /> },
          { name: say("state"), cell: (job) => <StateText sign={signs[job.state]}>{job.cancel_asked && is_under_way(job) ? say("jobs.cancelling") : capital(word("job_state", job.state))}</StateText>, title: why },
          { name: say("jobs.progress"), cell: (job) => <Progress job={job} /> },
          { name: say("jobs.asked"), cell: (job) => instant_near(job.asked_at, now) },
          ...(of_all ? [{ name: say("jobs.by"), cell: (job: Job) => job.account ?? "" }] : []),
          { name: say("jobs.why"), cell: (job) => <span className="m">{why(job)}</span>, title: why },
          {
            name: say("acts"), is_hidden_name: true, is_number: true,
            cell: (job) => (
              <span className="admin-acts">
                {is_under_way(job) && !job.cancel_asked && <button type="button" className="btn xs" onClick={() => cancel(job)}>{say("jobs.cancel")}</button>}
                {of_all && job.state === "failed" && <button type="button" className="btn xs" onClick={() => act(told(client.POST("/api/all-jobs/{reference}/retry", sent(job))))}>{say("jobs.retry")}</button>}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
