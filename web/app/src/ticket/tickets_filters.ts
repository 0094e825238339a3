// What tickets may be filtered by, in words; the names are those of the API.
import { useMemo } from "react";

import { client, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import type { operations } from "../api/schema";
import { useParties, useServices } from "../frame/known";
import type { FileForm } from "../grid/export_menu";
import type { Filter, Option } from "../grid/filters";
import type { Asked } from "../grid/search";
import { role_of, useHolderWord } from "../part/holder";
import { useMay } from "../session/me";
import { language_now } from "../words/language";
import { capital, useVocabulary, useWords } from "../words/words";
import { tickets_words } from "./tickets_words";

export const filter_names = ["holder", "team", "kind", "priority", "service", "site", "phase", "major", "overdue", "due_within_minutes", "part_of"] as const;
export const list_names = [...filter_names, "shown", "order", "words"] as const;

type Query = Omit<NonNullable<operations["get_tickets"]["parameters"]["query"]>, "cursor">;

export const ticket_page = (query: Query, cursor: string | undefined, signal: AbortSignal): Promise<Schemas["TicketPage"]> =>
  told(client.GET("/api/tickets", { params: { query: { ...query, ...(cursor ? { cursor } : {}) } }, signal }));

/** All that match as a file, its instants in the reader's zone. */
export async function ticket_file(form: FileForm, query: Query, signal: AbortSignal): Promise<Blob> {
  if (form === "csv") return told(client.GET("/api/tickets.csv", { params: { query }, parseAs: "blob", signal })) as Promise<Blob>;
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  return told(client.GET("/api/tickets.xlsx", { params: { query: { ...query, zone } }, parseAs: "blob", signal })) as Promise<Blob>;
}

/** As the API is asked: texts of the URL, and the customer of the scope. */
export const query_of = (asked: Asked, customer: string | undefined): Query =>
  ({ ...asked, ...(customer ? { customer } : {}) }) as Query;

const kinds = ["incident", "request", "problem", "change"] as const;
const roles = ["provider", "customer", "supplier", "third_party", "nobody"] as const;
const phases = ["open", "awaiting", "deferred", "resolved", "closed", "cancelled"];

export function useTeams(): Schemas["Team"][] {
  const { data } = useRead("team", ["all"], () => told(client.GET("/api/teams", { params: { query: { limit: 200 } } })));
  return data?.items ?? [];
}

const seen_among = (rows: readonly Schemas["Ticket"][], field: "team" | "service" | "site" | "priority"): string[] =>
  [...new Set(rows.map((row) => row[field]).filter(Boolean))].sort();

/** `rows`: what they have is offered too, beside what the server lists. */
export function useTicketFilters(rows: readonly Schemas["Ticket"][], with_list: boolean): Filter[] {
  const say = useWords("tickets", tickets_words);
  const word = useVocabulary();
  const word_of = useHolderWord();
  const { data: parties } = useParties();
  const { data: services } = useServices();
  const teams = useTeams();
  const knows_names = useMay()("read_chain");
  return useMemo(() => {
    const both = (listed: Option[], seen: string[]): Option[] =>
      [...listed, ...seen.filter((value) => !listed.some((option) => option.value === value)).map((value) => ({ value, name: value }))];
    const of_words = (list: string, words: readonly string[]): Option[] => words.map((value) => ({ value, name: capital(word(list, value)) }));
    const service_options = (services ?? []).map((each) => ({ value: each.designation, name: language_now() === "fr" ? each.name_fr : each.name_en }));
    const suppliers = !knows_names ? [] : (parties ?? []).filter((party) => party.kind === "supplier").map((party) => ({ value: party.reference, name: party.name }));
    const filters: Filter[] = [
      { key: "holder", name: say("filter.holder"), options: [...roles.map((value) => ({ value, name: word_of(role_of(value) ?? "none") })), ...suppliers] },
      { key: "priority", name: say("filter.priority"), options: both(["P1", "P2", "P3", "P4"].map((value) => ({ value, name: value })), seen_among(rows, "priority")), is_free: true },
      ...(!knows_names ? [] : [{ key: "team", name: say("filter.team"), options: both(teams.map((team) => ({ value: team.designation, name: team.name })), seen_among(rows, "team")), is_free: true }]),
      { key: "kind", name: say("filter.kind"), options: kinds.map((value) => ({ value, name: say(`kind.${value}`) })), is_free: true },
      { key: "service", name: say("filter.service"), options: both(service_options, seen_among(rows, "service")), is_free: true },
      { key: "site", name: say("filter.site"), options: both([], seen_among(rows, "site")), is_free: true },
      { key: "overdue", name: say("filter.overdue"), options: [{ value: "true", name: say("late") }, { value: "false", name: say("not_late") }] },
      { key: "due_within_minutes", name: say("filter.due"), options: [30, 120, 480].map((minutes) => ({ value: String(minutes), name: minutes < 60 ? say("minutes", { count: minutes }) : say("hours", { count: minutes / 60 }) })) },
      { key: "phase", name: say("filter.phase"), options: of_words("phase", phases) },
      { key: "major", name: say("filter.major"), options: [{ value: "true", name: say("yes") }, { value: "false", name: say("no") }] },
    ];
    if (!with_list) return filters;
    return [
      { key: "shown", name: say("filter.shown"), options: of_words("ticket_shown", ["ended", "all"]), usual: capital(word("ticket_shown", "open")) },
      { key: "order", name: say("filter.order"), options: of_words("ticket_order", ["newest", "opened"]), usual: capital(word("ticket_order", "due")) },
      ...filters,
      { key: "part_of", name: say("filter.part_of"), options: [], is_free: true },
    ];
  }, [say, word, word_of, parties, services, teams, knows_names, rows, with_list]);
}
