// Who promised: the agreements say it, in the words that were signed.
import { client, told } from "../api/client";
import type { Schemas } from "../api/client";
import { all_of, useRead } from "../api/queries";

export type Agreement = Schemas["Agreement"];

/** What a line of a signed text says: `provider` of "  provider: Novalys"; none: it has no such line. */
export function line_of(document: string, name: string): string | undefined {
  const found = new RegExp(`^\\s*${name}:\\s*(.+?)\\s*$`, "m").exec(document)?.[1];
  return found?.replace(/^["'](.*)["']$/, "$1");
}

/** The agreements of the customer with their versions: few, and needed by most pages. */
export const useAgreements = (is_on = true) =>
  useRead("agreement", ["portal"], async () => {
    const heads = await all_of<Agreement>((cursor) => told(client.GET("/api/agreements", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } })));
    return Promise.all(heads.map((head) => told(client.GET("/api/agreements/{reference}", { params: { path: { reference: head.reference } } })) as Promise<Agreement>));
  }, { enabled: is_on });

/** Name of the provider; none while it is not known. */
export function useProvider(is_on = true): string | undefined {
  const { data } = useAgreements(is_on);
  const texts = (data ?? []).filter((agreement) => agreement.kind === "sla").flatMap((agreement) => [...agreement.versions].reverse());
  return texts.map((version) => line_of(version.document, "provider")).find(Boolean);
}
