export function Mark() {
  return (
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden>
      <rect width="22" height="22" rx="5" fill="var(--accent)" />
      <path d="M4 11s2.6-4.5 7-4.5S18 11 18 11s-2.6 4.5-7 4.5S4 11 4 11z" fill="none" stroke="var(--on-accent)" strokeWidth="1.7" />
      <circle cx="11" cy="11" r="2.1" fill="var(--on-accent)" />
    </svg>
  );
}
