// The rows of a grid, page after page, that never move by themselves while someone points at them.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";

import { usePages } from "../api/queries";
import { on_act } from "../api/stream";

type Page<Row> = { items: Row[]; next?: string };

/** So many pages are read again at once; with more, the reader says when. */
const pages_read_again = 1;

/**
 * `thing`: what the journal calls a row. What moved is counted, and shown when the reader asks for it, or at once
 * when `is_quiet` says that nobody points at the rows and few are read.
 */
export function useRows<Row>(
  grid: string, thing: string, what: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
  is_quiet: () => boolean,
) {
  const room = `grid-${grid}`;
  const pages = usePages(room, what, read);
  const queries = useQueryClient();
  const [moved, set_moved] = useState<ReadonlySet<string>>(new Set());
  const count = pages.data?.pages.length ?? 0;
  const show = useCallback((): void => {
    set_moved(new Set());
    void queries.invalidateQueries({ queryKey: [room] });
  }, [queries, room]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = on_act((act) => {
      if (act && act.thing !== thing) return;
      if (is_quiet() && count <= pages_read_again) {
        timer ??= setTimeout(() => { timer = undefined; show(); }, 300);
        return;
      }
      set_moved((before) => new Set([...before, act?.reference ?? ""]));
    });
    return () => { stop(); clearTimeout(timer); };
  }, [thing, count, show, is_quiet]);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const read_more = useCallback((): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { rows, moved: moved.size, show, read_more: hasNextPage ? read_more : undefined, pages };
}
