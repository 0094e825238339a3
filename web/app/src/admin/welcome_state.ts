// How far a new installation is: what the server knows, and what was said meanwhile.
import { useSyncExternalStore } from "react";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { useParties } from "../frame/known";

export const welcome_steps = ["company", "calendar", "customer", "agreement", "tickets", "cockpit"] as const;
export type WelcomeStep = (typeof welcome_steps)[number];

/** What no table of the server holds until the agreement has it. */
export type Said = { holidays: string; hours: string; zone: string; customer: string; has_language?: boolean; has_hours?: boolean };

const kept_as = "vigie.welcome";
const nothing: Said = { holidays: "fr", hours: "mon-fri 08:00-18:00", zone: Intl.DateTimeFormat().resolvedOptions().timeZone, customer: "" };
const listeners = new Set<() => void>();

function kept(): Said {
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(kept_as) ?? "{}") as Partial<Said>) };
  } catch {
    return nothing;
  }
}

let said = kept();

export function say_it(change: Partial<Said>): void {
  said = { ...said, ...change };
  localStorage.setItem(kept_as, JSON.stringify(said));
  for (const listener of listeners) listener();
}
export const useSaid = (): Said => useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => said);

export function useProgress() {
  const told_so = useSaid();
  const parties = useParties();
  const agreements = useRead("agreement", ["welcome"], async () => (await told(client.GET("/api/agreements", { params: { query: { limit: 100 } } }))).items);
  const imports = useRead("import", ["welcome"], async () => (await told(client.GET("/api/imports", { params: { query: { limit: 100 } } }))).items);
  const owner = parties.data?.find((party) => party.kind === "owner");
  const customers = (parties.data ?? []).filter((party) => party.kind === "customer");
  const customer = customers.find((party) => party.reference === told_so.customer) ?? customers[0];
  const of_customer = (agreements.data ?? []).filter((agreement) => agreement.customer === customer?.reference);
  const published = (imports.data ?? []).filter((each) => each.state === "published");
  const waiting = (imports.data ?? []).find((each) => each.state === "filled" || each.state === "loading" || each.state === "loaded");
  const done: Record<WelcomeStep, boolean> = {
    company: told_so.has_language ?? customers.length > 0, calendar: told_so.has_hours ?? of_customer.length > 0, customer: customer !== undefined,
    agreement: of_customer.length > 0, tickets: published.length > 0, cockpit: false,
  };
  const next = welcome_steps.find((step) => !done[step]) ?? "cockpit";
  const is_pending = parties.isPending || agreements.isPending || imports.isPending;
  return { owner, customers, customer, agreement: of_customer[0], published, waiting, done, next, is_pending, error: parties.error ?? agreements.error ?? imports.error };
}
export type Progress = ReturnType<typeof useProgress>;
