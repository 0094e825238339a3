// What both parties decided, of whatever kind, the last first.
import type { Agreement } from "./provider";
import { line_of } from "./provider";
import type { Closure, Dispute, Penalty } from "./readings";

/** `at`: an instant, or a day without a zone when the paper says only that. */
export type Decision = { key: string; at: string } & (
  | { kind: "dispute"; dispute: Dispute }
  | { kind: "closure"; closure: Closure }
  | { kind: "agreement"; agreement: Agreement; number: number }
  | { kind: "amount"; penalty: Penalty }
);
export const decision_kinds = ["dispute", "closure", "agreement", "amount"] as const;

const settled_states = new Set(["agreed", "refused", "withdrawn"]);
const decided_amounts = new Set(["agreed", "waived", "settled"]);
const signed_states = new Set(["signed", "in_force", "suspended", "expired", "terminated"]);

/** The day that a text gives as that of its signature, or as its first one. */
export const signed_on = (document: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(line_of(document, "signed_on") ?? "")?.[0] ?? /from:\s*(\d{4}-\d{2}-\d{2})/.exec(document)?.[1];

export function decisions_of(from: { disputes: readonly Dispute[]; closures: readonly Closure[]; agreements: readonly Agreement[]; penalties: readonly Penalty[] }): Decision[] {
  const disputes = from.disputes.filter((dispute) => settled_states.has(dispute.state))
    .map((dispute): Decision => ({ kind: "dispute", key: dispute.reference, at: dispute.answered_at ?? dispute.steps.at(-1)?.said_at ?? dispute.claimed_at, dispute }));
  const closures = from.closures.map((closure): Decision => ({ kind: "closure", key: closure.reference, at: closure.as_of, closure }));
  const agreements = from.agreements.filter((agreement) => agreement.kind === "sla").flatMap((agreement) =>
    agreement.versions.filter((version) => signed_states.has(version.state))
      .map((version): Decision => ({ kind: "agreement", key: `${agreement.reference}@${version.number}`, at: signed_on(version.document) ?? "", agreement, number: version.number })));
  const amounts = from.penalties.filter((penalty) => decided_amounts.has(penalty.state))
    .map((penalty): Decision => ({ kind: "amount", key: penalty.reference, at: penalty.steps.at(-1)?.at ?? `${penalty.period}-01`, penalty }));
  return [...disputes, ...closures, ...agreements, ...amounts].sort((a, b) => b.at.localeCompare(a.at));
}
