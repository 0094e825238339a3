// Each role has the home that answers its first question; those who may look at others find them beside the answer.
import { Navigate, useSearch } from "@tanstack/react-router";
import { Suspense, lazy, useRef } from "react";
import type { ReactNode } from "react";

import { is_put_off } from "../admin/put_off";
import { arrive } from "../api/arrive";
import { ComingPage } from "../frame/coming_page";
import { useParties } from "../frame/known";
import type { Home } from "../session/me";
import { home_of, useMay, useMe } from "../session/me";
import type { View } from "./home_head";
import { useViews } from "./home_head";
import "./cockpit.css";

const Cockpit = lazy(async () => ({ default: (await arrive(() => import("./cockpit"))).Cockpit }));
const NextPage = lazy(async () => ({ default: (await arrive(() => import("./next_page"))).NextPage }));
const Portfolio = lazy(async () => ({ default: (await arrive(() => import("./portfolio"))).Portfolio }));
const MoneyPage = lazy(async () => ({ default: (await arrive(() => import("./money_page"))).MoneyPage }));
const VerifyPage = lazy(async () => ({ default: (await arrive(() => import("./verify_page"))).VerifyPage }));
const PortalHome = lazy(async () => ({ default: (await arrive(() => import("../portal/portal_home"))).PortalHome }));

const first: Record<Exclude<Home, "customer">, View> = {
  sdm: "cockpit", administrator: "cockpit", technician: "next", executive: "portfolio", finance: "money", auditor: "verify",
};
const page: Record<View, typeof Cockpit> = { cockpit: Cockpit, next: NextPage, portfolio: Portfolio, money: MoneyPage, verify: VerifyPage };

/** Who keeps the accounts of an installation that promises nothing to nobody is led through its first steps. */
function Begun({ children }: { children: ReactNode }) {
  const may = useMay();
  const leads = may("manage_accounts") && may("write_parties") && !is_put_off();
  const parties = useParties(leads);
  // Once it was told or not told, what happens to this reading takes nothing away that is shown.
  const is_settled = useRef(false);
  if (parties.data || parties.error) is_settled.current = true;
  if (leads && !is_settled.current) return <ComingPage />;
  const is_empty = parties.data?.some((party) => party.kind === "customer") === false;
  return leads && is_empty ? <Navigate to={"/welcome" as never} replace /> : children;
}

function Chosen({ home }: { home: Exclude<Home, "customer"> }) {
  const asked = (useSearch({ strict: false }) as { view?: string }).view;
  const view = useViews().find((each) => each === asked) ?? first[home];
  const Page = page[view];
  return <Page />;
}

export function HomePage() {
  const home = home_of(useMe());
  return (
    <Suspense fallback={<ComingPage />}>
      {home === "customer" ? <PortalHome /> : <Begun><Chosen home={home} /></Begun>}
    </Suspense>
  );
}
