// Each role has the home that answers its first question; those who may look at others find them beside the answer.
import { useSearch } from "@tanstack/react-router";
import { Suspense, lazy } from "react";

import { Waiting } from "../part/waiting";
import type { Home } from "../session/me";
import { home_of, useMe } from "../session/me";
import { useWords } from "../words/words";
import type { View } from "./home_head";
import { useViews } from "./home_head";
import { cockpit_words } from "./words";
import "./cockpit.css";

const Cockpit = lazy(async () => ({ default: (await import("./cockpit")).Cockpit }));
const PortalHome = lazy(async () => ({ default: (await import("../portal/portal_home")).PortalHome }));

const first: Record<Exclude<Home, "customer">, View> = {
  sdm: "cockpit", administrator: "cockpit", technician: "next", executive: "portfolio", finance: "money", auditor: "verify",
};
const page: Record<View, typeof Cockpit> = { cockpit: Cockpit, next: Cockpit, portfolio: Cockpit, money: Cockpit, verify: Cockpit };

function Chosen({ home }: { home: Exclude<Home, "customer"> }) {
  const asked = (useSearch({ strict: false }) as { view?: string }).view;
  const view = useViews().find((each) => each === asked) ?? first[home];
  const Page = page[view];
  return <Page />;
}

export function HomePage() {
  const say = useWords("cockpit", cockpit_words);
  const home = home_of(useMe());
  return (
    <Suspense fallback={<Waiting rows={10} label={say("message.waiting")} />}>
      {home === "customer" ? <PortalHome /> : <Chosen home={home} />}
    </Suspense>
  );
}
