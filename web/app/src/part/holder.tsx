// Who has the ball: fill, hatch and word.
import { useWords } from "../words/words";
import { part_words } from "./words";

export type Holder = "us" | "cust" | "supp" | "none" | "off";

/**
 * `holder` as the API says it: a word of a role, or the designation of a party; `kinds` tells what a party is.
 * Parties that are unknown to the reader are third ones.
 */
export function holder_of(holder: string, kinds?: ReadonlyMap<string, string>): Holder {
  const kind = kinds?.get(holder) ?? holder;
  if (kind === "provider" || kind === "owner" || kind === "us") return "us";
  if (kind === "customer" || kind === "user") return "cust";
  if (kind === "supplier") return "supp";
  return "none";
}

const word = { us: "holder.us", cust: "holder.customer", supp: "holder.supplier", none: "holder.none", off: "holder.off" } as const;

export function HolderMark({ holder, name }: { holder: Holder; name?: string }) {
  const say = useWords("part", part_words);
  return (
    <span className="hold">
      <i className={`sw h-${holder}`} aria-hidden />
      {name ?? say(word[holder])}
    </span>
  );
}
