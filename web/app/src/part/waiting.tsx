// The same shape as what will come, in grey: no page jumps when it does.
export function Waiting({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div className="stack" role="status" aria-label={label} aria-busy="true">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="wait" style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
