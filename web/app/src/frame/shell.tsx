// The frame around all pages.
import { Link, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

import { useStreamState } from "../api/stream";
import { Toasts } from "../part/toast";
import { is_of_customer, useMe } from "../session/me";
import { useWords } from "../words/words";
import { KeysDialog } from "./keys_dialog";
import { useLive } from "./live";
import { Mark } from "./mark";
import type { Area } from "./pages";
import { pages_of } from "./pages";
import { Palette } from "./palette";
import { useShortcuts } from "./shortcuts";
import { TopBar } from "./top_bar";
import { frame_words } from "./words";
import "./frame.css";

const areas: Area[] = ["home", "operate", "agreements", "compliance", "admin"];

function Rail({ is_slim, fold }: { is_slim: boolean; fold: () => void }) {
  const say = useWords("frame", frame_words);
  const pages = pages_of(useMe());
  return (
    <nav className="rail" aria-label={say("rail")}>
      <Link to="/" className="brand" aria-label="Vigie"><Mark /><b>Vigie</b></Link>
      <div className="nav">
        {areas.map((area) => {
          const of_area = pages.filter((page) => page.area === area);
          if (of_area.length === 0) return null;
          return (
            <div key={area} className="area" role="group" aria-label={area === "home" ? "Vigie" : say(`area.${area}`)}>
              {area !== "home" && <p className="cap" aria-hidden>{say(`area.${area}`)}</p>}
              {of_area.map((page) => (
                <Link key={page.to} to={page.to as never} activeOptions={{ exact: page.to === "/" }} activeProps={{ className: "on", "aria-current": "page" }} title={is_slim ? say(page.name) : undefined} aria-label={say(page.name)}>
                  <page.icon size={16} stroke={1.5} aria-hidden /><span>{say(page.name)}</span>
                </Link>
              ))}
            </div>
          );
        })}
      </div>
      <div className="foot">
        <button type="button" className="btn ghost icon" aria-label={say(is_slim ? "unfold" : "fold")} title={say(is_slim ? "unfold" : "fold")} onClick={fold}>
          {is_slim ? <IconLayoutSidebarLeftExpand size={16} aria-hidden /> : <IconLayoutSidebarLeftCollapse size={16} aria-hidden />}
        </button>
      </div>
    </nav>
  );
}

function Strips() {
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
  return null;
}

/** Screens where width is worth more than names: the rail is folded there unless one unfolds it. */
const wide = /^\/(board|tickets|matrix)/;

export function Shell() {
  const say = useWords("frame", frame_words);
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [folded, set_folded] = useState<boolean | undefined>();
  const [is_open, set_open] = useState(false);
  const [shown, show] = useState<"palette" | "keys" | undefined>();
  const main = useRef<HTMLElement>(null);
  useLive();
  useEffect(() => { set_open(false); main.current?.scrollTo?.(0, 0); }, [pathname]);
  const go = (to: string) => () => void navigate({ to: to as never });
  useShortcuts({
    "Ctrl k": () => show("palette"),
    "?": () => show("keys"),
    "g c": go("/"),
    ...Object.fromEntries(pages_of(me).flatMap((page) => (page.key ? [[page.key, go(page.to)]] : []))),
  });
  const is_slim = folded ?? wide.test(pathname);
  const in_portal = is_of_customer(me);
  return (
    <div className={`app ${is_slim ? "slim" : ""} ${is_open ? "open" : ""} ${in_portal ? "portal" : ""}`}>
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{say("skip")}</a>
      <Rail is_slim={is_slim && !is_open} fold={() => set_folded(!is_slim)} />
      <TopBar open_rail={() => set_open(!is_open)} open_palette={() => show("palette")} show_keys={() => show("keys")} in_portal={in_portal} />
      <div className="mid">
        <Strips />
        <main className="main" id="main" ref={main} tabIndex={-1}><Outlet /></main>
      </div>
      {shown === "palette" && <Palette close={() => show(undefined)} />}
      {shown === "keys" && <KeysDialog close={() => show(undefined)} />}
      <Toasts />
    </div>
  );
}
