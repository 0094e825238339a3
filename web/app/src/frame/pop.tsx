// A button with a menu under it: arrows move, Escape and a press elsewhere close.
import { useClickOutside } from "@mantine/hooks";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";

export function Pop(props: { button: ReactNode; className: string; label?: string; end?: boolean; children: (close: () => void) => ReactNode }) {
  const [is_open, set_open] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const anchor = useClickOutside<HTMLSpanElement>(() => set_open(false));
  const menu = useRef<HTMLDivElement>(null);
  const close = (): void => { set_open(false); button.current?.focus(); };
  const items = (): HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>("input, button, a") ?? [])];
  useEffect(() => { if (is_open) items()[0]?.focus(); }, [is_open]);
  // One that would run over the edge of the window ends where its button ends.
  const [is_turned, turn] = useState(false);
  useLayoutEffect(() => { turn(is_open && (menu.current?.getBoundingClientRect().right ?? 0) > document.documentElement.clientWidth); }, [is_open]);

  function move(event: KeyboardEvent): void {
    if (event.key === "Escape") { event.stopPropagation(); close(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const all = items();
    const place = all.indexOf(document.activeElement as HTMLElement);
    all[(place + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]?.focus();
  }

  return (
    <span className="anchor" ref={anchor}>
      <button ref={button} type="button" className={props.className} aria-label={props.label} title={props.label} aria-haspopup="true" aria-expanded={is_open} onClick={() => set_open(!is_open)}>
        {props.button}
      </button>
      {is_open && <div ref={menu} className={`menu pop ${props.end || is_turned ? "end" : ""}`} onKeyDown={move}>{props.children(close)}</div>}
    </span>
  );
}
