// Where one stands in an import. What is done can be gone back to while nothing is written.
import { Glyph } from "../part/glyph";
import { useWords } from "../words/words";
import { import_words } from "./words";

export const steps = ["file", "columns", "values", "rehearsal", "run"] as const;
export type Step = (typeof steps)[number];

export function Steps({ now, is_over, go }: { now: Step; is_over?: boolean; go?: ((step: Step) => void) | undefined }) {
  const say = useWords("import", import_words);
  const at = steps.indexOf(now);
  return (
    <ol className="import-steps" aria-label={say("steps")}>
      {steps.map((step, index) => {
        const is_done = index < at || (is_over ?? false);
        const is_now = index === at && !is_over;
        const face = <><span className="k">{is_done ? <Glyph sign="met" /> : index + 1}</span><span className="name">{say(`step.${step}`)}</span></>;
        return (
          <li key={step} className={is_done ? "done" : is_now ? "now" : "next"} aria-current={is_now ? "step" : undefined}>
            {is_done && go && index < 3 ? <button type="button" className="plain" onClick={() => go(step)}>{face}</button> : face}
          </li>
        );
      })}
    </ol>
  );
}
