// Nothing to show: what it is for, and what to do.
import type { ReactNode } from "react";

export function Empty({ title, children, acts }: { title: string; children?: ReactNode; acts?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <p className="prose">{children}</p>}
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}
