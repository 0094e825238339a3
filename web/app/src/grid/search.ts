// What is filtered lives in the URL: texts by their name, the rest of it stays as it is.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

export type Asked = Readonly<Record<string, string>>;

/** Those of these names that the URL has, as text. */
export function asked_in(search: Record<string, unknown>, names: readonly string[]): Asked {
  const asked: Record<string, string> = {};
  for (const name of names) {
    const value = search[name];
    if (value !== undefined && value !== null && value !== "") asked[name] = String(value);
  }
  return asked;
}

/** As the URL writes it: a number or a yes stays one, so that it needs no quotes. */
export function in_search(value: string | undefined): unknown {
  if (value === "true" || value === "false") return value === "true";
  return value !== undefined && String(Number(value)) === value ? Number(value) : value;
}

export function useAsked(names: readonly string[]): [Asked, (change: Record<string, string | undefined>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const text = JSON.stringify(asked_in(search, names));
  const asked = useMemo(() => JSON.parse(text) as Asked, [text]);
  const ask = useCallback((change: Record<string, string | undefined>): void => {
    const written = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, in_search(value)]));
    const to = { to: ".", replace: true, search: (before: Record<string, unknown>) => ({ ...before, ...written }) };
    void navigate(to as never);
  }, [navigate]);
  return [asked, ask];
}
