// The one way to the server: typed by the description of its API, in the reader's language.
import createClient from "openapi-fetch";

import { language_now } from "../words/language";
import { Problem, problem_of } from "./problem";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** How long an answer is awaited before we say that there is none. */
const most_milliseconds = 30_000;

async function ask(request: Request): Promise<Response> {
  const given_up = AbortSignal.timeout(most_milliseconds);
  const signal = AbortSignal.any([request.signal, given_up]);
  try {
    return await fetch(new Request(request, { signal }));
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Problem(0, given_up.aborted ? "no_answer" : "unreachable", "");
  }
}

export const client = createClient<paths>({ fetch: ask, credentials: "same-origin" });

client.use({
  onRequest: ({ request }) => {
    if (!request.headers.has("Accept-Language")) request.headers.set("Accept-Language", language_now());
    return request;
  },
});

/** What the answer holds; a refusal is thrown as `Problem`. */
export async function told<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    if (response.status === 401) on_signed_out();
    throw problem_of(response, error);
  }
  return data as T;
}

let on_signed_out: () => void = () => undefined;
/** What to do when the session has ended. */
export function when_signed_out(act: () => void): void {
  on_signed_out = act;
}

/** The fields of a write: sent again it is done once. */
export const once = (): { "Idempotency-Key": string } => ({ "Idempotency-Key": crypto.randomUUID() });
/** The field of a change of the version that one has seen. */
export const of_version = (version: number): { "If-Match": string } => ({ "If-Match": `"${version}"` });
