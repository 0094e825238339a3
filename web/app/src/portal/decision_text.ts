// A decision in words: what was decided, by whom, on what, and its document.
import { civil_day, day, money, month } from "../words/format";
import { useWords } from "../words/words";
import type { Decision } from "./decisions";
import { useProvider } from "./provider";
import { portal_words } from "./words";

/** `document`: an address to download; `to`: the page of what it is about. */
export type DecisionText = { title: string; beside: string; is_agreed: boolean; to?: string; document?: string };

/** A period of a closure is a month, a quarter or a year: only months have a name here. */
export const period_name = (period: string): string => (/^\d{4}-\d{2}$/.test(period) ? month(period) : period);
export const day_of = (at: string): string => (at.length === 10 ? civil_day(at) : at ? day(at) : "–");

export function useDecisionText(): (decision: Decision) => DecisionText {
  const say = useWords("portal", portal_words);
  const provider = useProvider() ?? say("live.provider");
  return (decision) => {
    if (decision.kind === "dispute") {
      const { dispute } = decision;
      const value = dispute.steps.filter((step) => step.value).at(-1)?.value ?? "";
      const who = dispute.side === "customer" ? say("decided.by_you") : say("decided.by_us", { name: provider });
      const state = say(`decided.${dispute.state as "agreed" | "refused" | "withdrawn"}`);
      return {
        title: `${dispute.ticket || dispute.outage} · ${say(dispute.about === "priority" && !value ? "decided.priority_moved" : `decided.${dispute.about}`, { value })}`,
        beside: [state + (dispute.by_silence ? ` ${say("decided.by_silence")}` : ""), who].join(" · "),
        is_agreed: dispute.state === "agreed", to: `/disputes/${encodeURIComponent(dispute.reference)}`,
      };
    }
    if (decision.kind === "closure") {
      const { closure } = decision;
      const revision = closure.revision > 1 ? ` · ${say("decided.revision", { number: closure.revision })}` : "";
      return { title: say("decided.closure", { period: period_name(closure.period) }), beside: closure.agreement + revision, is_agreed: true, document: `/api/closures/${encodeURIComponent(closure.reference)}/document` };
    }
    if (decision.kind === "agreement") {
      const at = `/agreements/${encodeURIComponent(decision.agreement.reference)}`;
      return {
        title: say("decided.agreement", { number: decision.number, title: decision.agreement.title }), beside: decision.agreement.reference, is_agreed: true,
        to: at, document: `/api${at}/versions/${decision.number}/document`,
      };
    }
    const { penalty } = decision;
    const amount = money(penalty.amount_minor, penalty.currency);
    const state = penalty.state === "waived" || penalty.state === "settled" ? penalty.state : "agreed";
    return { title: say(`decided.amount_${state}`, { amount, period: period_name(penalty.period) }), beside: `${penalty.agreement} · ${penalty.clause || penalty.target}`, is_agreed: state !== "waived" };
  };
}
