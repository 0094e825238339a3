// What pages read: kept for a moment, read again when the stream says that it moved.
import { QueryClient, keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { QueryKey, UseInfiniteQueryResult, UseQueryResult } from "@tanstack/react-query";

import { is_problem } from "./problem";

/** Until when one that failed is asked again: as long as the server says, else soon, then every five seconds. */
const wait_milliseconds = (count: number, error: Error): number =>
  is_problem(error) && error.retry_after_seconds > 0 ? Math.min(error.retry_after_seconds, 30) * 1_000 : Math.min(1_000 * 2 ** count, 5_000);

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What passes is asked again until it has passed, as long as somebody looks at it.
      retry: (_count, error) => is_problem(error) && error.is_passing,
      retryDelay: wait_milliseconds,
      refetchOnWindowFocus: false,
    },
  },
});

/** After so many failures it is said; one alone is often made good before it would be read. */
const said_after = 2;

type Reading = UseQueryResult<unknown> | UseInfiniteQueryResult<unknown>;

/**
 * A reading as a page tells of it. What was read stays when it cannot be read again: the frame says that it may be
 * old. What was never read and fails is said, and asked again meanwhile; what one looked at before is not shown for it.
 */
function as_told<R extends Reading>(result: R, key: QueryKey): R {
  const change = (more: Record<string, unknown>): R =>
    Object.create(result, Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { value, enumerable: true }]))) as R;
  if (result.data !== undefined && !result.isPlaceholderData) {
    const is_more = "isFetchNextPageError" in result && result.isFetchNextPageError;
    return result.error && !is_more ? change({ error: null, isError: false }) : result;
  }
  if (result.failureCount < said_after || result.status === "error") return result;
  const refetch = async (): Promise<unknown> => {
    await queries.cancelQueries({ queryKey: key, exact: true });
    return result.refetch();
  };
  return change({ data: undefined, error: result.failureReason, isError: true, isPending: false, isLoading: false, isSuccess: false, status: "error", refetch });
}

/** `useQuery`, told as pages tell of readings. */
export function useTold<T>(options: Parameters<typeof useQuery<T>>[0]): UseQueryResult<T> {
  return as_told(useQuery<T>(options), options.queryKey);
}

/**
 * One reading of the server. `room` is the kind of thing that it is about ("ticket", "figures" …): what the
 * stream tells of that kind makes it be read again. `what` tells it from others of the room.
 */
export function useRead<T>(
  room: string,
  what: readonly unknown[],
  read: (signal: AbortSignal) => Promise<T>,
  options: { enabled?: boolean; every_milliseconds?: number } = {},
): UseQueryResult<T> {
  return useTold({
    queryKey: [room, ...what],
    queryFn: ({ signal }) => read(signal),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.every_milliseconds ?? false,
  });
}

type Page<T> = { items: T[]; next?: string };

/** A list, page after page. */
export function usePages<T>(
  room: string,
  what: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  options: { enabled?: boolean } = {},
) {
  const key = [room, "pages", ...what];
  return as_told(useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  }), key);
}

/** All pages of a short list: parties, services, agreements. At most `most` things. */
export async function all_of<T>(read: (cursor: string | undefined) => Promise<Page<T>>, most = 2_000): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && items.length < most);
  return items;
}
