// The job of an import, read until it has ended.
import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { useRead } from "../api/queries";

export type Job = Schemas["Job"];

export const is_under_way = (job: Job | undefined): boolean => job?.state === "waiting" || job?.state === "running";

/** The stream tells of the end; progress is asked for. */
export const useJob = (reference: string, is_moving: boolean) =>
  useRead("job", [reference], () => told(client.GET("/api/jobs/{reference}", { params: { path: { reference } } })), {
    enabled: reference !== "",
    ...(is_moving ? { every_milliseconds: 1_000 } : {}),
  });
