// The column under the pointer stays as it is until one asks: what is new there is counted.
import { useEffect, useRef, useState } from "react";

import type { ColumnName, Layout } from "./columns";
import { begins_with } from "./columns";

export function useHeld(fresh: Layout, held: ColumnName | undefined): { shown: Layout; fresh_count: number; release: () => void } {
  const kept = useRef(fresh);
  const [, draw] = useState(0);
  let shown = fresh;
  let fresh_count = 0;
  if (held && !begins_with(fresh[held], kept.current[held])) {
    shown = { ...fresh, [held]: kept.current[held] };
    const there = new Set(kept.current[held]);
    fresh_count = fresh[held].filter((reference) => !there.has(reference)).length;
  }
  useEffect(() => { kept.current = shown; });
  return { shown, fresh_count, release: () => { kept.current = fresh; draw((count) => count + 1); } };
}
