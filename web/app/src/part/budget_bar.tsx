// The budget of a promise: the track is the target, fills are who consumed it, the tick is the limit.
import type { Holder } from "./holder";
import "./budget_bar.css";

export type Fill = { holder: Holder; seconds: number };

/** `fills` in the order in which they are drawn; past the target the scale shrinks, so that the tick stays inside. */
export function BudgetBar({ fills, target_seconds, label }: { fills: Fill[]; target_seconds: number; label: string }) {
  const used = fills.reduce((sum, fill) => sum + fill.seconds, 0);
  const whole = Math.max(used, target_seconds, 1);
  const limit = (100 * target_seconds) / whole;
  return (
    <svg className="budget" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className="track" width={limit} height="8" />
      {fills.map((fill, index) => {
        const before = fills.slice(0, index).reduce((sum, each) => sum + each.seconds, 0);
        return (
          <rect key={index} className={`f-${fill.holder}`} x={(100 * before) / whole} width={(100 * fill.seconds) / whole} height="8" />
        );
      })}
      <rect className="halo" x={Math.min(limit, 99) - 1} width="3" height="8" />
      <rect className="tick" x={Math.min(limit, 99)} width="1" height="8" />
    </svg>
  );
}
