// Every screen and every state of it that matters: its name, whose it is, its address. `{…}` is filled from what the
// installation holds. `opens` gives what one presses to see it (a dialog, a menu): focus must come back to it; `after`
// does what else is needed; `where: "empty"` is an installation with nothing in it.
const button = (name) => (page) => page.getByRole("button", { name }).first();
const tab = (name) => async (page) => page.getByRole("tab", { name }).first().click();
const menu = (name) => async (page) => {
  await page.locator(".act .btn.icon").first().click();
  await page.locator(".menu.pop").getByRole("button", { name }).first().click();
};
const key = (name) => async (page) => {
  await page.locator("h1").first().waitFor();
  await page.keyboard.press(name);
};
const palette = (words) => async (page) => {
  await key("Control+k")(page);
  await page.locator(".dialog input").fill(words);
  await page.waitForTimeout(400);
};

const homes = [
  { name: "sign-in", role: undefined, path: "/" },
  {
    name: "sign-in-refused", role: undefined, path: "/",
    after: async (page) => {
      await page.locator("input[type=email], input[name=email]").first().fill("nobody@novalys.example");
      await page.locator("input[type=password]").fill("not the one, for sure");
      await page.locator("button[type=submit]").click();
      await page.locator("[role=alert], .note.br").first().waitFor();
    },
  },
  { name: "invitation-gone", role: undefined, path: "/invitation/not-one" },
  { name: "cockpit-sdm", role: "sdm", path: "/" },
  { name: "cockpit-year-table", role: "sdm", path: "/?as=table" },
  { name: "cockpit-dialog", role: "sdm", path: "/", opens: button(/^(Relancer|Chase|Tracer|Trace|Affecter|Assign|Rappeler|Remind)/) },
  { name: "cockpit-technician", role: "technician", path: "/" },
  { name: "cockpit-executive", role: "executive", path: "/" },
  { name: "cockpit-finance", role: "finance", path: "/" },
  { name: "cockpit-auditor", role: "auditor", path: "/" },
  { name: "cockpit-administrator", role: "administrator", path: "/" },
];

const frame = [
  { name: "palette", role: "sdm", path: "/", after: palette("") },
  { name: "palette-found", role: "sdm", path: "/", after: palette("mat") },
  { name: "palette-nothing", role: "sdm", path: "/", after: palette("zzzzqq") },
  { name: "keys", role: "sdm", path: "/", after: key("?") },
  { name: "menu-scope", role: "sdm", path: "/", size: "desk", opens: (page) => page.locator(".top .pick").first() },
  { name: "menu-me", role: "sdm", path: "/", opens: (page) => page.locator("button.me").first() },
  { name: "not-found", role: "sdm", path: "/nothing/here" },
  { name: "ticket-not-found", role: "sdm", path: "/tickets/NOT-1" },
  { name: "no-right", role: "technician", path: "/admin" },
  { name: "offline", role: "sdm", path: "/disputes", is_offline: true },
];

const operations = [
  { name: "board", role: "sdm", path: "/board" },
  { name: "board-table", role: "sdm", path: "/board?as=table" },
  { name: "board-by-customer", role: "sdm", path: "/board?group=customer" },
  { name: "board-wall", role: "sdm", path: "/board?wall=true" },
  { name: "board-none", role: "sdm", path: "/board?team=nobody-at-all" },
  { name: "tickets", role: "sdm", path: "/tickets" },
  { name: "tickets-none", role: "sdm", path: "/tickets?words=zzzzqq" },
  {
    name: "tickets-selected", role: "sdm", path: "/tickets",
    after: async (page) => {
      await page.locator("[role=row] input[type=checkbox], tbody input[type=checkbox]").nth(1).check({ force: true });
    },
  },
  { name: "tickets-columns", role: "sdm", path: "/tickets", opens: button(/^(Colonnes|Columns)/) },
  { name: "tickets-filters", role: "sdm", path: "/tickets", opens: button(/^(Filtre|Filter)$/) },
  { name: "tickets-views", role: "sdm", path: "/tickets", opens: button(/^(Vues|Views)/) },
  { name: "ticket", role: "sdm", path: "/tickets/{ticket}" },
  { name: "ticket-why", role: "sdm", path: "/tickets/{ticket}", after: async (page) => { await key("y")(page); await page.locator(".why-p").waitFor(); } },
  { name: "ticket-table", role: "sdm", path: "/tickets/{ticket}?view=table" },
  { name: "ticket-talk", role: "sdm", path: "/tickets/{ticket}?tab=conversation" },
  { name: "ticket-files", role: "sdm", path: "/tickets/{ticket}?tab=files" },
  { name: "ticket-links", role: "sdm", path: "/tickets/{ticket}?tab=links" },
  { name: "ticket-disputes", role: "sdm", path: "/tickets/{ticket}?tab=disputes" },
  { name: "ticket-history", role: "sdm", path: "/tickets/{ticket}?tab=history" },
  { name: "ticket-act", role: "technician", path: "/tickets/{ticket}", opens: button(/^(Résoudre|Resolve|Reprendre|Resume|Passer la main|Hand the ball over|Répondre|Answer)/) },
  { name: "ticket-menu", role: "technician", path: "/tickets/{ticket}", opens: (page) => page.locator(".act .btn.icon").first() },
  { name: "ticket-await", role: "technician", path: "/tickets/{ticket}", after: menu(/^(Attendre|Mettre en attente|Await)/) },
  { name: "ticket-contest", role: "sdm", path: "/tickets/{ticket}?tab=disputes", opens: button(/^(Contester|Contest)$/) },
  { name: "new-ticket", role: "technician", path: "/tickets/new" },
  { name: "outages", role: "sdm", path: "/outages" },
  { name: "outages-works", role: "sdm", path: "/outages?view=maintenance" },
  { name: "outage-report", role: "sdm", path: "/outages", opens: button(/^(Signaler une indisponibilité|Report an outage)$/) },
  { name: "outage-announce", role: "sdm", path: "/outages", opens: button(/^(Annoncer une maintenance|Announce maintenance)$/) },
  { name: "outage", role: "sdm", path: "/outages", after: async (page) => page.locator("button.link.id").first().click({ timeout: 3_000 }) },
];

const commitments = [
  { name: "matrix", role: "sdm", path: "/matrix" },
  { name: "matrix-below", role: "sdm", path: "/matrix?below=true" },
  { name: "matrix-three", role: "sdm", path: "/matrix?side=three" },
  { name: "matrix-suppliers", role: "sdm", path: "/matrix?kind=all" },
  { name: "matrix-why", role: "sdm", path: "/matrix", after: async (page) => { await page.locator(".mx-table tr.target td.hc:has(.gl) button, .mx-table td button[data-key]").last().click(); await page.locator(".mx-panel").waitFor(); } },
  {
    name: "matrix-dispute", role: "sdm", path: "/matrix",
    after: async (page) => {
      await page.locator(".mx-table tbody tr").nth(1).locator("button[data-key]").first().click();
      await page.locator(".mx-panel").getByRole("button", { name: /^(Contester un ticket|Dispute a ticket)$/ }).click();
    },
  },
  { name: "disputes", role: "sdm", path: "/disputes?shown=all" },
  { name: "dispute", role: "sdm", path: "/disputes/{dispute}" },
  { name: "closures", role: "sdm", path: "/closures" },
  { name: "closure", role: "sdm", path: "/closures", after: async (page) => page.locator("button.cl-cell.open, button.cl-cell.closed, button.cl-cell").last().click() },
  { name: "closure-closed", role: "sdm", path: "/closures", after: async (page) => page.locator("button.cl-cell.closed, button.cl-cell").first().click() },
  { name: "agreements", role: "sdm", path: "/agreements" },
  { name: "agreement-add", role: "sdm", path: "/agreements", opens: button(/^(Ajouter un contrat|Add an agreement)$/) },
  { name: "agreement", role: "sdm", path: "/agreements/{agreement}" },
  { name: "agreement-text", role: "sdm", path: "/agreements/{agreement}?tab=text" },
  { name: "agreement-difference", role: "sdm", path: "/agreements/{agreement}?tab=difference" },
  { name: "agreement-life", role: "sdm", path: "/agreements/{agreement}?tab=life" },
  { name: "agreement-amend", role: "sdm", path: "/agreements/{agreement}", opens: button(/^(Rédiger un avenant|Write an amendment)$/) },
  { name: "customers", role: "sdm", path: "/customers" },
  { name: "customer-add", role: "administrator", path: "/customers", opens: button(/^(Ajouter un client|Add a customer)$/) },
  { name: "customer", role: "sdm", path: "/customers/{customer}" },
  { name: "services", role: "sdm", path: "/services" },
  { name: "service", role: "sdm", path: "/services/{service}" },
  { name: "notices", role: "sdm", path: "/notices" },
  { name: "notices-settings", role: "sdm", path: "/notices?panel=settings" },
  { name: "account", role: "sdm", path: "/account" },
];

const table = "Numéro;Client;Priorité;Statut;Ouvert le;Résolu le;Titre\nT-1;{customer};Haute;Résolu;02/11/2026 09:00;02/11/2026 11:30;Imprimante\nT-2;{customer};Basse;Ouvert;03/11/2026 08:10;;Écran noir\n";
const with_file = (step) => async (page, names) => {
  await page.locator("input[type=file]").first().setInputFiles({ name: "tickets.csv", mimeType: "text/csv", buffer: Buffer.from(table.replaceAll("{customer}", decodeURIComponent(names.customer)), "utf8") });
  await page.locator("#import-source").fill("guichet");
  for (let at = 0; at < step; ++at) await page.locator(".import-cta .btn.pri").last().click();
};
const administration = [
  { name: "imports", role: "administrator", path: "/imports" },
  { name: "import-file", role: "administrator", path: "/imports/new?customer={customer}" },
  { name: "import-read", role: "administrator", path: "/imports/new?customer={customer}", after: with_file(0) },
  { name: "import-columns", role: "administrator", path: "/imports/new?customer={customer}", after: with_file(1) },
  { name: "import-values", role: "administrator", path: "/imports/new?customer={customer}", after: with_file(2) },
  ...["accounts", "tokens", "warnings", "deliveries", "webhooks", "templates", "sources", "brand", "mail", "zones"].map((name) => ({ name: `admin-${name}`, role: "administrator", path: `/admin?tab=${name}` })),
  { name: "admin-account-add", role: "administrator", path: "/admin?tab=accounts", opens: button(/^(Ajouter|Inviter|Add|Invite)/) },
  { name: "admin-template", role: "administrator", path: "/admin?tab=templates", opens: button(/^(Modifier|Change)/) },
  { name: "admin-webhook-add", role: "administrator", path: "/admin?tab=webhooks", opens: button(/^(Ajouter|Add)/) },
  { name: "journal", role: "administrator", path: "/journal" },
  { name: "jobs", role: "administrator", path: "/jobs" },
  { name: "admin-token-add", role: "administrator", path: "/admin?tab=tokens", opens: (page) => page.locator("#main .panel header .btn, #main .empty .btn").first() },
  { name: "account-administrator", role: "administrator", path: "/account" },
  { name: "welcome", role: "administrator", path: "/welcome" },
  ...["company", "calendar", "customer", "agreement", "tickets", "cockpit"].map((step) => ({ name: `welcome-${step}`, role: "administrator", path: `/welcome?step=${step}`, where: "empty" })),
  ...[["cockpit", "/"], ["customers", "/customers"], ["services", "/services"], ["imports", "/imports"], ["jobs", "/jobs"], ["sources", "/admin?tab=sources"], ["notices", "/notices"]].map(([name, path]) => ({ name: `empty-${name}`, role: "administrator", path, where: "empty" })),
];

const portal = [
  { name: "portal-home", role: "customer", path: "/" },
  { name: "portal-service", role: "customer", path: "/", after: async (page) => page.locator(".portal-services button[aria-expanded], button[aria-expanded=false]").first().click() },
  { name: "portal-more", role: "customer", path: "/", size: "phone", opens: (page) => page.locator(".portal-more").first() },
  { name: "portal-me", role: "customer", path: "/", opens: (page) => page.locator("button.me").first() },
  { name: "portal-tickets", role: "customer", path: "/tickets" },
  { name: "portal-ticket", role: "customer", path: "/tickets/{own_ticket}" },
  { name: "portal-ticket-why", role: "customer", path: "/tickets/{own_ticket}", after: async (page) => { await key("y")(page); await page.locator(".why-p").waitFor({ timeout: 3_000 }); } },
  { name: "portal-ticket-talk", role: "customer", path: "/tickets/{own_ticket}?tab=conversation" },
  { name: "portal-report", role: "customer", path: "/tickets/new" },
  { name: "portal-commitments", role: "customer", path: "/commitments" },
  { name: "portal-commitments-missed", role: "customer", path: "/commitments?missed=true" },
  { name: "portal-why", role: "customer", path: "/commitments", opens: (page) => page.locator("td button").first() },
  { name: "portal-agreements", role: "customer", path: "/agreements" },
  { name: "portal-agreement", role: "customer", path: "/agreements/{own_agreement}" },
  { name: "portal-schedule", role: "customer", path: "/schedule" },
  { name: "portal-schedule-month", role: "customer", path: "/schedule?view=month" },
  { name: "portal-waiting", role: "customer", path: "/waiting" },
  { name: "portal-decisions", role: "customer", path: "/decisions" },
  { name: "portal-notices", role: "customer", path: "/notices" },
  { name: "portal-account", role: "customer", path: "/account" },
  { name: "portal-not-found", role: "customer", path: "/tickets/NOT-1" },
];

export const screens = [...homes, ...frame, ...operations, ...commitments, ...administration, ...portal];

/** A dispute: the one that is there, or else the customer's about a ticket that was missed. */
async function disputed(ask_as_sdm, ask_as_customer) {
  const there = (await ask_as_sdm("GET", "/api/disputes?limit=1")).items[0];
  if (there) return encodeURIComponent(there.reference);
  const { items } = await ask_as_customer("GET", "/api/tickets?shown=all&order=newest&limit=100");
  const ticket = items.find((each) => each.clocks.some((clock) => clock.verdict === "breached" && clock.kind === "sla")) ?? items[0];
  const clock = ticket.clocks.find((each) => each.verdict === "breached" && each.kind === "sla") ?? ticket.clocks[0];
  const made = await ask_as_customer("POST", "/api/disputes", { about: "verdict", ticket: ticket.reference, agreement: clock.agreement, commitment: clock.commitment, ground: "force_majeure", motive: "Le site était inondé, personne ne pouvait entrer." });
  return encodeURIComponent(made.reference);
}

/** What the addresses name, found by asking. */
export async function names_in(ask_as_sdm, ask_as_customer) {
  const first = async (ask, path, take = (items) => items[0]) => encodeURIComponent(take((await ask("GET", path)).items)?.reference ?? "none");
  return {
    // One that somebody else has, and whose promise may still be kept: its timeline has most to tell.
    ticket: await first(ask_as_sdm, "/api/tickets?order=due&limit=200", (items) => items.find((each) => each.holder !== "provider" && each.holder !== "customer" && each.clocks.every((clock) => clock.verdict !== "breached")) ?? items[0]),
    own_ticket: await first(ask_as_customer, "/api/tickets?order=due&limit=1"),
    agreement: await first(ask_as_sdm, "/api/agreements?limit=1"),
    own_agreement: await first(ask_as_customer, "/api/agreements?limit=1"),
    dispute: await disputed(ask_as_sdm, ask_as_customer),
    customer: await first(ask_as_sdm, "/api/parties?limit=200", (items) => items.find((party) => party.kind === "customer")),
    service: await first(ask_as_sdm, "/api/services?limit=1"),
  };
}

export const filled = (path, names) => path.replace(/\{(\w+)\}/g, (_, name) => names[name]);
