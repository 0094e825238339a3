// Step 4 of the first run: targets in a table, the document they make beside it.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";

import { client, once, told } from "../api/client";
import { Faults } from "../import/profile_panel";
import { Panel } from "../part/panel";
import { ToldInForm } from "../part/told_problem";
import { useWords } from "../words/words";
import { agreement_text, usual_targets } from "./agreement_text";
import type { Target } from "./agreement_text";
import { ChoiceField, TextField, reference_of } from "./field";
import { useSaid } from "./welcome_state";
import type { Progress } from "./welcome_state";
import { admin_words } from "./words";

const today = (): string => new Date().toISOString().slice(0, 10);
const january = (): string => `${new Date().getFullYear()}-01-01`;

function TargetsTable({ targets, set }: { targets: readonly Target[]; set: (targets: Target[]) => void }) {
  const say = useWords("admin", admin_words);
  const change = (index: number, part: Partial<Target>): void => set(targets.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={say("welcome.targets")}>
      <table className="grid admin-targets">
        <thead><tr>{(["priority", "respond", "resolve", "in", "required"] as const).map((column) => <th key={column}>{say(`welcome.${column}`)}</th>)}</tr></thead>
        <tbody>
          {targets.map((target, index) => (
            <tr key={target.priority}>
              <td className="b">{target.priority}</td>
              <td><input aria-label={`${say("welcome.respond")} ${target.priority}`} value={target.respond} onChange={(event) => change(index, { respond: event.target.value })} /></td>
              <td><input aria-label={`${say("welcome.resolve")} ${target.priority}`} value={target.resolve} onChange={(event) => change(index, { resolve: event.target.value })} /></td>
              <td>
                <select className="ctl" aria-label={`${say("welcome.in")} ${target.priority}`} value={target.is_always ? "always" : "office"} onChange={(event) => change(index, { is_always: event.target.value === "always" })}>
                  <option value="office">{say("welcome.office")}</option><option value="always">{say("welcome.always")}</option>
                </select>
              </td>
              <td><input aria-label={`${say("welcome.required")} ${target.priority}`} inputMode="decimal" value={target.required} onChange={(event) => change(index, { required: event.target.value.replace(",", ".") })} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function AgreementStep({ progress, next }: { progress: Progress; next: () => void }) {
  const say = useWords("admin", admin_words);
  const queries = useQueryClient();
  const said = useSaid();
  const customer = progress.customer?.name ?? "";
  const [title, set_title] = useState(say("welcome.service_default", { customer }));
  const [template, set_template] = useState("support");
  const [targets, set_targets] = useState<Target[]>([...usual_targets]);
  const [from, set_from] = useState(january());
  const [signed, set_signed] = useState(today());
  const [error, set_error] = useState<unknown>();
  const [is_asking, set_asking] = useState(false);
  const id = `${progress.customer?.reference ?? "customer"}-${reference_of(title).slice(0, 16) || "support"}`;
  const document = agreement_text({ id, title, provider: progress.owner?.name ?? "", customer, in_force_from: from, signed_on: signed, zone: said.zone, hours: said.hours, holidays: said.holidays, targets, label_of: (metric, priority) => say(`welcome.label_${metric}`, { priority }) });

  function choose(name: string): void {
    set_template(name);
    set_targets(usual_targets.map((target) => ({ ...target, respond: name === "audit" ? "" : target.respond })));
  }
  async function sign(event: FormEvent): Promise<void> {
    event.preventDefault();
    set_error(undefined);
    set_asking(true);
    try {
      await told(client.POST("/api/agreements", { params: { header: once() }, body: { document } }));
      await queries.invalidateQueries({ queryKey: ["agreement"] });
      next();
    } catch (refused) {
      set_error(refused);
      set_asking(false);
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void sign(event)}>
      {progress.agreement && <p className="note on prose">{say("welcome.agreement_there", { title: progress.agreement.title ?? progress.agreement.reference })}</p>}
      <div className="admin-pair">
        <TextField name="title" label={say("welcome.service")} value={title} set={set_title} required />
        <ChoiceField label={say("welcome.template")} value={template} set={choose} options={[{ value: "support", name: say("welcome.template_support") }, { value: "audit", name: say("welcome.template_audit") }]} />
        <TextField name="from" label={say("welcome.in_force")} type="date" value={from} set={set_from} hint={say("welcome.in_force_hint")} required />
        <TextField name="signed" label={say("welcome.signed")} type="date" value={signed} set={set_signed} hint={say("welcome.signed_hint")} required />
      </div>
      <Panel title={say("welcome.targets")}><TargetsTable targets={targets} set={set_targets} /></Panel>
      <details>
        <summary>{say("welcome.document")}</summary>
        <pre className="admin-preview admin-mono">{document}</pre>
      </details>
      {error !== undefined && <><ToldInForm error={error} /><Faults error={error} /></>}
      <div className="flex gap2">
        <button type="submit" className="btn pri" disabled={is_asking}>{say("welcome.sign")}</button>
        {progress.agreement && <button type="button" className="btn" onClick={next}>{say("welcome.next")}</button>}
      </div>
    </form>
  );
}
