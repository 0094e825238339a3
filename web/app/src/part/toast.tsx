// What was done, said once, with a way back for ten seconds.
import { IconX } from "@tabler/icons-react";
import { useEffect, useSyncExternalStore } from "react";

import { useWords } from "../words/words";
import { part_words } from "./words";

type Toast = { id: number; text: string; undo?: () => void; is_bad?: boolean };

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const told = (): void => listeners.forEach((listener) => listener());

export function toast(text: string, more: { undo?: () => void; is_bad?: boolean } = {}): void {
  toasts = [...toasts, { id: ++last, text, ...more }].slice(-4);
  told();
}

function drop(id: number): void {
  toasts = toasts.filter((each) => each.id !== id);
  told();
}

function One({ one }: { one: Toast }) {
  const say = useWords("part", part_words);
  useEffect(() => {
    const timer = setTimeout(() => drop(one.id), 10_000);
    return () => clearTimeout(timer);
  }, [one.id]);
  return (
    <div className={one.is_bad ? "toast br" : "toast"}>
      <span className="prose">{one.text}</span>
      {one.undo && <button type="button" onClick={() => { one.undo?.(); drop(one.id); }}>{say("undo")}</button>}
      <button type="button" className="close" aria-label={say("close")} onClick={() => drop(one.id)}><IconX size={14} aria-hidden /></button>
    </div>
  );
}

export function Toasts() {
  const shown = useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => toasts);
  return <div className="toasts" role="status" aria-live="polite">{shown.map((one) => <One key={one.id} one={one} />)}</div>;
}
