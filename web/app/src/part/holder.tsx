// Who has the ball: fill, hatch and word.
import { useCallback } from "react";

import { useProvider } from "../portal/provider";
import { is_of_customer, useSession } from "../session/me";
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

const roles = { provider: "us", customer: "cust", supplier: "supp", third_party: "none", nobody: "nobody", "": "nobody" } as const;

/** What a role of the API is in the hands of; none: it names a party. */
export const role_of = (holder: string): Holder | "nobody" | undefined => roles[holder as keyof typeof roles];

const word = { us: "holder.us", cust: "holder.customer", supp: "holder.supplier", none: "holder.none", off: "holder.off", nobody: "holder.nobody" } as const;
const word_for_customer = { ...word, us: "reader.us", cust: "reader.customer", supp: "reader.supplier" } as const;

/** "Us" is who serves, for whom serves; the customer reads "you" and the name of their provider. */
export function useHolderWord(): (holder: Holder | "nobody") => string {
  const say = useWords("part", part_words);
  const { data: me } = useSession();
  const is_customer = me ? is_of_customer(me) : false;
  const provider = useProvider(is_customer);
  return useCallback((holder) => (is_customer && holder === "us" && provider ? provider : say((is_customer ? word_for_customer : word)[holder])), [say, is_customer, provider]);
}

function HolderWord({ holder }: { holder: Holder }) {
  return <>{useHolderWord()(holder)}</>;
}

export function HolderMark({ holder, name }: { holder: Holder; name?: string }) {
  return (
    <span className="hold">
      <i className={`sw h-${holder}`} aria-hidden />
      {name ?? <HolderWord holder={holder} />}
    </span>
  );
}
