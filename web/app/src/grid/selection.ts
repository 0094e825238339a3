// Which rows are chosen: some by their key, or all that match what is filtered.
import { useCallback, useMemo, useState } from "react";

export type Selection = {
  keys: ReadonlySet<string>;
  is_all: boolean;
  has: (key: string) => boolean;
  toggle: (key: string) => void;
  /** From the row chosen last to this one. */
  reach: (keys: readonly string[], key: string) => void;
  set: (keys: Iterable<string>) => void;
  all: () => void;
  clear: () => void;
};

/** The keys from one to another, in the order in which they are shown; one that is not shown stands alone. */
export function between(keys: readonly string[], from: string | undefined, to: string): string[] {
  const first = from === undefined ? -1 : keys.indexOf(from);
  const last = keys.indexOf(to);
  if (first < 0 || last < 0) return [to];
  return keys.slice(Math.min(first, last), Math.max(first, last) + 1);
}

export function useSelection(): Selection {
  const [keys, set_keys] = useState<ReadonlySet<string>>(new Set());
  const [is_all, set_all] = useState(false);
  const [last, set_last] = useState<string>();
  const set = useCallback((wanted: Iterable<string>): void => { set_all(false); set_keys(new Set(wanted)); }, []);
  const clear = useCallback((): void => { set([]); set_last(undefined); }, [set]);
  const toggle = useCallback((key: string): void => {
    set_all(false);
    set_last(key);
    set_keys((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  const reach = useCallback((shown: readonly string[], key: string): void => {
    set_all(false);
    set_keys((before) => new Set([...before, ...between(shown, last, key)]));
    set_last(key);
  }, [last]);
  return useMemo(
    () => ({ keys, is_all, has: (key) => is_all || keys.has(key), toggle, reach, set, all: () => set_all(true), clear }),
    [keys, is_all, toggle, reach, set, clear],
  );
}
