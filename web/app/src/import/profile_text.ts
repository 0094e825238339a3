// The profile that choices make, as docs/reference/profile.md has it.
import { attribute_fields, column_of, event_fields } from "./choices";
import type { Choices } from "./choices";

const is_bare = /^[\p{L}_][\p{L}\p{N}_ ./()'-]*$/u;
const reserved = /^(?:y|n|yes|no|true|false|on|off|null|oui|non|~)$/i;

/** A scalar of YAML; quoted whenever it could be read otherwise. */
export function scalar(text: string): string {
  if (is_bare.test(text) && !reserved.test(text) && !/\s$/.test(text) && !text.includes(" #") && !text.includes(": ")) return text;
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`;
}

const flow = (pairs: (readonly [string, string])[]): string => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
const values_of = (values: Record<string, string>): string =>
  flow(Object.entries(values).filter(([, to]) => to !== "").map(([from, to]) => [scalar(from), scalar(to)] as const));

function file_lines(choices: Choices): string[] {
  const lines = [`format: ${choices.format}`];
  if (choices.format === "csv") {
    lines.push(`separator: ${choices.separator === "\t" ? "tab" : `"${choices.separator}"`}`);
    lines.push(`quote: ${choices.quote === "none" ? "none" : `'"'`}`);
  }
  lines.push(`encoding: ${choices.encoding}`);
  if (choices.missing.length > 0) lines.push(`missing: [${choices.missing.map((cell) => JSON.stringify(cell)).join(", ")}]`);
  lines.push(`ticket: ${scalar(column_of(choices, "ticket") ?? "")}`, "order: by stamp, ties in file order");
  return lines;
}

function stamp_lines(choices: Choices): string[] {
  const at = column_of(choices, "at");
  const formats = choices.formats.map(scalar);
  return [
    "", "stamps:", ...(at ? [`  at: ${scalar(at)}`] : []),
    `  formats: ${formats.length === 1 ? formats[0] : `[${formats.join(", ")}]`}`,
    `  zone: ${scalar(choices.zone)}`,
  ];
}

function event_lines(choices: Choices): string[] {
  const told = event_fields.flatMap((event) => {
    const column = column_of(choices, event);
    return column ? [`  ${event}: ${scalar(column)}`] : [];
  });
  return told.length > 0 ? ["", "events:", ...told] : [];
}

function state_lines(choices: Choices): string[] {
  const column = column_of(choices, "state");
  // Without a stamp of the row a state has no instant: it can tell nothing.
  if (!column || !column_of(choices, "at")) return [];
  const phases = Object.entries(choices.states).map(([state, meaning]) => `    ${scalar(state)}: ${meaning}`);
  return ["", "states:", `  column: ${scalar(column)}`, ...(phases.length > 0 ? ["  phases:", ...phases] : ["  phases: {}"])];
}

function attribute_lines(choices: Choices): string[] {
  const lines = attribute_fields.flatMap((attribute) => {
    const column = column_of(choices, attribute);
    if (!column) return [];
    const values = choices.values[attribute];
    const is_mapped = values && Object.values(values).some((to) => to !== "");
    const clauses: (readonly [string, string])[] = [["column", scalar(column)], ["from", "last row"]];
    if (is_mapped) clauses.push(["values", values_of(values)]);
    return [`  ${attribute}: ${flow(clauses)}`];
  });
  return lines.length > 0 ? ["", "attributes:", ...lines] : [];
}

function holder_lines(choices: Choices): string[] {
  const group = column_of(choices, "group");
  const person = column_of(choices, "person");
  if ((!group && !person) || !column_of(choices, "at")) return [];
  const of_others = Object.entries(choices.groups).filter(([, party]) => party !== "");
  return [
    "", "holder:", ...(group ? [`  group: ${scalar(group)}`] : []), ...(person ? [`  person: ${scalar(person)}`] : []),
    ...(group && of_others.length > 0 ? ["  groups:", ...of_others.map(([name, party]) => `    ${scalar(name)}: ${flow([["party", scalar(party)]])}`)] : []),
  ];
}

export function profile_of(choices: Choices, name: string): string {
  const constants = choices.kind && !column_of(choices, "kind") ? ["", "constants:", `  kind: ${scalar(choices.kind)}`] : [];
  const lines = [
    ...(name ? [`title: ${scalar(name)}`] : []), ...file_lines(choices), ...stamp_lines(choices), ...event_lines(choices), ...state_lines(choices),
    ...attribute_lines(choices), ...constants, ...holder_lines(choices),
  ];
  return `${lines.join("\n")}\n`;
}
