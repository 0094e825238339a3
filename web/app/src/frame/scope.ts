// What all screens look at: one customer or all, one month. In the URL, and kept between screens.
import { useNavigate, useSearch } from "@tanstack/react-router";

export type Scope = { customer?: string | undefined; period?: string | undefined };

const text_of = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
export const month_pattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The search of the root: what is not understood is left out, other names pass. */
export function scope_from(search: Record<string, unknown>): Scope {
  const period = text_of(search["period"]);
  return {
    ...search,
    customer: text_of(search["customer"]),
    period: period && month_pattern.test(period) ? period : undefined,
  };
}

export const this_month = (): string => new Date().toISOString().slice(0, 7);

export function months_before(period: string, count: number): string {
  const [year = 0, month = 1] = period.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1 - count, 1));
  return at.toISOString().slice(0, 7);
}

export function last_day_of(period: string): string {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** `period` is always one: this month unless the URL says otherwise. */
export function useScope(): { customer: string | undefined; period: string } {
  const search = useSearch({ strict: false }) as Scope;
  return { customer: search.customer, period: search.period ?? this_month() };
}

export function useSetScope(): (scope: Scope) => void {
  const navigate = useNavigate();
  return (scope) => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, ...scope }) } as never);
}
