// The import that one is preparing: it outlives a change of page, and a reload but for the file itself.
import { useSyncExternalStore } from "react";

import type { Choices } from "./choices";
import { profile_of } from "./profile_text";
import type { FileKind, TableHead } from "./table_text";

export type Draft = {
  file?: File | undefined;
  file_name?: string | undefined;
  file_bytes?: number | undefined;
  kind?: FileKind | undefined;
  head?: TableHead | undefined;
  choices?: Choices | undefined;
  source: string;
  /** Written by hand: choices change it no more. */
  text?: string | undefined;
  profile_name: string;
  /** The import that was rehearsed from it, to be given up when it is rehearsed again. */
  reference?: string | undefined;
};

const kept_as = "vigie.import_draft";
const nothing: Draft = { source: "", profile_name: "" };
const listeners = new Set<() => void>();

function kept(): Draft {
  try {
    return { ...nothing, ...(JSON.parse(sessionStorage.getItem(kept_as) ?? "{}") as Partial<Draft>) };
  } catch {
    return nothing;
  }
}

let now: Draft = kept();

export function set_draft(change: Partial<Draft>): void {
  now = { ...now, ...change };
  const { file: _file, ...rest } = now;
  try {
    sessionStorage.setItem(kept_as, JSON.stringify(rest));
  } catch {
    // A head that does not fit is read again from the file.
  }
  for (const listener of listeners) listener();
}

export const forget_draft = (): void => {
  now = nothing;
  set_draft({});
};
export const draft_now = (): Draft => now;
export const useDraft = (): Draft => useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => now);

/** What is sent as the profile; none: the file holds events of ours. */
export function text_of(draft: Draft): string | undefined {
  if (draft.text !== undefined) return draft.text;
  return draft.choices ? profile_of(draft.choices, draft.profile_name) : undefined;
}

export type KeptImport = { file_name: string; profile_name: string; choices?: Choices | undefined; text?: string | undefined };
const import_key = (reference: string): string => `vigie.import.${reference}`;

/** The server keeps the profile and the bytes of an import, but tells neither the name of the file nor the choices. */
export function keep_import(reference: string, draft: Draft): void {
  const { file_name = "", profile_name, choices, text } = draft;
  localStorage.setItem(import_key(reference), JSON.stringify({ file_name, profile_name, choices, text } satisfies KeptImport));
}
export function kept_import(reference: string): KeptImport | undefined {
  const text = localStorage.getItem(import_key(reference));
  return text ? (JSON.parse(text) as KeptImport) : undefined;
}

export type SavedProfile = { name: string; choices?: Choices | undefined; text: string; saved_at: string };
const profiles_key = "vigie.import_profiles";
export const saved_profiles = (): SavedProfile[] => JSON.parse(localStorage.getItem(profiles_key) ?? "[]") as SavedProfile[];
export function save_profile(profile: SavedProfile): void {
  const others = saved_profiles().filter((each) => each.name !== profile.name);
  localStorage.setItem(profiles_key, JSON.stringify([profile, ...others].slice(0, 50)));
}
