// Nothing to show: what it is for, and what to do.
import type { ReactNode } from "react";

/** `is_page`: it is all that the page has, and so its title. */
export function Empty({ title, children, acts, is_page }: { title: string; children?: ReactNode; acts?: ReactNode; is_page?: boolean }) {
  const Title = is_page ? "h1" : "h2";
  return (
    <div className="empty">
      <Title>{title}</Title>
      {children && <p className="prose">{children}</p>}
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}
