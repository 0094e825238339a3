// What a rehearsal noticed, as a reader sorts it: what is left out, what was read in some way.

export type Finding = { code: string; times: number; examples: string[] };
export type Rehearsal = {
  import: string; rows: number; tickets: number; tickets_added: number; events: number; events_added: number; events_not_told: number;
  findings: Finding[];
  first: unknown[];
};

/** Rows, tickets or events of these are not brought in. All else is brought in, read as its words say. */
const left_out = new Set([
  "line_unreadable", "no_ticket_key", "import_customer_unknown", "event_ahead", "in_the_future", "unknown_event", "stamp_out_of_range", "stamp_unreadable",
]);
export const is_left_out = (finding: Finding): boolean => left_out.has(finding.code);

const by_times = (a: Finding, b: Finding): number => b.times - a.times;

export function sorted_findings(findings: readonly Finding[]): { rejected: Finding[]; warned: Finding[] } {
  return { rejected: findings.filter(is_left_out).sort(by_times), warned: findings.filter((each) => !is_left_out(each)).sort(by_times) };
}

export const times_of = (findings: readonly Finding[]): number => findings.reduce((sum, each) => sum + each.times, 0);

/** "incident_state: Parked": the value of a column that nobody mapped. */
export function unmapped_of(example: string): { column: string; value: string } | undefined {
  const at = example.indexOf(": ");
  return at > 0 ? { column: example.slice(0, at), value: example.slice(at + 2) } : undefined;
}

/** "imp-1:16572": a line of the file; anything else is a ticket, or a value. */
export const line_of = (example: string): number | undefined => {
  const found = /^imp-[^:]*:(\d+)$/.exec(example);
  return found ? Number(found[1]) : undefined;
};
