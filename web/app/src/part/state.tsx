// State of a clock: sign, word and colour together.
import { Glyph } from "./glyph";
import type { StateSign } from "./clock_state";
import { part_words } from "./words";
import { useWords } from "../words/words";

export function StateChip({ sign, children }: { sign: StateSign; children?: React.ReactNode }) {
  const say = useWords("part", part_words);
  return (
    <span className={`chip ${sign}`}>
      <Glyph sign={sign} />
      {children ?? say(`state.${sign}`)}
    </span>
  );
}

export function StateText({ sign, children }: { sign: StateSign; children?: React.ReactNode }) {
  const say = useWords("part", part_words);
  return (
    <span className={`st ${sign}`}>
      <Glyph sign={sign} label={children ? say(`state.${sign}`) : undefined} />
      {children ?? say(`state.${sign}`)}
    </span>
  );
}
