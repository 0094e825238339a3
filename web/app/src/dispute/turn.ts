// Whose turn it is, and in which order disputes are looked at.
import type { Schemas } from "../api/client";

export type Dispute = Schemas["Dispute"];
export type Side = Dispute["side"];
export type Answer = "agreed" | "refused" | "countered" | "withdrawn";

export const is_settled = (dispute: Dispute): boolean => dispute.turn === undefined;

/** Those that one answers oneself first, the nearest limit before; then the other party's; settled ones last, the latest before. */
export function in_order(disputes: readonly Dispute[], own: Side): Dispute[] {
  const rank = (dispute: Dispute): number => (is_settled(dispute) ? 2 : dispute.turn === own ? 0 : 1);
  const limit = (dispute: Dispute): number => (dispute.answer_until ? Date.parse(dispute.answer_until) : Number.MAX_SAFE_INTEGER);
  return [...disputes].sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? Date.parse(b.claimed_at) - Date.parse(a.claimed_at) : limit(a) - limit(b)));
}

/** What a side may say: who is asked agrees, refuses or proposes; who claims may withdraw. */
export function answers_of(dispute: Dispute, side: Side): Answer[] {
  if (is_settled(dispute)) return [];
  const answers: Answer[] = dispute.turn === side ? ["agreed", "refused", "countered"] : [];
  return dispute.side === side ? [...answers, "withdrawn"] : answers;
}
