// What many pages name: parties and services, read once.
import { all_of, useRead } from "../api/queries";
import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { language_now } from "../words/language";

export type Party = Schemas["Party"];
export type Service = Schemas["Service"];

export const useParties = (enabled = true) =>
  useRead("party", ["all"], () =>
    all_of<Party>((cursor) => told(client.GET("/api/parties", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))),
  { enabled });

export const useServices = () =>
  useRead("service", ["all"], () =>
    all_of<Service>((cursor) => told(client.GET("/api/services", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }))),
  );

/** The name of a party by its reference or designation; as it came when it is not known. */
export function usePartyName(): (reference: string | undefined) => string {
  const { data } = useParties();
  return (reference) => data?.find((party) => party.reference === reference)?.name ?? reference ?? "";
}

/** What each party is to us, by reference and by name, as events designate it: "customer", "supplier", "owner". */
export function usePartyKinds(): ReadonlyMap<string, string> {
  const { data } = useParties();
  return new Map((data ?? []).flatMap((party) => [[party.name, party.kind], [party.reference, party.kind]] as const));
}

export function useServiceName(): (designation: string | undefined) => string {
  const { data } = useServices();
  return (designation) => {
    const found = data?.find((service) => service.designation === designation || service.reference === designation);
    if (!found) return designation ?? "";
    return language_now() === "fr" ? found.name_fr : found.name_en;
  };
}
