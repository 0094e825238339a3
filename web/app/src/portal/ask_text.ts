// What awaits an answer, in words: what, about what, and what silence means.
import { money } from "../words/format";
import { useWords } from "../words/words";
import type { Ask } from "./asks";
import { period_name } from "./decision_text";
import { portal_words } from "./words";

export type AskText = { title: string; subject: string; silence: string; to: string; search?: Record<string, unknown> };

export function useAskText(): (ask: Ask) => AskText {
  const say = useWords("portal", portal_words);
  return (ask) => {
    switch (ask.kind) {
      case "question":
        return { title: ask.text ?? say("wait.question", { title: ask.ticket.title }), subject: ask.ticket.reference, silence: say("wait.silence_question"), to: `/tickets/${ask.ticket.reference}` };
      case "confirmation":
        return { title: say("wait.confirmation", { title: ask.ticket.title }), subject: ask.ticket.reference, silence: say("wait.silence_confirmation"), to: `/tickets/${ask.ticket.reference}` };
      case "dispute": {
        const { dispute } = ask;
        const subject = dispute.ticket || dispute.outage;
        const value = dispute.steps.filter((step) => step.value).at(-1)?.value ?? "";
        const then = dispute.then === "agreed" || dispute.then === "refused" ? dispute.then : "none";
        return { title: say(`wait.dispute_${dispute.about}`, { subject, value }), subject: dispute.reference, silence: say(`wait.silence_${then}`), to: `/disputes/${dispute.reference}` };
      }
      case "approval":
        return { title: say("wait.approval", { number: ask.version.number, title: ask.agreement.title }), subject: ask.version.reference, silence: say("wait.silence_approval"), to: `/agreements/${ask.agreement.reference}`, search: { version: ask.version.number } };
      case "reopening":
        return { title: say("wait.reopening", { period: period_name(ask.closure.period) }), subject: ask.closure.reference, silence: say("wait.silence_reopening"), to: "/decisions" };
      case "amount": {
        const { penalty } = ask;
        return { title: say("wait.amount", { amount: money(penalty.amount_minor, penalty.currency), period: period_name(penalty.period) }), subject: penalty.reference, silence: say("wait.silence_amount"), to: "/decisions" };
      }
    }
  };
}
