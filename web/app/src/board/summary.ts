// How many clocks there are, as the server counts them.
import { client } from "../api/client";
import { problem_of } from "../api/problem";
import { useRead } from "../api/queries";
import type { Asked } from "../grid/search";
import type { Bucket } from "./bucket";

export type BucketCounts = { total: number; provider: number; customer: number; supplier: number; third_party: number; nobody: number };
export type BoardCustomer = { reference: string; name: string; open: number; overdue: number; at_risk: number };
export type BoardSummary = {
  as_of: string; open: number; at_risk: number; buckets: Record<Bucket, BucketCounts>; customers: BoardCustomer[]; customers_total: number;
};

/** What the summary can be asked for. */
const names = ["customer", "holder", "team", "kind", "priority", "service", "site", "phase", "major", "overdue", "due_within_minutes"];
export const summary_understands = (asked: Asked): boolean => Object.keys(asked).every((name) => names.includes(name));

/** Nothing: this server does not count. */
export async function read_summary(asked: Asked, day_ends_at: number, signal: AbortSignal): Promise<BoardSummary | null> {
  const query = { ...asked, day_ends_at: new Date(day_ends_at).toISOString() };
  const ask = client.GET as unknown as (path: string, init: object) => Promise<{ data?: BoardSummary; error?: unknown; response: Response }>;
  const { data, error, response } = await ask("/api/board-summary", { params: { query }, signal });
  if (response.status === 404) return null;
  if (!response.ok) throw problem_of(response, error);
  return data ?? null;
}

export function useSummary(asked: Asked, day_ends_at: number, enabled = true): BoardSummary | undefined {
  const { data } = useRead("board", ["summary", asked, day_ends_at], (signal) => read_summary(asked, day_ends_at, signal), {
    enabled: enabled && summary_understands(asked), every_milliseconds: 60_000,
  });
  return data ?? undefined;
}
