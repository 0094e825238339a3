// Step 5: loaded without effect, published at once, undone if need be.
import { Link } from "@tanstack/react-router";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { Panel } from "../part/panel";
import { number } from "../words/format";
import { useWords } from "../words/words";
import { is_under_way } from "./job";
import type { Job } from "./job";
import { JobProgress } from "./progress";
import type { Import } from "./rehearsal_view";
import { import_words } from "./words";

function Facts({ of }: { of: Import }) {
  const say = useWords("import", import_words);
  const address = `/api/imports/${encodeURIComponent(of.reference)}/findings.csv`;
  return (
    <section className="panel" aria-label={say("step.run")}>
      <div className="import-figures">
        <div><span className="lab">{say("run.rows")}</span><span className="kpi">{number(of.rows)}</span></div>
        <div><span className="lab">{say("run.tickets")}</span><span className="kpi">{number(of.tickets_added)}</span></div>
        <div><span className="lab">{say("run.events")}</span><span className="kpi">{number(of.events_added)}</span></div>
        <div><span className="lab">{say("run.findings")}</span><span className="kpi">{of.findings > 0 ? <a href={address} download>{number(of.findings)}</a> : "0"}</span></div>
      </div>
    </section>
  );
}

/** The month of the last ticket of the customer: what was imported may be of years ago. */
function usePeriod(of: Import): string | undefined {
  const query = { customer: of.customer, shown: "all" as const, order: "newest" as const, limit: 1 };
  const { data } = useRead("ticket", ["newest", of.customer], () => told(client.GET("/api/tickets", { params: { query } })), { enabled: of.state === "published" });
  return data?.items[0]?.opened_at.slice(0, 7);
}

export function RunView({ of, job }: { of: Import; job: Job | undefined }) {
  const say = useWords("import", import_words);
  const period = usePeriod(of);
  if (of.state === "loading") {
    const has_stopped = job && !is_under_way(job) && job.state !== "done";
    return (
      <Panel title={say("step.run")}>
        {has_stopped ? <p className="note br import-pad prose"><b>{say("run.failed")}</b> {say("run.failed_why")}</p>
          : job ? <JobProgress job={job} label={say("step.run")} />
            : <p className="import-pad prose">{say("run.waiting")}</p>}
      </Panel>
    );
  }
  const is_settling = job?.kind === "import_settling" && is_under_way(job);
  return (
    <>
      <Facts of={of} />
      {is_settling && job && <Panel title={say("run.settling", { done: number(job.units_done), total: number(job.units_total) })}><JobProgress job={job} label={say("step.run")} /></Panel>}
      <p className="prose m">
        {of.state === "loaded" && say("run.loaded_why")}
        {of.state === "published" && say("run.published_why")}
        {of.state === "withdrawn" && say("run.withdrawn_why")}
      </p>
      {of.state === "published" && (
        <div className="flex gap2">
          <Link className="btn pri" to={"/matrix" as never} search={{ customer: of.customer, period } as never}>{say("run.matrix")}</Link>
          <Link className="btn" to={"/tickets" as never} search={{ customer: of.customer } as never}>{say("run.see")}</Link>
        </div>
      )}
    </>
  );
}
