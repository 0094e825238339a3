// The frame of a customer: who serves whom, seven places, two acts. On a phone the places are at the thumb.
import { Link, Outlet } from "@tanstack/react-router";
import { IconCalendar, IconChecks, IconDots, IconFileText, IconHome, IconHourglass, IconSearch, IconTargetArrow, IconTicket } from "@tabler/icons-react";
import { Suspense, lazy } from "react";

import { useProvider } from "../portal/provider";
import { useMay } from "../session/me";
import { useWords } from "../words/words";
import { Floats, SkipLink, Strips, useAround } from "./around";
import { useAccent, useBrandOf, useOwnerBrand } from "./brand";
import { useParties } from "./known";
import { Pop } from "./pop";
import { Bell, MyMenu, initials } from "./top_bar";
import { frame_words } from "./words";
import "./frame.css";
import "./portal_shell.css";

const AwaitedCount = lazy(() => import("../portal/awaited_count"));

const places = [
  { to: "/", name: "home", icon: IconHome },
  { to: "/tickets", name: "tickets", icon: IconTicket },
  { to: "/waiting", name: "waiting", icon: IconHourglass },
  { to: "/commitments", name: "commitments", icon: IconTargetArrow },
  { to: "/agreements", name: "agreements", icon: IconFileText },
  { to: "/schedule", name: "schedule", icon: IconCalendar },
  { to: "/decisions", name: "decisions", icon: IconChecks },
] as const;
type Place = (typeof places)[number];
/** How many have room at the thumb; the others are under "more". */
const at_thumb = 4;

function Go({ place, close }: { place: Place; close?: () => void }) {
  const say = useWords("frame", frame_words);
  return (
    <Link to={place.to as never} activeOptions={{ exact: place.to === "/", includeSearch: false }} activeProps={{ className: "on", "aria-current": "page" }} onClick={close}>
      <place.icon size={22} stroke={1.5} aria-hidden /><span>{say(`portal.${place.name}`)}</span>
      {place.name === "waiting" && <Suspense><AwaitedCount /></Suspense>}
    </Link>
  );
}

function Brand() {
  const say = useWords("frame", frame_words);
  const { data: parties } = useParties();
  const customer = parties?.find((party) => party.kind === "customer");
  const name = customer?.name ?? "";
  const provider = useProvider();
  const { data: own } = useBrandOf(customer?.reference);
  const owner = useOwnerBrand();
  const logo = own?.logo ?? owner?.logo;
  useAccent(own?.accent ? own : owner);
  return (
    <Link to="/" className="portal-brand" title={name}>
      {logo ? <img className="logo" src={logo} alt="" /> : <i className="portal-mono" aria-hidden>{initials(name)}</i>}
      <span><b>{name}</b>{provider && <em>{say("with", { provider })}</em>}</span>
    </Link>
  );
}

/** The two acts for which people come: beside the name on a desk, under the answer on a phone. */
export function PortalActs({ className }: { className: string }) {
  const say = useWords("frame", frame_words);
  const may = useMay();
  if (!may("write_tickets")) return null;
  return (
    <div className={className}>
      <Link to={"/tickets/new" as never} search={{ kind: "request" } as never} className="btn">{say("ask")}</Link>
      <Link to={"/tickets/new" as never} search={{ kind: "incident" } as never} className="btn pri">{say("report")}</Link>
    </div>
  );
}

export function PortalShell() {
  const say = useWords("frame", frame_words);
  const { main, shown, show } = useAround();
  return (
    <div className="portal">
      <SkipLink main={main} />
      <header className="portal-head">
        <Brand />
        <nav className="portal-places" aria-label={say("rail")}>{places.map((place) => <Go key={place.to} place={place} />)}</nav>
        <PortalActs className="portal-acts" />
        <div className="portal-mine">
          <button type="button" className="bell" aria-label={say("seek")} title={`${say("seek")} · Ctrl K`} onClick={() => show("palette")}><IconSearch size={18} aria-hidden /></button>
          <Bell />
          <MyMenu show_keys={() => show("keys")} />
        </div>
      </header>
      <Strips />
      <main className="portal-main" id="main" ref={main} tabIndex={-1}><Outlet /></main>
      <nav className="portal-thumb" aria-label={say("rail")}>
        {places.slice(0, at_thumb).map((place) => <Go key={place.to} place={place} />)}
        <Pop className="portal-more" end button={<><IconDots size={22} stroke={1.5} aria-hidden /><span>{say("portal.more")}</span></>}>
          {(close) => places.slice(at_thumb).map((place) => <Go key={place.to} place={place} close={close} />)}
        </Pop>
      </nav>
      <Floats shown={shown} show={show} />
    </div>
  );
}
