// The frame around all pages.
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { useEffect, useState } from "react";

import { is_of_customer, useMe } from "../session/me";
import { useWords } from "../words/words";
import { Floats, SkipLink, Strips, useAround } from "./around";
import { HouseMark, house_name, useAccent, useOwnerBrand } from "./brand";
import type { Area } from "./pages";
import { pages_of } from "./pages";
import { PortalShell } from "./portal_shell";
import { TopBar } from "./top_bar";
import { frame_words } from "./words";
import "./frame.css";

const areas: Area[] = ["home", "operate", "agreements", "compliance", "admin"];

function Rail({ is_slim, fold }: { is_slim: boolean; fold: () => void }) {
  const say = useWords("frame", frame_words);
  const pages = pages_of(useMe());
  const brand = useOwnerBrand();
  useAccent(brand);
  return (
    <nav className="rail" aria-label={say("rail")}>
      <Link to="/" className="brand" aria-label={house_name(brand)}><HouseMark brand={brand} /></Link>
      <div className="nav">
        {areas.map((area) => {
          const of_area = pages.filter((page) => page.area === area);
          if (of_area.length === 0) return null;
          return (
            <div key={area} className="area" role="group" aria-label={area === "home" ? "Vigie" : say(`area.${area}`)}>
              {area !== "home" && <p className="cap" aria-hidden>{say(`area.${area}`)}</p>}
              {of_area.map((page) => (
                <Link key={page.to} to={page.to as never} activeOptions={{ exact: page.to === "/", includeSearch: false }} activeProps={{ className: "on", "aria-current": "page" }} title={is_slim ? say(page.name) : undefined} aria-label={say(page.name)}>
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

/** Screens where width is worth more than names: the rail is folded there unless one unfolds it. */
const wide = /^\/(board|tickets|matrix)/;

/** The frame of those who promise: a rail of rooms. */
function InsideShell() {
  const { pathname } = useLocation();
  const [folded, set_folded] = useState<boolean | undefined>();
  const [is_open, set_open] = useState(false);
  const { main, shown, show } = useAround();
  useEffect(() => set_open(false), [pathname]);
  const is_slim = folded ?? wide.test(pathname);
  return (
    <div className={`app ${is_slim ? "slim" : ""} ${is_open ? "open" : ""}`}>
      <SkipLink main={main} />
      <Rail is_slim={is_slim && !is_open} fold={() => set_folded(!is_slim)} />
      <TopBar open_rail={() => set_open(!is_open)} open_palette={() => show("palette")} show_keys={() => show("keys")} />
      <div className="mid">
        <Strips />
        <main className="main" id="main" ref={main} tabIndex={-1}><Outlet /></main>
      </div>
      <Floats shown={shown} show={show} />
    </div>
  );
}

export function Shell() {
  return is_of_customer(useMe()) ? <PortalShell /> : <InsideShell />;
}
