// One import, where it stands: prepared here, then followed by what the server says of it.
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { client, once, told } from "../api/client";
import { useRead } from "../api/queries";
import { usePartyName } from "../frame/known";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { counted } from "../words/counted";
import { number, percent, quoted } from "../words/format";
import { useWords } from "../words/words";
import { ColumnsStep, used_columns } from "./columns_step";
import { forget_draft, kept_import, set_draft, useDraft } from "./draft";
import { Drop } from "./drop";
import { FileStep } from "./file_step";
import { sorted_findings, times_of } from "./findings";
import type { Rehearsal } from "./findings";
import { is_under_way, useJob } from "./job";
import type { Job } from "./job";
import { JobProgress } from "./progress";
import { RehearsalView, useRehearsal } from "./rehearsal_view";
import type { Import } from "./rehearsal_view";
import { RunView } from "./run_view";
import { Steps } from "./steps";
import type { Step } from "./steps";
import { upload } from "./upload";
import { ValuesStep } from "./values_step";
import { import_words } from "./words";
import "./import.css";

type Say = ReturnType<typeof useWords<(typeof import_words)["en"]>>;

function Head({ title, crumb }: { title: string; crumb: string }) {
  const say = useWords("import", import_words);
  return (
    <div>
      <nav className="s q import-crumb" aria-label={say("title")}><Link to={"/imports" as never}>{say("title")}</Link> / <span className="prose">{crumb}</span></nav>
      <div className="headline"><h1 className="prose">{title}</h1></div>
    </div>
  );
}

function NewImport() {
  const say = useWords("import", import_words);
  const navigate = useNavigate();
  const draft = useDraft();
  const { step: wanted } = useSearch({ strict: false }) as { step?: string };
  const step: Step = wanted === "columns" && draft.head && draft.choices ? "columns" : wanted === "values" && (draft.choices || draft.text !== undefined || draft.kind) ? "values" : "file";
  const go = (to: Step): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, step: to }) } as never);
  const used = draft.choices ? used_columns(draft.choices) : 0;
  const title = step === "file" ? say("file.title")
    : step === "values" ? say("values.title")
      : say("columns.title", { ...counted(used), of: draft.head?.columns.length ?? 0 });
  return (
    <>
      <Head title={title} crumb={draft.file_name ?? say("new")} />
      <Steps now={step} go={go} />
      {step === "file" && <FileStep />}
      {step === "columns" && <ColumnsStep go={go} />}
      {step === "values" && <ValuesStep go={go} />}
    </>
  );
}

function title_of(say: Say, of: Import, job: Job | undefined, rehearsal: Rehearsal | undefined): string {
  const with_count = (key: "run.loaded" | "run.published" | "rehearsal.title"): string => say(key, counted(of.tickets_added));
  if (of.state === "added") return say("send.title");
  if (of.state === "loading") return job && job.units_total > 0 ? say("run.loading", { share: percent(job.units_done / job.units_total, 0) }) : say("run.waiting");
  if (of.state === "loaded") return with_count("run.loaded");
  if (of.state === "published") return with_count("run.published");
  if (of.state === "withdrawn") return say("run.withdrawn");
  if (of.state === "cancelled") return say("run.cancelled");
  if (is_under_way(job)) return say("rehearsal.running");
  if (!rehearsal) return say("rehearsal.wants");
  const rejected = times_of(sorted_findings(rehearsal.findings).rejected);
  if (rehearsal.tickets_added === 0 && rehearsal.events_added === 0) return say("rehearsal.nothing");
  if (rejected === 0) return with_count("rehearsal.title");
  return say("rehearsal.title_with", { ...counted(rehearsal.tickets_added), rejected: number(rejected) });
}

type ImportAct = "rehearse" | "run" | "publish" | "withdraw" | "cancel";

function useImportActs(of: Import | undefined): { act: (act: ImportAct, comment?: string) => Promise<boolean>; error: unknown; is_acting: boolean } {
  const queries = useQueryClient();
  const [error, set_error] = useState<unknown>();
  const [is_acting, set_acting] = useState(false);
  async function act(name: ImportAct, comment?: string): Promise<boolean> {
    if (!of) return false;
    set_error(undefined);
    set_acting(true);
    try {
      const answer = { params: { path: { reference: of.reference }, header: once() }, body: comment ? { comment } : {} };
      const next = await told(client.POST(`/api/imports/{reference}/${name}`, answer));
      queries.setQueryData(["import", of.reference], next);
      await queries.invalidateQueries({ queryKey: ["job"] });
      void queries.invalidateQueries({ queryKey: ["import"] });
      return true;
    } catch (refused) {
      set_error(refused);
      return false;
    } finally {
      set_acting(false);
    }
  }
  return { act, error, is_acting };
}

function UndoDialog({ of, undo, close, error }: { of: Import; undo: (comment: string) => void; close: () => void; error: unknown }) {
  const say = useWords("import", import_words);
  const part = useWords("part", part_words);
  const [why, set_why] = useState("");
  return (
    <Dialog title={say("run.undo_title")} close={close}>
      <form onSubmit={(event) => { event.preventDefault(); undo(why); }}>
        <div className="body">
          <p className="prose">{say("run.undo_why", { tickets: number(of.tickets_added), events: number(of.events_added) })}</p>
          <div className="field"><label htmlFor="undo-why">{say("run.why")}</label><input name="why" id="undo-why" required value={why} onChange={(event) => set_why(event.target.value)} /></div>
          {error !== undefined && <ToldInForm error={error} />}
        </div>
        <div className="foot">
          <button type="button" className="btn" onClick={close}>{part("close")}</button>
          <button type="submit" className="btn danger">{say("run.undo")}</button>
        </div>
      </form>
    </Dialog>
  );
}

function SendFile({ of, sent }: { of: Import; sent: () => void }) {
  const say = useWords("import", import_words);
  const [error, set_error] = useState<unknown>();
  const [share, set_share] = useState<number>();
  function send(file: File): void {
    set_error(undefined);
    set_share(0);
    upload(`/api/imports/${encodeURIComponent(of.reference)}/file`, file, set_share).then(sent, (refused: unknown) => { set_error(refused); set_share(undefined); });
  }
  return (
    <>
      {share === undefined ? <Drop take={send} /> : <p role="status">{say("go.sending", { share: percent(share, 0) })}</p>}
      {error !== undefined && <ToldInForm error={error} />}
    </>
  );
}

function KnownImport({ reference }: { reference: string }) {
  const say = useWords("import", import_words);
  const part = useWords("part", part_words);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const may = useMay();
  const name_of = usePartyName();
  const read = useRead("import", [reference], () => told(client.GET("/api/imports/{reference}", { params: { path: { reference } } })));
  const of = read.data;
  const [is_moving, set_moving] = useState(true);
  const job = useJob(of?.job ?? "", is_moving).data;
  const rehearsal = useRehearsal(job).data;
  const { act, error, is_acting } = useImportActs(of);
  const [asks_undo, set_asks_undo] = useState(false);
  const job_mark = job ? `${job.reference} ${job.state}` : "";
  useEffect(() => {
    set_moving(is_under_way(job));
    void queries.invalidateQueries({ queryKey: ["import", reference] });
  }, [job_mark, queries, reference]); // eslint-disable-line react-hooks/exhaustive-deps

  if (read.isPending) return <Waiting label={part("loading")} />;
  if (!of) return <ToldProblem is_page error={read.error} again={() => void read.refetch()} />;
  const kept = kept_import(reference);
  const may_run = may("run_imports");
  const crumb = [name_of(of.customer), of.source, kept?.file_name, kept?.profile_name && quoted(kept.profile_name)].filter(Boolean).join(" · ");
  const is_run = of.state === "loading" || of.state === "loaded" || of.state === "published" || of.state === "withdrawn";
  const step: Step = of.state === "added" ? "file" : is_run ? "run" : "rehearsal";

  function modify(wanted: { column: string; values: string[] }[] = []): void {
    const choices = kept?.choices;
    if (choices) {
      const states = { ...choices.states };
      const values = { ...choices.values };
      for (const { column, values: missing } of wanted) {
        const field = choices.fields[column];
        if (field === "state") for (const value of missing) states[value] ??= "open";
        else if (field === "priority" || field === "kind" || field === "customer") values[field] = { ...Object.fromEntries(missing.map((value) => [value, ""])), ...values[field] };
      }
      set_draft({ choices: { ...choices, states, values }, text: kept.text, file_name: kept.file_name, profile_name: kept.profile_name, source: of?.source ?? "", reference });
    }
    void navigate({ to: "/imports/$reference", params: { reference: "new" }, search: { customer: of?.customer, step: "values" } } as never);
  }

  return (
    <>
      <Head title={title_of(say, of, job, rehearsal)} crumb={crumb} />
      <Steps now={step} is_over={of.state === "published"} go={of.state === "filled" && kept?.choices ? (to) => (to === "values" ? modify() : void navigate({ to: "/imports/$reference", params: { reference: "new" }, search: { customer: of.customer, step: to } } as never)) : undefined} />
      {error !== undefined && !asks_undo && <ToldInForm error={error} />}
      {step === "file" && may_run && <SendFile of={of} sent={() => void act("rehearse")} />}
      {step === "rehearsal" && of.state === "filled" && job && is_under_way(job) && <section className="panel"><JobProgress job={job} label={say("rehearsal.running")} /></section>}
      {step === "rehearsal" && job?.state === "refused" && <p className="note br prose">{part("problem.refused")} <b>{job.refusal}</b></p>}
      {step === "rehearsal" && job && rehearsal && <RehearsalView of={of} job={job} rehearsal={rehearsal} kept={kept} modify={may_run && of.state === "filled" && kept?.choices ? modify : undefined} />}
      {is_run && <RunView of={of} job={job} />}
      {asks_undo && <UndoDialog of={of} error={error} close={() => set_asks_undo(false)} undo={(why) => void act("withdraw", why).then((is_done) => { if (is_done) { set_asks_undo(false); toast(say("run.undone")); } })} />}
      {may_run && of.state !== "cancelled" && of.state !== "withdrawn" && (
        <div className="import-cta">
          <span className="why-note">{of.state === "published" ? "" : say("go.nothing")}</span>
          {(of.state === "added" || of.state === "filled" || of.state === "loading" || of.state === "loaded") && (
            <button type="button" className="btn ghost" disabled={is_acting} onClick={() => void act("cancel").then((is_done) => is_done && toast(say("rehearsal.gave_up")))}>{say(of.state === "loading" ? "run.cancel" : "rehearsal.give_up")}</button>
          )}
          {of.state === "filled" && !is_under_way(job) && (!rehearsal || job?.state === "refused") && <button type="button" className="btn pri" disabled={is_acting} onClick={() => void act("rehearse")}>{say("rehearsal.rehearse")}</button>}
          {of.state === "filled" && rehearsal && rehearsal.events_added > 0 && (
            <button type="button" className="btn pri" disabled={is_acting} onClick={() => void act("run")}>{say("rehearsal.run", counted(rehearsal.tickets_added))}</button>
          )}
          {of.state === "loading" && job && !is_under_way(job) && <button type="button" className="btn pri" disabled={is_acting} onClick={() => void act("run")}>{say("run.resume")}</button>}
          {of.state === "loaded" && <button type="button" className="btn pri" disabled={is_acting} onClick={() => void act("publish").then((is_done) => is_done && forget_draft())}>{say("run.publish", counted(of.tickets_added))}</button>}
          {of.state === "published" && <button type="button" className="btn" disabled={is_acting} onClick={() => set_asks_undo(true)}>{say("run.undo")}</button>}
        </div>
      )}
    </>
  );
}

export function ImportPage() {
  const { reference = "" } = useParams({ strict: false }) as { reference?: string };
  return reference === "new" ? <NewImport /> : <KnownImport key={reference} reference={reference} />;
}
