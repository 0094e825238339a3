// Who is signed in, and what they may.
import { useQueryClient } from "@tanstack/react-query";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { is_problem } from "../api/problem";
import { useTold } from "../api/queries";

export type Me = Schemas["Me"];
export type Permission = string;

const key = ["session"];

async function read_me(): Promise<Me | null> {
  try {
    return (await told(client.GET("/api/session"))) as Me;
  } catch (error) {
    if (is_problem(error) && error.status === 401) return null;
    throw error;
  }
}

/** `data`: null when nobody is signed in. */
export const useSession = () => useTold({ queryKey: key, queryFn: read_me, staleTime: Number.POSITIVE_INFINITY });

export function useForgetSession(): () => void {
  const queries = useQueryClient();
  return () => {
    queries.clear();
    queries.setQueryData(key, null);
  };
}

/** Within the frame there is always someone. */
export function useMe(): Me {
  const { data } = useSession();
  if (!data) throw new Error("nobody is signed in");
  return data;
}

export function useMay(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => (me.permissions as string[]).includes(permission);
}

/** The home that answers someone's first question. */
export type Home = "sdm" | "technician" | "executive" | "finance" | "auditor" | "customer" | "administrator";

export function home_of(me: Me): Home {
  const order = ["sdm", "technician", "executive", "finance", "auditor", "administrator", "customer"] as const;
  const roles = me.roles as string[];
  return order.find((role) => roles.includes(role)) ?? "auditor";
}

/** Someone of a customer alone: they see the portal. */
export const is_of_customer = (me: Me): boolean => home_of(me) === "customer";
