// What the server refuses, and what keeps us from it.
import type { components } from "./schema";

export type Refusal = components["schemas"]["Problem"];

/** An answer that is a refusal, or no answer at all: then `status` is 0. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly faults: { pointer: string; detail: string }[] = [],
    readonly request_id = "",
    readonly retry_after_seconds = 0,
  ) {
    super(message);
    this.name = "Problem";
  }

  /** What is wrong with one field of the body that was sent; nothing: it is not that one. */
  of_field(name: string): string | undefined {
    return this.faults.find((fault) => fault.pointer === `/${name}`)?.detail;
  }

  /** Whether asking again later may do better. */
  get is_passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export function problem_of(response: Response, body: unknown): Problem {
  const refusal = (typeof body === "object" && body !== null ? body : {}) as Partial<Refusal>;
  return new Problem(
    response.status,
    refusal.code ?? "internal_error",
    refusal.detail ?? response.statusText,
    refusal.errors ?? [],
    refusal.request_id ?? response.headers.get("X-Request-Id") ?? "",
    Number(response.headers.get("Retry-After") ?? 0),
  );
}

/** Whether what was to be changed is no more what was seen. */
export const is_changed = (error: unknown): boolean => is_problem(error) && error.code === "version_changed";

export const is_problem = (error: unknown): error is Problem => error instanceof Problem;
