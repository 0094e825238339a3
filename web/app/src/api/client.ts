// The one way to the server: typed by the description of its API, in the reader's language.
import createClient from "openapi-fetch";

import { language_now } from "../words/language";
import { Problem, problem_of } from "./problem";
import type { components, paths } from "./schema";
import { answered, key_for } from "./unsure";

export type Schemas = components["schemas"];

/** How long an answer is awaited before we say that there is none. */
const most_milliseconds = 30_000;

/** What a write says, when it may be sent again; nothing for others. */
async function said_in(request: Request): Promise<string | undefined> {
  return request.headers.has("Idempotency-Key") ? `${request.method} ${request.url} ${await request.clone().text()}` : undefined;
}

async function ask(request: Request): Promise<Response> {
  const what = await said_in(request);
  if (what) request.headers.set("Idempotency-Key", key_for(what, request.headers.get("Idempotency-Key") ?? ""));
  const given_up = AbortSignal.timeout(most_milliseconds);
  const signal = AbortSignal.any([request.signal, given_up]);
  try {
    const answer = await fetch(new Request(request, { signal }));
    if (what) answered(what, answer.status);
    return answer;
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
/** Of several writes that are one for who sends them: what was done of them before a failure is not done twice. */
export function once_each(): (what: unknown) => { "Idempotency-Key": string } {
  const keys = new Map<string, { "Idempotency-Key": string }>();
  return (what) => {
    const name = JSON.stringify(what);
    const key = keys.get(name) ?? once();
    keys.set(name, key);
    return key;
  };
}
/** The field of a change of the version that one has seen. */
export const of_version = (version: number): { "If-Match": string } => ({ "If-Match": `"${version}"` });
