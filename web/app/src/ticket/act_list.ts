// Acts that people do to a ticket: what is asked for each, when it makes sense, who may.
import type { EventToRecord, Ticket } from "./acts";

export type ActName =
  | "resolve" | "pass" | "await" | "ask" | "resume" | "answered" | "take" | "merge" | "major" | "cancel" | "reopen" | "close" | "restore"
  | "workaround" | "relate" | "classify" | "respond" | "acknowledge" | "declare" | "accept" | "refuse" | "comment";
export type Field = "party" | "awaited" | "team" | "person" | "reason" | "note" | "other" | "relation" | "priority" | "effect" | "at" | "consent" | "request" | "what_asked";

type Stage = "open" | "awaiting" | "resolved" | "ended";
type ActSpec = { event: EventToRecord["event"]; fields: Field[]; wanted?: Field[]; stages: Stage[]; side: "provider" | "both" | "customer"; key?: string; why?: "major_why" | "merge_why" | "cancel_why" | "resolve_why" };

export const acts: Record<ActName, ActSpec> = {
  resolve: { event: "resolved", fields: ["note", "at"], stages: ["open", "awaiting"], side: "provider", key: "r", why: "resolve_why" },
  pass: { event: "assigned", fields: ["party", "team", "person", "note", "at"], wanted: ["party"], stages: ["open", "awaiting"], side: "provider", key: "p" },
  await: { event: "awaiting", fields: ["awaited", "reason", "request", "what_asked", "at"], wanted: ["awaited"], stages: ["open"], side: "provider", key: "w" },
  ask: { event: "requested", fields: ["what_asked", "at"], stages: ["awaiting"], side: "provider" },
  resume: { event: "resumed", fields: ["note", "at"], stages: ["awaiting"], side: "provider" },
  answered: { event: "answered", fields: ["note", "at"], stages: ["awaiting"], side: "both" },
  take: { event: "assigned", fields: [], stages: ["open", "awaiting"], side: "provider", key: "a" },
  acknowledge: { event: "acknowledged", fields: ["at"], stages: ["open", "awaiting"], side: "provider" },
  respond: { event: "responded", fields: ["note", "at"], stages: ["open", "awaiting"], side: "provider" },
  restore: { event: "restored", fields: ["note", "at"], stages: ["open", "awaiting"], side: "provider" },
  workaround: { event: "workaround_provided", fields: ["note", "at"], stages: ["open", "awaiting"], side: "provider" },
  comment: { event: "commented", fields: ["note"], wanted: ["note"], stages: ["open", "awaiting", "resolved", "ended"], side: "both", key: "c" },
  classify: { event: "classified", fields: ["priority", "effect", "consent", "note"], wanted: ["priority"], stages: ["open", "awaiting", "resolved"], side: "provider" },
  declare: { event: "classified", fields: ["priority", "note"], wanted: ["priority"], stages: ["open", "awaiting"], side: "customer" },
  major: { event: "declared_major", fields: ["note", "consent", "at"], stages: ["open", "awaiting"], side: "provider", why: "major_why" },
  relate: { event: "related", fields: ["relation", "other"], wanted: ["other"], stages: ["open", "awaiting", "resolved", "ended"], side: "provider" },
  merge: { event: "merged", fields: ["other", "note"], wanted: ["other"], stages: ["open", "awaiting"], side: "provider", why: "merge_why" },
  accept: { event: "accepted", fields: ["note"], stages: ["resolved"], side: "customer" },
  refuse: { event: "refused", fields: ["note"], stages: ["resolved"], side: "customer" },
  close: { event: "closed", fields: ["note", "at"], stages: ["resolved", "awaiting"], side: "provider" },
  reopen: { event: "reopened", fields: ["note", "at"], stages: ["resolved", "ended"], side: "both" },
  cancel: { event: "cancelled", fields: ["reason", "note"], stages: ["open", "awaiting"], side: "both", why: "cancel_why" },
};

export function stage_of(phase: Ticket["phase"]): Stage {
  if (phase === "open") return "open";
  if (phase === "awaiting" || phase === "deferred") return "awaiting";
  return phase === "resolved" ? "resolved" : "ended";
}

/** Which acts make sense now, in the order of the list. */
export function acts_for(phase: Ticket["phase"], is_provider: boolean): ActName[] {
  const stage = stage_of(phase);
  return (Object.keys(acts) as ActName[]).filter((name) => {
    const { side, stages } = acts[name];
    return stages.includes(stage) && (side === "both" || (side === "provider") === is_provider);
  });
}

export type Typed = Partial<Record<Field, string>>;

/** The events that an act records, in order: a wait with its request is two. `instant`: what was typed as one. */
export function events_of(name: ActName, typed: Typed, ticket: Ticket, instant: (text: string) => string | undefined): EventToRecord[] {
  const text = (field: Field): string | undefined => typed[field]?.trim() || undefined;
  const at = instant(typed.at ?? "");
  const party = name === "pass" ? text("party") : name === "await" ? text("awaited") : name === "answered" || name === "ask" ? ticket.holder : undefined;
  const value = name === "classify" || name === "declare" ? text("priority") : name === "ask" ? text("what_asked") : text("reason");
  const event: EventToRecord = {
    event: acts[name].event,
    ...(at ? { at } : {}), ...(party ? { party } : {}), ...(value ? { value } : {}),
    ...(text("team") ? { team: text("team")! } : {}), ...(text("person") ? { person: text("person")! } : {}),
    ...(text("note") ? { note: text("note")! } : {}), ...(text("other") ? { other: text("other")! } : {}),
    ...(name === "relate" ? { relation: (text("relation") ?? "caused_by") as "caused_by" } : {}),
    ...(name === "classify" ? { attribute: "priority" as const, effect: (text("effect") ?? "now") as "now" } : {}),
    ...(name === "declare" ? { attribute: "declared_priority" as const } : {}),
    ...(name === "comment" ? { audience: "customer" as const } : {}),
    ...(typed.consent === "yes" ? { consent: true } : {}),
  };
  if (name !== "await" || typed.request === "no") return [event];
  return [event, { event: "requested", ...(party ? { party } : {}), ...(text("what_asked") ? { value: text("what_asked")! } : {}), ...(at ? { at } : {}) }];
}
