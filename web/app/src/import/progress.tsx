// How far a job is: done of total, pace, time left.
import type { Job } from "./job";
import { pace_of } from "./pace";
import { useNow } from "../part/ticker";
import { length, number } from "../words/format";
import { useWords } from "../words/words";
import { import_words } from "./words";

export function JobProgress({ job, label }: { job: Job; label: string }) {
  const say = useWords("import", import_words);
  const now = useNow();
  const pace = pace_of(job, now);
  return (
    <div className="import-progress">
      <progress max={Math.max(1, job.units_total)} value={job.units_total > 0 ? job.units_done : undefined} aria-label={label} />
      <div className="facts nums">
        {job.units_total > 0 && <span>{say("run.done_of", { done: number(job.units_done), total: number(job.units_total) })}</span>}
        {pace && <span>{say("run.rate", { rate: number(Math.round(pace.a_second)) })}</span>}
        {pace && job.units_done < job.units_total && <span>{say("run.left", { time: length(pace.left_seconds) })}</span>}
      </div>
      <p className="s m prose">{say("run.closes")}</p>
    </div>
  );
}
