// The signs of states: drawn, so that they are the same everywhere, on paper too.
import type { ReactElement } from "react";

export type Sign = "on" | "met" | "risk" | "br" | "pau" | "exc" | "up" | "down";

const drawings: Record<Sign, ReactElement> = {
  on: <circle cx="6" cy="6" r="4.5" />,
  met: <path d="M10.6 2.6 5 8.6 1.9 5.6l-1.1 1.2L5 11 11.8 3.8z" />,
  risk: <path d="M6 1 11.6 11H.4z" />,
  br: <path d="m2.4 1.2 3.6 3.5 3.6-3.5 1.2 1.2L7.3 6l3.5 3.6-1.2 1.2L6 7.3l-3.6 3.5-1.2-1.2L4.7 6 1.2 2.4z" />,
  pau: <path d="M2.5 1.5h2.4v9H2.5zm4.6 0h2.4v9H7.1z" />,
  exc: <path d="M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8Zm0 1.5c.8 0 1.5.2 2.1.6L2.9 8.1A3.7 3.7 0 0 1 6 2.3Zm0 7.4c-.8 0-1.5-.2-2.1-.6l5.2-5.2A3.7 3.7 0 0 1 6 9.7Z" />,
  up: <path d="M6 2.5 10.5 9h-9z" />,
  down: <path d="M6 9.5 1.5 3h9z" />,
};

export function Glyph({ sign, label }: { sign: Sign; label?: string }) {
  return (
    <svg className="gl" viewBox="0 0 12 12" role={label ? "img" : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      {drawings[sign]}
    </svg>
  );
}
