// Somebody else's references in the address, markup in every text, a script that says it is a picture, posts from another
// site: nothing leaks, nothing runs.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { settled, sign_in } from "../reader.mjs";
import { filled, names_in, screens } from "../screen_list.mjs";

export const who = "customer";
export const title = "Markup is text, and what is of others is not there";
export const is_long = true;

const markup = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
const inside = join(import.meta.dirname, "../../src");

/** Every address with a reference in it, as the app declares them. */
const addresses = [...readFileSync(join(inside, "routes.tsx"), "utf8").matchAll(/page\("(\/[^"]*\$reference)"/g)].map((found) => found[1]);

/** Writes `markup` wherever people write; gives what was made. */
async function written(as, customer) {
  const { sdm, technician, administrator } = as;
  const tag = String(Math.round(performance.now() * 1000));
  const party = await sdm("POST", "/api/parties", { reference: `m-${tag}`, kind: "customer", name: `${markup} ${tag}` });
  await sdm("POST", "/api/sites", { reference: `s-${tag}`, customer: party.reference, name: `${markup} ${tag}`, zone: "Europe/Paris" });
  await sdm("POST", "/api/services", { reference: `v-${tag}`, name_fr: `${markup} ${tag}`, name_en: `${markup} ${tag}`, designation: `${markup}${tag}` });
  const ticket = await technician("POST", "/api/tickets", { customer, title: markup, kind: "incident", priority: "P2", service: markup, site: markup });
  const event = (body) => technician("POST", `/api/tickets/${ticket.reference}/events`, body);
  await event({ event: "commented", note: markup });
  await event({ event: "assigned", party: "provider", team: markup, note: markup });
  await event({ event: "awaiting", party: "customer", value: markup, note: markup });
  await event({ event: "requested", party: "customer", value: markup, note: markup });
  const outage = await sdm("POST", "/api/outages", { item: markup, title: markup, customer, source: "person", reported: true, weight: 500 });
  await sdm("POST", `/api/outages/${outage.reference}/events`, { event: "severity_changed", source: "person", weight: 300, note: markup });
  const now = Date.now(), at = (hours) => new Date(now + hours * 3_600_000).toISOString();
  await sdm("POST", "/api/maintenance", { title: markup, customer, item: markup, starts_at: at(24), ends_at: at(25) });
  await sdm("POST", "/api/disputes", { about: "priority", ticket: ticket.reference, value: "P4", motive: markup });
  await administrator("POST", "/api/accounts", { reference: `a-${tag}`, name: markup, email: `a${tag}@novalys.example`, language: "fr", party: party.reference, grants: [{ role: "auditor" }] });
  await administrator("POST", "/api/tokens", { name: markup, permissions: ["read_tickets"], days: 1 });
  return { ticket: ticket.reference, outage: outage.reference, party: party.reference };
}

async function pictures(check, place, asks, cookie, reference) {
  for (const [name, type, body] of [["photo.png", "image/png", `<html>${markup}</html>`], ["dessin.svg", "image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" onload="window.broken=1"><script>window.broken=1</script></svg>`], ["page.html", "text/html", markup]]) {
    const sent = await fetch(`${place.address}/api/tickets/${reference}/attachments?name=${name}`, { method: "POST", body, headers: { "Content-Type": type, Origin: place.address, Cookie: cookie } });
    if (!sent.ok) { check([415, 422].includes(sent.status), `${name} is refused as such, not by ${sent.status}`); continue; }
    const file = await fetch(`${place.address}/api/attachments/${(await sent.json()).reference}/file`, { headers: { Cookie: cookie } });
    check(file.headers.get("X-Content-Type-Options") === "nosniff", `${name} is taken for what it says it is`);
    check(/^attachment/.test(file.headers.get("Content-Disposition") ?? ""), `${name} is shown by the browser: ${file.headers.get("Content-Disposition")}`);
    check(!/unsafe-inline|script-src \*/.test(file.headers.get("Content-Security-Policy") ?? "default-src *; script-src *"), `${name} has a policy: ${file.headers.get("Content-Security-Policy")}`);
  }
}

export async function go({ person, place, ask, check }) {
  const as = { sdm: await ask("sdm"), technician: await ask("technician"), administrator: await ask("administrator"), customer: await ask("customer") };
  const own = (await as.customer("GET", "/api/tickets?shown=all&limit=1")).items[0].customer;
  const foreign = (await as.sdm("GET", "/api/tickets?shown=all&limit=200")).items.find((ticket) => ticket.customer !== own);
  const made = await written(as, own);
  const names = { ...(await names_in(as.sdm, as.customer)), ticket: made.ticket, own_ticket: made.ticket, customer: made.party };
  const more = [
    { role: "sdm", path: `/outages?outage=${made.outage}` }, { role: "sdm", path: "/outages?view=maintenance" }, { role: "sdm", path: `/tickets/${made.ticket}?tab=conversation` },
    { role: "sdm", path: `/customers/${own}` }, { role: "administrator", path: "/admin?tab=accounts" }, { role: "administrator", path: "/account" }, { role: "sdm", path: "/tickets?shown=all" },
  ];
  let seen = 0, shown = 0;
  for (const role of ["sdm", "technician", "administrator", "auditor", "customer"]) {
    const one = await person();
    await sign_in(one, role, "/account");
    for (const { path } of [...screens, ...more].filter((screen) => screen.role === role)) {
      await one.page.goto(place.address + filled(path, names));
      await settled(one.page);
      check((await one.page.evaluate(() => window.broken)) === undefined, `what was written ran at ${path}`);
      check((await one.page.locator('img[src="x"]').count()) === 0, `what was written became a picture at ${path}`);
      ++seen;
      if ((await one.page.locator("body").innerText()).includes("onerror")) ++shown;
    }
    if (role === "customer") {
      const cookie = (await one.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
      await pictures(check, place, as.customer, cookie, made.ticket);
      await strangers(one, { place, check, as, foreign, own });
      await cross_posts(check, place, own, cookie);
    }
    await one.context.close();
  }
  check(shown >= 8, `markup is shown as it was typed on ${shown} of ${seen} pages`);
}

/** Each address of the app with what is of another customer. */
async function strangers(one, { place, check, as, foreign, own }) {
  const first = async (path, is_foreign) => (await as.sdm("GET", path)).items.find(is_foreign);
  const agreement = await first("/api/agreements?limit=200", (each) => each.customer !== own);
  const dispute = await as.sdm("POST", "/api/disputes", { about: "priority", ticket: foreign.reference, value: "P4", motive: "Un secret d’un autre client" }).catch(() => undefined);
  const of = {
    tickets: [foreign.reference, foreign.title], agreements: [agreement.reference, agreement.title ?? agreement.reference], customers: [foreign.customer, (await as.sdm("GET", `/api/parties/${foreign.customer}`)).name],
    disputes: [dispute?.reference ?? "dsp-1", "Un secret d’un autre client"], services: ["network", "\u0000"], imports: ["imp-1", "\u0000"],
  };
  for (const address of addresses) {
    const [reference, secret] = of[address.split("/")[1]] ?? [];
    check(reference !== undefined, `${address} has no reference of another customer to be tried with`);
    await one.page.goto(place.address + address.replace("$reference", encodeURIComponent(reference)));
    await settled(one.page);
    const text = await one.page.locator("body").innerText();
    check(!text.includes(secret), `${address}: the customer reads ${secret}`);
    check((await one.page.locator("main h1").count()) === 1, `${address}: what is not there is said under a title`);
  }
}

async function cross_posts(check, place, own, cookie) {
  for (const [method, path, body] of [["POST", "/api/tickets", { customer: own, title: "forged" }], ["DELETE", "/api/session", undefined], ["PUT", "/api/me/notice-preferences", { email: "never" }]]) {
    for (const fields of [{ Origin: "https://evil.example" }, { "Sec-Fetch-Site": "cross-site" }, { Origin: "null" }]) {
      const answer = await fetch(place.address + path, { method, headers: { "Content-Type": "application/json", Cookie: cookie, ...fields }, ...(body ? { body: JSON.stringify(body) } : {}) });
      check(answer.status === 403, `${method} ${path} of another site (${JSON.stringify(fields)}) is refused, not ${answer.status}`);
    }
  }
}
