// An event made by API moves the open board, ticket and cockpit of another browser within a second, and nothing under the
// pointer; tabs share one stream.
import { settled, sign_in } from "../reader.mjs";

export const who = "sdm";
export const title = "What somebody does elsewhere is seen at once";

/** Milliseconds from before `act` to when `text` is in the page; a slow machine may take longer than a second, not three. */
async function until(check, what, page, act, text) {
  const begun = Date.now();
  await act();
  await page.waitForFunction((wanted) => document.querySelector("main").innerText.includes(wanted), text, { polling: 20, timeout: 10_000 })
    .catch(() => check(false, `${what} was never seen`));
  const took = Date.now() - begun;
  check(took < 3_000, `${what} was seen after ${took} ms`);
  return took;
}

export async function go({ person, place, ask, check, language }) {
  const told = await ask("technician");
  const customer = (await (await ask("customer"))("GET", "/api/tickets?shown=all&limit=1")).items[0].customer;
  const tag = Math.round(performance.now());
  const open = (name, more = {}) => told("POST", "/api/tickets", { customer, title: `${name} ${tag}`, kind: "incident", priority: "P1", ...more });
  const made = await open("Imprimante muette");
  const who = await person();
  const took = {};

  await sign_in(who, "sdm", `/tickets/${made.reference}?tab=conversation`);
  const { page } = who;
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
  took.ticket = await until(check, "the ticket", page, () => told("POST", `/api/tickets/${made.reference}/events`, { event: "commented", note: "Dépêche 4711" }), "Dépêche 4711");

  await page.goto(`${place.address}/board?customer=${customer}`);
  await settled(page);
  await page.locator(".bo-card, [data-reference]").first().waitFor();
  let next;
  took.board = await until(check, "the board", page, async () => { next = await open("Serveur arrêté"); }, `Serveur arrêté ${tag}`);

  const card = page.locator("main a.id").first();
  await card.hover();
  const before = await card.evaluate((element) => ({ text: element.textContent, top: element.getBoundingClientRect().top }));
  const early = new Date(Date.now() - 20 * 3_600_000).toISOString();
  await open("Plus pressé", { opened_at: early });
  await told("POST", `/api/tickets/${next.reference}/events`, { event: "resolved" });
  await page.waitForTimeout(1_500);
  const after = await card.evaluate((element) => ({ text: element.textContent, top: element.getBoundingClientRect().top }));
  check(before.text === after.text && Math.abs(before.top - after.top) < 1, `what the pointer is on stays: ${JSON.stringify(before)}, then ${JSON.stringify(after)}`);

  await page.goto(`${place.address}/?customer=${customer}`);
  await settled(page);
  await page.mouse.move(2, 2);
  const all_open = page.locator("main a, main footer, main header").filter({ hasText: language === "fr" ? /les \d+ ouverts/ : /all \d+ open/ }).last();
  const count = Number(/\d+/.exec(await all_open.innerText())[0]);
  took.cockpit = await until(check, "the cockpit", page, () => open("Réseau coupé"), language === "fr" ? `les ${count + 1} ouverts` : `all ${count + 1} open`);
  console.log(`    seen after: ${Object.entries(took).map(([name, milliseconds]) => `${name} ${milliseconds} ms`).join(", ")}`);

  const tabs = await Promise.all(Array.from({ length: 7 }, () => who.context.newPage()));
  for (const tab of tabs) await tab.goto(place.address + "/board");
  const metrics = await (await fetch(place.address + "/metrics")).text();
  const streams = /^vigie_event_streams (\d+)/m.exec(metrics);
  check(streams !== null, "the program tells how many streams there are");
  check(Number(streams[1]) === 1, `eight tabs use one stream, not ${streams[1]}`);
}
