// The first agreement, from a template: a document as docs/reference/agreement.md has it.
import { scalar } from "../import/profile_text";

export type Target = { priority: string; respond: string; resolve: string; is_always: boolean; required: string };
export type Terms = {
  id: string; title: string; provider: string; customer: string; in_force_from: string; signed_on: string; zone: string; hours: string;
  /** A named set of holidays; empty: none. */
  holidays: string;
  targets: readonly Target[];
  /** What people call a target of a priority. */
  label_of: (metric: "response" | "resolution", priority: string) => string;
};

/** Usual for a service desk; each figure is there to be changed. */
export const usual_targets: readonly Target[] = [
  { priority: "P1", respond: "15 min", resolve: "4h", is_always: true, required: "95" },
  { priority: "P2", respond: "1h", resolve: "8h", is_always: false, required: "95" },
  { priority: "P3", respond: "4h", resolve: "24h", is_always: false, required: "90" },
  { priority: "P4", respond: "8h", resolve: "40h", is_always: false, required: "85" },
];

function target_lines(target: Target, label_of: Terms["label_of"]): string[] {
  const name = target.priority.toLowerCase();
  const of = `for: {priority: ${scalar(target.priority)}}`;
  const calendar = target.is_always ? "always" : "office";
  const required = `required: ${target.required} % per month`;
  const line = (name_of_metric: string, metric: "response" | "resolution", within: string): string[] =>
    within ? [`  ${name_of_metric}-${name}: {label: ${scalar(label_of(metric, target.priority))}, metric: ${metric}, ${of}, within: ${within} in ${calendar}, ${required}}`] : [];
  return [...line("respond", "response", target.respond), ...line("resolve", "resolution", target.resolve)];
}

export function agreement_text(terms: Terms): string {
  const holidays = terms.holidays ? `, holidays: [${terms.holidays}]` : "";
  return `${[
    `id: ${scalar(terms.id)}`,
    `title: ${scalar(terms.title)}`,
    `between: {provider: ${scalar(terms.provider)}, customer: ${scalar(terms.customer)}}`,
    `in_force: {from: ${terms.in_force_from}}`,
    `signed_on: ${terms.signed_on}`,
    `zone: ${terms.zone}`,
    "calendars:",
    `  office: {hours: "${terms.hours}"${holidays}}`,
    "targets:",
    ...terms.targets.flatMap((target) => target_lines(target, terms.label_of)),
  ].join("\n")}\n`;
}
