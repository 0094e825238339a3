// A question that stops the rest (what keeps focus within hears Tab at the document, so Tab is let through): focus stays within, Escape leaves, and goes back to where it was.
import { FocusTrap, Portal } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";

import { useWords } from "../words/words";
import { part_words } from "./words";

export function Dialog({ title, close, children, wide }: { title: string; close: () => void; children: ReactNode; wide?: boolean }) {
  const say = useWords("part", part_words);
  const id = useId();
  const before = useRef(document.activeElement);
  useEffect(() => () => (before.current as HTMLElement | null)?.focus?.(), []);
  return (
    <Portal>
      <div className="veil" onMouseDown={(event) => event.target === event.currentTarget && close()}>
        <FocusTrap active>
          <section
            className="dialog" role="dialog" aria-modal="true" aria-labelledby={id} tabIndex={-1}
            style={wide ? { maxWidth: 860 } : undefined}
            onKeyDown={(event) => { if (event.key !== "Tab") event.stopPropagation(); if (event.key === "Escape") close(); }}
          >
            <header role="presentation">
              <h2 id={id}>{title}</h2>
              <button type="button" className="btn ghost icon" aria-label={say("close")} onClick={close}><IconX size={16} aria-hidden /></button>
            </header>
            {children}
          </section>
        </FocusTrap>
      </div>
    </Portal>
  );
}
