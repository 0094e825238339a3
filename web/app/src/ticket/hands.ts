// Whose hand a name of the explanation is.
import { useParties } from "../frame/known";
import type { Holder } from "../part/holder";
import { holder_of } from "../part/holder";
import type { HeldBy } from "./account";

const by_code: Record<string, Holder> = { the_provider: "us", the_supplier: "supp", the_customer: "cust", a_third_party: "none", holder_nobody: "none", team_of: "us" };

/** Parties are told by their names; one whose name the reader may not look up is a third one. */
export function useHandOf(): (holder: HeldBy | undefined) => Holder {
  const { data } = useParties();
  const kinds = new Map((data ?? []).map((party) => [party.name, party.kind]));
  return (holder) => {
    if (!holder) return "none";
    const kind = kinds.get(holder.party);
    return by_code[holder.code] ?? (kind === undefined && holder.hint ? holder.hint : holder_of(kind ?? holder.party));
  };
}

/** Short: the team when it is ours, else the party. */
export const short_of = (holder: HeldBy): string => holder.team || holder.party || holder.text;
