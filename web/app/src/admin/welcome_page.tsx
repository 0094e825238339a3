// From an empty installation to the first matrix, in six steps; it goes on where it was left.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";

import { client, of_version, once, told } from "../api/client";
import { useRead } from "../api/queries";
import { Glyph } from "../part/glyph";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { counted } from "../words/counted";
import { language_now } from "../words/language";
import { speak, useWords } from "../words/words";
import { ChoiceField, TextField, reference_of } from "./field";
import { AgreementStep } from "./welcome_agreement";
import { put_off } from "./put_off";
import { say_it, useProgress, useSaid, welcome_steps } from "./welcome_state";
import type { Progress, WelcomeStep } from "./welcome_state";
import { admin_words } from "./words";
import "./admin.css";

type StepProps = { progress: Progress; next: () => void };
const sets = ["fr", "fr-alsace-moselle", "fr-guadeloupe", "fr-martinique", "fr-guyane", "fr-reunion", "fr-mayotte", "be", "lu", "ch", "ch-ge", "ch-vd", "de", "gb-eng", "gb-sct", "gb-nir", "us"] as const;

/** A form of one step: what was typed stays when it is refused. */
function StepForm({ act, save, children }: { act: string; save: () => Promise<void>; children: ReactNode }) {
  const [error, set_error] = useState<unknown>();
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    set_error(undefined);
    await save().catch(set_error);
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {children}
      {error !== undefined && <ToldInForm error={error} />}
      <div className="acts"><button type="submit" className="btn pri">{act}</button></div>
    </form>
  );
}

function CompanyStep({ progress, next }: StepProps) {
  const say = useWords("admin", admin_words);
  const queries = useQueryClient();
  const [name, set_name] = useState(progress.owner?.name ?? "");
  async function save(): Promise<void> {
    const { owner } = progress;
    if (owner && owner.name !== name) await told(client.PATCH("/api/parties/{reference}", { params: { path: { reference: owner.reference }, header: of_version(owner.version) }, body: { name } }));
    if (!owner) await told(client.POST("/api/parties", { params: { header: once() }, body: { reference: reference_of(name), kind: "owner", name } }));
    await queries.invalidateQueries({ queryKey: ["party"] });
    say_it({ has_language: true });
    next();
  }
  return (
    <StepForm act={say("welcome.next")} save={save}>
      <ChoiceField label={say("welcome.language")} value={language_now()} set={(language) => void speak(language as "fr" | "en")} options={[{ value: "fr", name: "Français" }, { value: "en", name: "English" }]} />
      <TextField name="name" label={say("welcome.company")} hint={say("welcome.company_hint")} value={name} set={set_name} required />
    </StepForm>
  );
}

function CalendarStep({ next }: StepProps) {
  const say = useWords("admin", admin_words);
  const said = useSaid();
  const name = (set: (typeof sets)[number]) => say(`welcome.set.${set.replaceAll("-", "_") as "fr"}`);
  async function save(): Promise<void> {
    say_it({ has_hours: true });
    next();
  }
  return (
    <StepForm act={say("welcome.next")} save={save}>
      <ChoiceField label={say("welcome.country")} value={said.holidays} none={say("welcome.set.none")} set={(holidays) => say_it({ holidays })} options={sets.map((set) => ({ value: set, name: name(set) }))} />
      <TextField label={say("welcome.hours")} hint={say("welcome.hours_hint")} value={said.hours} set={(hours) => say_it({ hours })} required />
      <TextField label={say("welcome.zone")} value={said.zone} set={(zone) => say_it({ zone })} required />
    </StepForm>
  );
}

function CustomerStep({ progress, next }: StepProps) {
  const say = useWords("admin", admin_words);
  const queries = useQueryClient();
  const [name, set_name] = useState("");
  async function save(): Promise<void> {
    if (name.trim() === "") return next();
    const added = await told(client.POST("/api/parties", { params: { header: once() }, body: { reference: reference_of(name), kind: "customer", name: name.trim() } }));
    await queries.invalidateQueries({ queryKey: ["party"] });
    say_it({ customer: added.reference });
    return next();
  }
  return (
    <StepForm act={say("welcome.next")} save={save}>
      {progress.customer && <p className="note on prose">{say("welcome.customer_there", { name: progress.customer.name })}</p>}
      {progress.customers.length > 1 && <ChoiceField label={say("accounts.customer")} value={progress.customer?.reference ?? ""} set={(customer) => say_it({ customer })} options={progress.customers.map((each) => ({ value: each.reference, name: each.name }))} />}
      <TextField name="name" label={say("welcome.customer")} hint={say("welcome.customer_hint")} value={name} set={set_name} required={!progress.customer} />
    </StepForm>
  );
}

function TicketsStep({ progress, next }: StepProps) {
  const say = useWords("admin", admin_words);
  const customer = progress.customer?.reference;
  const { published, waiting } = progress;
  return (
    <div className="stack">
      <p className="prose">{say("welcome.tickets_why")}</p>
      {published.length > 0 && <p className="note on prose">{say("welcome.import_there", counted(published.length))}</p>}
      {waiting && <p className="note risk prose">{say("welcome.import_waits")} <Link to={"/imports/$reference" as never} params={{ reference: waiting.reference } as never} search={{ customer } as never}>{waiting.reference}</Link></p>}
      <div className="flex gap2">
        <Link className={`btn ${published.length > 0 ? "" : "pri"}`} to={"/imports/$reference" as never} params={{ reference: "new" } as never} search={{ customer } as never}>{say("welcome.import")}</Link>
        {published.length > 0 && <button type="button" className="btn pri" onClick={next}>{say("welcome.next")}</button>}
      </div>
    </div>
  );
}

function CockpitStep({ progress }: StepProps) {
  const say = useWords("admin", admin_words);
  const customer = progress.customer?.reference ?? "";
  const query = { customer, shown: "all" as const, order: "newest" as const, limit: 1 };
  const newest = useRead("ticket", ["newest", customer], () => told(client.GET("/api/tickets", { params: { query } })), { enabled: customer !== "" }).data;
  const period = newest?.items[0]?.opened_at.slice(0, 7);
  return (
    <div className="stack">
      <p className="prose">{say("welcome.cockpit_why")}</p>
      <div className="flex gap2">
        <Link className="btn pri" to={"/matrix" as never} search={{ customer, period } as never}>{say("welcome.matrix")}</Link>
        <Link className="btn" to={"/" as never} onClick={put_off}>{say("welcome.cockpit")}</Link>
      </div>
    </div>
  );
}

const shown: Record<WelcomeStep, (props: StepProps) => ReactNode> = {
  company: CompanyStep, calendar: CalendarStep, customer: CustomerStep, agreement: AgreementStep, tickets: TicketsStep, cockpit: CockpitStep,
};

export function WelcomePage() {
  const say = useWords("admin", admin_words);
  const part = useWords("part", part_words);
  const navigate = useNavigate();
  const progress = useProgress();
  const { step: wanted } = useSearch({ strict: false }) as { step?: string };
  if (progress.is_pending) return <Waiting label={part("loading")} />;
  if (progress.error) return <ToldProblem is_page error={progress.error} />;
  const step = welcome_steps.find((each) => each === wanted) ?? progress.next;
  const go = (to: WelcomeStep): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, step: to }) } as never);
  const Shown = shown[step];
  const after = welcome_steps[Math.min(welcome_steps.indexOf(step) + 1, welcome_steps.length - 1)] ?? "cockpit";
  return (
    <>
      <div className="headline"><h1>{say(progress.next === "cockpit" ? "welcome.done_title" : "welcome.title")}</h1></div>
      <div className="admin-welcome">
        <nav aria-label={say("welcome.steps")}>
          <ol>
            {welcome_steps.map((each, index) => (
              <li key={each} className={progress.done[each] ? "is-done" : ""}>
                <button type="button" aria-current={each === step ? "step" : undefined} onClick={() => go(each)}>
                  <span className="k">{progress.done[each] ? <Glyph sign="met" /> : index + 1}</span><span className="name">{say(`welcome.step.${each}`)}{progress.done[each] && <span className="vh">, {say("welcome.done")}</span>}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <section className="stack" aria-labelledby="welcome-step">
          <h2 id="welcome-step">{say(`welcome.step.${step}`)}</h2>
          <Shown key={step} progress={progress} next={() => go(after)} />
          <p><Link to={"/" as never} className="s" onClick={put_off}>{say("welcome.later")}</Link></p>
        </section>
      </div>
    </>
  );
}
