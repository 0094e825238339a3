// What an outage is now, and how instants are typed.
import type { Schemas } from "../api/client";

export type Outage = Schemas["Outage"];
export type Maintenance = Schemas["Maintenance"];
export type OutageWord = Schemas["OutageEventToRecord"]["event"];

export type OutageState = "on" | "restored" | "withdrawn";
export const state_of = (outage: Outage): OutageState => (outage.withdrawn ? "withdrawn" : outage.restored_at ? "restored" : "on");

export type MaintenanceState = "planned" | "running" | "past" | "cancelled";
export function state_of_maintenance(work: Maintenance, now: number): MaintenanceState {
  if (work.withdrawn) return "cancelled";
  if (now < Date.parse(work.starts_at)) return "planned";
  return now < Date.parse(work.ends_at) ? "running" : "past";
}

/** What makes sense next, the most likely first. */
export function next_words(outage: Outage): OutageWord[] {
  if (outage.withdrawn) return [];
  if (outage.restored_at) return ["confirmed", "detected", "withdrawn"];
  return ["restored", "severity_changed", "reported", "unknown", "withdrawn"];
}

/** What a field of a day and an hour holds, as the API wants it; nothing typed, nothing sent. */
export const instant_typed = (text: string): string | undefined => {
  const at = Date.parse(text);
  return text === "" || Number.isNaN(at) ? undefined : new Date(at).toISOString();
};
