// Nobody passes without a session; who has one finds the page that they asked for.
import { lazy, useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";

import { arrive } from "../api/arrive";
import { when_signed_out } from "../api/client";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { speak, useWords } from "../words/words";
import { useSession } from "./me";

const SignInPage = lazy(async () => ({ default: (await arrive(() => import("./sign_in_page"))).SignInPage }));

export function Gatekeeper({ children }: { children: ReactNode }) {
  const say = useWords("part", part_words);
  const queries = useQueryClient();
  const session = useSession();
  const { is_invited } = useLocation().state as { is_invited?: boolean };
  const was_in = useRef(false);
  useEffect(() => when_signed_out(() => queries.setQueryData(["session"], null)), [queries]);
  useEffect(() => {
    if (!session.data) return;
    was_in.current = true;
    if (!localStorage.getItem("vigie.language")) void speak(session.data.language);
  }, [session.data]);
  if (session.isPending) return <main className="entrance"><Waiting rows={3} label={say("loading")} /></main>;
  if (session.data === null) return <SignInPage has_ended={was_in.current} done={is_invited === true && !was_in.current} />;
  if (session.data === undefined) return <main className="entrance"><ToldProblem error={session.error} again={() => void session.refetch()} /></main>;
  return children;
}
