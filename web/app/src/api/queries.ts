// What pages read: kept for a moment, read again when the stream says that it moved.
import { QueryClient, keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";

import { is_problem } from "./problem";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => is_problem(error) && error.is_passing && count < 4,
      retryDelay: (count) => Math.min(1_000 * 2 ** count, 15_000),
      refetchOnWindowFocus: false,
    },
  },
});

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
  return useQuery({
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
  return useInfiniteQuery({
    queryKey: [room, "pages", ...what],
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
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
