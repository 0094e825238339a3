// What every frame has, whoever sits in it: the live stream, the keys, what floats above pages, what warns.
import { useQueryClient } from "@tanstack/react-query";
import type { Query } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { RefObject } from "react";

import { is_problem } from "../api/problem";
import { useStreamState } from "../api/stream";
import { Toasts } from "../part/toast";
import { part_words } from "../part/words";
import { useMe } from "../session/me";
import { useWords } from "../words/words";
import { KeysDialog } from "./keys_dialog";
import { useLive } from "./live";
import { pages_of } from "./pages";
import { Palette } from "./palette";
import { useShortcuts } from "./shortcuts";
import { frame_words } from "./words";

export type Around = { main: RefObject<HTMLElement | null>; shown: "palette" | "keys" | undefined; show: (what: "palette" | "keys" | undefined) => void };

/** Of a frame, once: listens to the stream and to the keys, and begins each page at its top. */
export function useAround(): Around {
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [shown, show] = useState<Around["shown"]>();
  const main = useRef<HTMLElement>(null);
  useLive();
  useEffect(() => { main.current?.scrollTo?.(0, 0); window.scrollTo(0, 0); }, [pathname]);
  const go = (to: string) => () => void navigate({ to: to as never });
  useShortcuts({
    "Ctrl k": () => show("palette"),
    "?": () => show("keys"),
    "g c": go("/"),
    ...Object.fromEntries(pages_of(me).flatMap((page) => (page.key ? [[page.key, go(page.to)]] : []))),
  });
  return { main, shown, show };
}

export function SkipLink({ main }: { main: Around["main"] }) {
  const say = useWords("frame", frame_words);
  return <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{say("skip")}</a>;
}

/** What is looked at cannot be read, or not again, and the server is at fault: a refusal is for the page to tell. */
function is_unread(query: Query): boolean {
  const { error, fetchFailureReason, fetchFailureCount } = query.state;
  const why = error ?? (fetchFailureCount > 1 ? fetchFailureReason : null);
  return query.getObserversCount() > 0 && why !== null && !(is_problem(why) && why.status >= 400 && why.status < 429);
}

function MayBeOld() {
  const say = useWords("frame", frame_words);
  const part = useWords("part", part_words);
  const queries = useQueryClient();
  const known = queries.getQueryCache();
  const is_any_unread = useSyncExternalStore((watcher) => known.subscribe(watcher), () => known.getAll().some(is_unread));
  async function ask_again(): Promise<void> {
    await queries.cancelQueries({ predicate: is_unread });
    await queries.refetchQueries({ predicate: is_unread });
  }
  if (!is_any_unread) return null;
  return <div className="strip" role="status">{say("may_be_old")} <button type="button" className="btn xs" onClick={() => void ask_again()}>{part("retry")}</button></div>;
}

export function Strips() {
  const say = useWords("frame", frame_words);
  const stream = useStreamState();
  const [is_online, set_online] = useState(navigator.onLine);
  useEffect(() => {
    const set = (): void => set_online(navigator.onLine);
    window.addEventListener("online", set);
    window.addEventListener("offline", set);
    return () => { window.removeEventListener("online", set); window.removeEventListener("offline", set); };
  }, []);
  if (!is_online) return <div className="strip" role="status">{say("offline")}</div>;
  if (stream === "lost") return <div className="strip" role="status">{say("stream_lost")}</div>;
  return <MayBeOld />;
}

/** Above the pages: palette, keys, what was done. */
export function Floats({ shown, show }: Pick<Around, "shown" | "show">) {
  return (
    <>
      {shown === "palette" && <Palette close={() => show(undefined)} />}
      {shown === "keys" && <KeysDialog close={() => show(undefined)} />}
      <Toasts />
    </>
  );
}
