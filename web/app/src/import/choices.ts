// What someone chose about a file: all that a profile is written from.

export const event_fields = [
  "opened", "acknowledged", "responded", "intervention_started", "workaround_provided", "restored", "diagnosed", "resolved", "closed", "cancelled",
] as const;
export const attribute_fields = [
  "priority", "kind", "customer", "service", "site", "category", "declared_priority", "impact", "urgency", "channel", "department", "vip",
  "support_level", "tag",
] as const;

export type EventField = (typeof event_fields)[number];
export type AttributeField = (typeof attribute_fields)[number];
/** What a column of the file may be for us. */
export type Field = "ticket" | "at" | "state" | "group" | "person" | EventField | AttributeField | "";

export const is_event = (field: Field): field is EventField => (event_fields as readonly string[]).includes(field);
export const is_attribute = (field: Field): field is AttributeField => (attribute_fields as readonly string[]).includes(field);

/** What a state of the tool means. */
export const meanings = ["open", "awaiting customer", "awaiting supplier", "awaiting provider", "resolved", "closed", "cancelled", "ignore"] as const;
export type Meaning = (typeof meanings)[number];

export type Choices = {
  format: "csv" | "ndjson";
  separator: string;
  quote: '"' | "none";
  encoding: string;
  missing: string[];
  /** Our field for each column of the file; columns that say nothing to us are left out. */
  fields: Record<string, Field>;
  formats: string[];
  zone: string;
  states: Record<string, Meaning>;
  /** Our word for each value, by field. Fields without an entry are kept as they are written. */
  values: Partial<Record<AttributeField, Record<string, string>>>;
  /** Who each group is: nothing for a team of ours, else the name of a supplier or customer. */
  groups: Record<string, string>;
  /** The nature of all tickets when no column says it. */
  kind: string;
};

/** The column that is a field; columns of the same field: the first. */
export const column_of = (choices: Choices, field: Field): string | undefined =>
  Object.entries(choices.fields).find(([, each]) => each === field)?.[0];

/** What lacks before a profile can be written: words of `lack` in the texts. */
export function lacks_of(choices: Choices): ("ticket" | "opened" | "formats" | "zone")[] {
  const lacks: ("ticket" | "opened" | "formats" | "zone")[] = [];
  if (!column_of(choices, "ticket")) lacks.push("ticket");
  if (!column_of(choices, "opened") && !column_of(choices, "at")) lacks.push("opened");
  if (choices.formats.length === 0) lacks.push("formats");
  if (choices.zone === "") lacks.push("zone");
  return lacks;
}
