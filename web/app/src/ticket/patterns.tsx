// Second cue beside colour: hatches and dots, once for the page.
export function Patterns() {
  return (
    <svg width="0" height="0" className="tk-defs" aria-hidden="true">
      <defs>
        <pattern id="tk-cust" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--h-cust)" /><rect width="2" height="6" fill="var(--h-cust-2)" /></pattern>
        <pattern id="tk-supp" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="var(--h-supp)" /><circle cx="1.5" cy="1.5" r=".9" fill="var(--h-supp-2)" /><circle cx="4.5" cy="4.5" r=".9" fill="var(--h-supp-2)" /></pattern>
        <pattern id="tk-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="6" height="6" fill="var(--st-br)" /><rect width="1.5" height="6" fill="var(--st-br-l)" opacity=".55" /></pattern>
        <pattern id="tk-exc" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="var(--st-exc-t)" /><rect width="1.2" height="7" fill="var(--st-exc-l)" /></pattern>
      </defs>
    </svg>
  );
}

export const fill_of = { us: "var(--h-us)", cust: "url(#tk-cust)", supp: "url(#tk-supp)", none: "var(--h-none)", off: "var(--h-off)" } as const;
