// A list that moves by itself never moves what one points at: while it is pointed at, the order is kept.
import type { SyntheticEvent } from "react";
import { useRef, useState } from "react";

export function useHeldOrder<T>(items: readonly T[], key_of: (item: T) => string) {
  const shown = useRef<readonly string[]>([]);
  const [is_held, hold] = useState(false);
  const fresh = items.map(key_of);
  if (!is_held) shown.current = fresh;
  const by_key = new Map(items.map((item) => [key_of(item), item]));
  const kept = shown.current.flatMap((key) => by_key.get(key) ?? []);
  // How many rows would come, go or take another place.
  const moved = fresh.filter((key, index) => shown.current[index] !== key).length;
  return {
    items: is_held ? kept : items, moved: is_held ? moved : 0,
    show: () => { shown.current = fresh; hold(false); },
    watch: {
      onPointerEnter: () => hold(true),
      // One of the two may leave while the other still points.
      onPointerLeave: (event: SyntheticEvent) => hold(event.currentTarget.contains(document.activeElement)),
      onFocus: () => hold(true),
      onBlur: (event: SyntheticEvent) => hold(event.currentTarget.matches(":hover")),
    },
  };
}
