// A list that moves by itself never moves what one points at: while it is pointed at, the order is kept.
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
      onPointerEnter: () => hold(true), onPointerLeave: () => hold(false),
      onFocus: () => hold(true), onBlur: () => hold(false),
    },
  };
}
