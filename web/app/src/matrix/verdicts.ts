// The verdicts of an agreement, a line a ticket, target and cycle; and which of them a period holds.
import { client, told } from "../api/client";
import { useRead } from "../api/queries";

export type Verdict = {
  ticket: string; agreement: string; version: number; target: string; cycle: number; verdict: string; elapsed_seconds: number;
  due_at: string; breached_at: string; resolved_at: string; held: { us: number; supp: number; cust: number; none: number };
};

/** No field of this file holds a comma or a quote: names and instants. */
export function verdicts_from(csv: string): Verdict[] {
  const [head = "", ...lines] = csv.trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.filter(Boolean).map((line) => {
    const fields = line.split(",");
    const of = (name: string): string => fields[names.indexOf(name)] ?? "";
    return {
      ticket: of("ticket"), agreement: of("agreement"), version: Number(of("version")), target: of("target"), cycle: Number(of("cycle")),
      verdict: of("verdict"), elapsed_seconds: Number(of("elapsed_seconds")), due_at: of("due_at"), breached_at: of("breached_at"), resolved_at: of("resolved_at"),
      held: {
        us: Number(of("held_provider_seconds")), supp: Number(of("held_supplier_seconds")),
        cust: Number(of("held_customer_seconds")), none: Number(of("held_third_party_seconds")),
      },
    };
  });
}

/** Rule J7: what has ended counts where it ended; what is late and still open counts in each period since it is late. */
export function is_within(verdict: Verdict, from: string, to: string): boolean {
  const end = Date.parse(to);
  if (verdict.resolved_at) { const at = Date.parse(verdict.resolved_at); return at >= Date.parse(from) && at < end; }
  return verdict.breached_at !== "" && Date.parse(verdict.breached_at) < end;
}

export const useVerdicts = (agreement: string, is_on = true) =>
  useRead("figures", ["verdicts", agreement], async (signal) => {
    const text: unknown = await told(client.GET("/api/figures/verdicts", { params: { query: { agreement } }, parseAs: "text", signal }));
    return verdicts_from(String(text));
  }, { enabled: is_on });

/** Those of several agreements, asked for one after the other: each is a long answer. */
export const useVerdictsOf = (agreements: readonly string[], is_on = true) =>
  useRead("figures", ["verdicts of", agreements], async (signal) => {
    const all: Verdict[] = [];
    for (const agreement of agreements) {
      const text: unknown = await told(client.GET("/api/figures/verdicts", { params: { query: { agreement } }, parseAs: "text", signal }));
      all.push(...verdicts_from(String(text)));
    }
    return all;
  }, { enabled: is_on && agreements.length > 0 });
