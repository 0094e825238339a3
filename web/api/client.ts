// A client as others write one: this file is type-checked against the description and never run.
import createClient from "openapi-fetch";

import type { components, paths } from "./build/schema.js";

type Party = components["schemas"]["Party"];
type Problem = components["schemas"]["Problem"];

const vigie = createClient<paths>({ baseUrl: "https://vigie.example" });

function told(problem: Problem): string {
  const faults = problem.errors ?? [];
  return [problem.detail, ...faults.map((fault) => `${fault.pointer}: ${fault.detail}`)].join("\n");
}

/** Every party, page by page. */
export async function allParties(): Promise<Party[]> {
  const parties: Party[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? { limit: 200 } : { limit: 200, cursor };
    const { data, error } = await vigie.GET("/api/parties", { params: { query } });
    if (error) throw new Error(told(error));
    parties.push(...data.items);
    cursor = data.next;
  } while (cursor !== undefined);
  return parties;
}

/** Adds a customer; the same key adds it once. */
export async function addCustomer(reference: string, name: string, key: string): Promise<Party> {
  const { data, error } = await vigie.POST("/api/parties", {
    params: { header: { "Idempotency-Key": key } },
    body: { reference, kind: "customer", name },
  });
  if (error) {
    // The codes of an operation are a closed list: another word does not compile.
    if (error.code === "reference_taken") return party(reference);
    throw new Error(told(error));
  }
  return data;
}

export async function party(reference: string): Promise<Party> {
  const path = { reference };
  const { data, error } = await vigie.GET("/api/parties/{reference}", { params: { path } });
  if (error) throw new Error(told(error));
  return data;
}

export async function rename(known: Party, name: string): Promise<Party> {
  const { data, error } = await vigie.PATCH("/api/parties/{reference}", {
    params: { path: { reference: known.reference }, header: { "If-Match": `"${known.version}"` } },
    body: { name },
  });
  if (error) throw new Error(error.code === "version_changed" ? "read it again" : told(error));
  return data;
}

// What the description forbids does not compile.
export async function wrong(): Promise<void> {
  // @ts-expect-error: no such kind of party
  await vigie.POST("/api/parties", { body: { reference: "a", kind: "friend", name: "A" } });
  // @ts-expect-error: a change wants If-Match
  await vigie.PATCH("/api/parties/{reference}", { params: { path: { reference: "a" } }, body: {} });
  // @ts-expect-error: no such address
  await vigie.GET("/api/partys");
  const { error } = await vigie.POST("/api/parties", {
    body: { reference: "a", kind: "owner", name: "A" },
  });
  // @ts-expect-error: not a refusal of this operation
  if (error?.code === "not_ready") throw new Error();
}
