// Which pages there are, in which area of the rail, for whom, under which key.
import {
  IconActivity, IconBell, IconBriefcase, IconCalendar, IconChecks, IconClock, IconDatabaseImport, IconFileText, IconGauge,
  IconGridDots, IconHourglass, IconLock, IconMessageReport, IconSettings, IconStack2, IconTicket, IconUsers,
} from "@tabler/icons-react";

import type { Me } from "../session/me";
import { is_of_customer } from "../session/me";
import type { KeyOf } from "../words/words";
import type { frame_words } from "./words";

type FrameKey = KeyOf<(typeof frame_words)["en"]>;
export type Area = "home" | "operate" | "agreements" | "compliance" | "admin";
export type PageLink = { to: string; name: FrameKey; icon: typeof IconGauge; area: Area; permission?: string; key?: string };

const inside: PageLink[] = [
  { to: "/", name: "page.home", icon: IconGauge, area: "home", key: "g c" },
  { to: "/board", name: "page.board", icon: IconClock, area: "operate", permission: "read_tickets", key: "g l" },
  { to: "/tickets", name: "page.tickets", icon: IconTicket, area: "operate", permission: "read_tickets", key: "g t" },
  { to: "/outages", name: "page.outages", icon: IconActivity, area: "operate", permission: "read_outages" },
  { to: "/agreements", name: "page.agreements", icon: IconFileText, area: "agreements", permission: "read_agreements", key: "g a" },
  { to: "/customers", name: "page.customers", icon: IconBriefcase, area: "agreements", permission: "read_parties" },
  { to: "/services", name: "page.services", icon: IconStack2, area: "agreements", permission: "read_catalogue" },
  { to: "/matrix", name: "page.matrix", icon: IconGridDots, area: "compliance", permission: "read_figures", key: "g m" },
  { to: "/disputes", name: "page.disputes", icon: IconMessageReport, area: "compliance", permission: "read_disputes" },
  { to: "/closures", name: "page.closures", icon: IconLock, area: "compliance", permission: "read_figures" },
  { to: "/imports", name: "page.imports", icon: IconDatabaseImport, area: "admin", permission: "read_imports" },
  { to: "/admin", name: "page.admin", icon: IconSettings, area: "admin", permission: "manage_accounts" },
  { to: "/journal", name: "page.journal", icon: IconUsers, area: "admin", permission: "read_journal" },
  { to: "/jobs", name: "page.jobs", icon: IconHourglass, area: "admin", permission: "follow_jobs" },
];

const portal: PageLink[] = [
  { to: "/", name: "page.portal", icon: IconGauge, area: "home" },
  { to: "/tickets", name: "page.tickets", icon: IconTicket, area: "home" },
  { to: "/waiting", name: "page.waiting", icon: IconHourglass, area: "home" },
  { to: "/commitments", name: "page.commitments", icon: IconGridDots, area: "home" },
  { to: "/agreements", name: "page.agreements", icon: IconFileText, area: "home" },
  { to: "/schedule", name: "page.schedule", icon: IconCalendar, area: "home" },
  { to: "/decisions", name: "page.decisions", icon: IconChecks, area: "home" },
];

/** Reached by other ways than the rail. */
export const beside: PageLink[] = [
  { to: "/notices", name: "page.notices", icon: IconBell, area: "home" },
  { to: "/account", name: "page.account", icon: IconUsers, area: "home" },
];

export function pages_of(me: Me): PageLink[] {
  if (is_of_customer(me)) return portal;
  return inside.filter((page) => !page.permission || (me.permissions as string[]).includes(page.permission));
}
