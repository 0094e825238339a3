// A bordered region with a head.
import { useId } from "react";
import type { ReactNode } from "react";

export function Panel(props: { title: ReactNode; beside?: ReactNode; acts?: ReactNode; foot?: ReactNode; children: ReactNode; className?: string }) {
  const id = useId();
  return (
    <section className={`panel ${props.className ?? ""}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.title}</h2>
        {props.beside && <span className="s q">{props.beside}</span>}
        {props.acts && <span className="push flex gap2">{props.acts}</span>}
      </header>
      {props.children}
      {props.foot && <footer>{props.foot}</footer>}
    </section>
  );
}
