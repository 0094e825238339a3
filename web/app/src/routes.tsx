// Every page by its address. Rooms are loaded when one goes there.
import { Outlet, createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from "@tanstack/react-router";

import { arrive } from "./api/arrive";
import { ComingPage } from "./frame/coming_page";
import { CrashedPage, GonePage } from "./frame/gone_page";
import { scope_from } from "./frame/scope";
import { Shell } from "./frame/shell";
import { Gatekeeper } from "./session/gatekeeper";
import { InvitationPage } from "./session/invitation_page";

const root = createRootRoute({ component: Outlet, notFoundComponent: GonePage, errorComponent: CrashedPage });

const frame = createRoute({
  getParentRoute: () => root,
  id: "frame",
  component: () => <Gatekeeper><Shell /></Gatekeeper>,
  validateSearch: scope_from,
  search: { middlewares: [retainSearchParams(["customer", "period"] as never)] },
  errorComponent: CrashedPage,
  notFoundComponent: GonePage,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation/$token",
  component: function Invited() {
    return <InvitationPage token={invitation.useParams().token} />;
  },
});

type Load = () => Promise<Record<string, unknown>>;
/** A page of a room: `name` is what the module exports. */
const page = (path: string, load: Load, name: string) =>
  createRoute({
    getParentRoute: () => frame,
    path,
    component: lazyRouteComponent((() => arrive(load)) as never, name as never) as never,
    errorComponent: CrashedPage,
  });

const gone = createRoute({ getParentRoute: () => frame, path: "$", component: GonePage });

const pages = [
  page("/", () => import("./cockpit/home_page"), "HomePage"),
  page("/board", () => import("./board/board_page"), "BoardPage"),
  page("/tickets", () => import("./ticket/tickets_page"), "TicketsPage"),
  page("/tickets/new", () => import("./ticket/new_ticket_page"), "NewTicketPage"),
  page("/tickets/$reference", () => import("./ticket/ticket_page"), "TicketPage"),
  page("/outages", () => import("./outage/outages_page"), "OutagesPage"),
  page("/matrix", () => import("./matrix/matrix_page"), "MatrixPage"),
  page("/disputes", () => import("./dispute/disputes_page"), "DisputesPage"),
  page("/disputes/$reference", () => import("./dispute/dispute_page"), "DisputePage"),
  page("/closures", () => import("./closure/closures_page"), "ClosuresPage"),
  page("/agreements", () => import("./agreement/agreements_page"), "AgreementsPage"),
  page("/agreements/$reference", () => import("./agreement/agreement_page"), "AgreementPage"),
  page("/customers", () => import("./party/customers_page"), "CustomersPage"),
  page("/customers/$reference", () => import("./party/customer_page"), "CustomerPage"),
  page("/services", () => import("./party/services_page"), "ServicesPage"),
  page("/services/$reference", () => import("./party/service_page"), "ServicePage"),
  page("/imports", () => import("./import/imports_page"), "ImportsPage"),
  page("/imports/$reference", () => import("./import/import_page"), "ImportPage"),
  page("/notices", () => import("./notice/notices_page"), "NoticesPage"),
  page("/account", () => import("./session/account_page"), "AccountPage"),
  page("/admin", () => import("./admin/admin_page"), "AdminPage"),
  page("/journal", () => import("./admin/journal_page"), "JournalPage"),
  page("/jobs", () => import("./admin/jobs_page"), "JobsPage"),
  page("/welcome", () => import("./admin/welcome_page"), "WelcomePage"),
  page("/commitments", () => import("./portal/commitments_page"), "CommitmentsPage"),
  page("/schedule", () => import("./portal/schedule_page"), "SchedulePage"),
  page("/waiting", () => import("./portal/waiting_page"), "WaitingPage"),
  page("/decisions", () => import("./portal/decisions_page"), "DecisionsPage"),
  gone,
];

export const router = createRouter({ routeTree: root.addChildren([frame.addChildren(pages), invitation]), defaultPreload: "intent", defaultPendingComponent: ComingPage, scrollRestoration: false });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
