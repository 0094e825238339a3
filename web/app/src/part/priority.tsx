import { useWords } from "../words/words";
import { part_words } from "./words";

export function Priority({ priority }: { priority: string }) {
  const say = useWords("part", part_words);
  if (!priority) return null;
  const short = priority.length <= 3 ? priority.toUpperCase() : priority.slice(0, 3);
  return (
    <span className={`prio ${short.toLowerCase()}`} role="img" title={say("priority", { priority })} aria-label={say("priority", { priority })}>{short}</span>
  );
}
