// Why a figure is what it is, in the words of the server.
import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { ToldInForm } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { language_now } from "../words/language";
import { useWords } from "../words/words";
import { matrix_words } from "./words";

export type Reason = { code: string; text?: string; arguments?: Record<string, unknown>; children?: Reason[] };
type Answer = { explanations: Reason[] };

export const useExplanation = (agreement: string, target: string, period: string) =>
  useRead("figures", ["explanation", agreement, target, period, language_now()], async (signal) => {
    const answer: unknown = await told(client.GET("/api/figures/explanation", { params: { query: { agreement, target, period, lang: language_now() } }, signal }));
    return answer as Answer;
  });

/** The length that was promised, in seconds, when it is a plain one. */
export function promised_seconds(answer: Answer | undefined): number | undefined {
  const all = (reason: Reason): Reason[] => [reason, ...(reason.children ?? []).flatMap(all)];
  const promise = answer?.explanations.flatMap(all).find((reason) => reason.code === "period_promise");
  const within = (promise?.arguments?.["within"] as Reason[] | undefined)?.[0];
  return (within?.arguments?.["length"] as { seconds?: number } | undefined)?.seconds;
}

function Reasons({ reasons }: { reasons: Reason[] }) {
  return (
    <ul className="mx-why prose">
      {reasons.map((reason, index) => (
        <li key={index}>{reason.children?.length ? <b>{reason.text ?? reason.code}</b> : (reason.text ?? reason.code)}{reason.children?.length ? <Reasons reasons={reason.children} /> : null}</li>
      ))}
    </ul>
  );
}

export function Explanation({ agreement, target, period }: { agreement: string; target: string; period: string }) {
  const say = useWords("matrix", matrix_words);
  const { data, error } = useExplanation(agreement, target, period);
  if (error) return <ToldInForm error={error} />;
  if (!data) return <Waiting rows={4} label={say("panel.explanation")} />;
  return <Reasons reasons={data.explanations} />;
}
