// Every screen: its name, whose it is, its address. `{…}` is filled from what the installation holds.
export const screens = [
  { name: "sign-in", role: undefined, path: "/" },
  { name: "cockpit-sdm", role: "sdm", path: "/" },
  { name: "cockpit-technician", role: "technician", path: "/" },
  { name: "cockpit-executive", role: "executive", path: "/" },
  { name: "cockpit-finance", role: "finance", path: "/" },
  { name: "cockpit-auditor", role: "auditor", path: "/" },
  { name: "cockpit-administrator", role: "administrator", path: "/" },
  { name: "board", role: "sdm", path: "/board" },
  { name: "board-table", role: "sdm", path: "/board?view=table" },
  { name: "tickets", role: "sdm", path: "/tickets" },
  { name: "ticket", role: "sdm", path: "/tickets/{ticket}" },
  { name: "new-ticket", role: "technician", path: "/tickets/new" },
  { name: "outages", role: "sdm", path: "/outages" },
  { name: "matrix", role: "sdm", path: "/matrix" },
  { name: "disputes", role: "sdm", path: "/disputes" },
  { name: "closures", role: "sdm", path: "/closures" },
  { name: "agreements", role: "sdm", path: "/agreements" },
  { name: "agreement", role: "sdm", path: "/agreements/{agreement}" },
  { name: "customers", role: "sdm", path: "/customers" },
  { name: "customer", role: "sdm", path: "/customers/{customer}" },
  { name: "services", role: "sdm", path: "/services" },
  { name: "service", role: "sdm", path: "/services/{service}" },
  { name: "imports", role: "administrator", path: "/imports" },
  { name: "notices", role: "sdm", path: "/notices" },
  { name: "account", role: "sdm", path: "/account" },
  { name: "admin", role: "administrator", path: "/admin" },
  { name: "journal", role: "administrator", path: "/journal" },
  { name: "jobs", role: "administrator", path: "/jobs" },
  { name: "welcome", role: "administrator", path: "/welcome" },
  { name: "not-found", role: "sdm", path: "/nothing/here" },
  { name: "no-right", role: "technician", path: "/admin" },
  { name: "portal-home", role: "customer", path: "/" },
  { name: "portal-tickets", role: "customer", path: "/tickets" },
  { name: "portal-ticket", role: "customer", path: "/tickets/{own_ticket}" },
  { name: "portal-report", role: "customer", path: "/tickets/new" },
  { name: "portal-commitments", role: "customer", path: "/commitments" },
  { name: "portal-agreements", role: "customer", path: "/agreements" },
  { name: "portal-schedule", role: "customer", path: "/schedule" },
  { name: "portal-waiting", role: "customer", path: "/waiting" },
  { name: "portal-decisions", role: "customer", path: "/decisions" },
];

/** What the addresses name, found by asking. */
export async function names_in(ask_as_sdm, ask_as_customer) {
  const first = async (ask, path) => encodeURIComponent((await ask("GET", path)).items[0]?.reference ?? "none");
  return {
    ticket: await first(ask_as_sdm, "/api/tickets?order=due&limit=1"),
    own_ticket: await first(ask_as_customer, "/api/tickets?shown=all&order=newest&limit=1"),
    agreement: await first(ask_as_sdm, "/api/agreements?limit=1"),
    customer: encodeURIComponent((await ask_as_sdm("GET", "/api/parties?limit=200")).items.find((party) => party.kind === "customer")?.reference ?? "none"),
    service: await first(ask_as_sdm, "/api/services?limit=1"),
  };
}

export const filled = (path, names) => path.replace(/\{(\w+)\}/g, (_, name) => names[name]);
