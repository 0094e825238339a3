// Compliance fell: from the matrix to the ticket, its timeline, a request to leave it out, the customer's
// agreement in the portal, and the matrix that moves.
import { settled, sign_in } from "../reader.mjs";

export const who = "sdm";
export const is_long = true;

const hours_ago = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** A ticket of the customer that was resolved too late, this month. */
async function missed_ticket(ask) {
  const customer_asks = await ask("customer");
  const { customer, reference: agreement } = (await customer_asks("GET", "/api/agreements")).items.find((each) => each.kind === "sla");
  const technician = await ask("technician");
  const ticket = await technician("POST", "/api/tickets", { customer, title: "Accès impossible au local", kind: "incident", priority: "P1", opened_at: hours_ago(400) });
  await technician("POST", `/api/tickets/${ticket.reference}/events`, { event: "resolved", at: hours_ago(2) });
  const { clocks } = await technician("GET", `/api/tickets/${ticket.reference}`);
  const clock = clocks.find((each) => each.kind === "sla" && each.metric === "resolution");
  return { customer, agreement, ticket: ticket.reference, target: clock.commitment, month: new Date().toISOString().slice(0, 7), verdict: clock.verdict };
}

export async function go({ person, ask, check }) {
  const of = await missed_ticket(ask);
  check(of.verdict === "breached", `the ticket is missed, not ${of.verdict}`);
  const sdm = await person();
  await sign_in(sdm, "sdm", "/");
  await settled(sdm.page);
  await sdm.page.locator('a[href^="/matrix"]').first().click();
  await sdm.page.locator(".mx-table").waitFor();
  await sdm.page.goto(`${sdm.address}/matrix?customer=${of.customer}`);
  await settled(sdm.page);
  const cell = sdm.page.locator(`.mx-table button[data-key*="${of.target}"][data-key*="${of.month}"]`).first();
  const before = await cell.innerText();
  await cell.click();
  const missed = sdm.page.locator(".mx-panel .mx-list li", { hasText: of.ticket }).first();
  await missed.waitFor();
  await missed.locator("a.id").click();
  await sdm.page.getByRole("heading", { level: 1, name: "Accès impossible au local" }).waitFor();
  check(new URL(sdm.page.url()).searchParams.get("why") !== null, "the ticket opens with the proof of that clock");
  await sdm.page.locator("svg").first().waitFor();
  await sdm.page.goBack();
  await missed.locator("button").last().click();
  await sdm.page.locator(".dialog textarea").fill("Le client a refusé l’accès au local pendant deux semaines.");
  await sdm.page.locator(".dialog button[type=submit]").click();
  await sdm.page.locator(".dialog").waitFor({ state: "detached" });

  const customer = await person();
  await sign_in(customer, "customer", "/waiting");
  const asked = customer.page.locator(".portal-ask", { hasText: "refusé l’accès" }).first();
  await asked.waitFor();
  await asked.locator(".btn.pri").first().click();
  await customer.page.locator(".portal-answer-form textarea").fill("Exact, nous étions fermés.");
  await customer.page.locator(".portal-answer-acts .btn.pri").click();
  await asked.waitFor({ state: "detached" });

  for (let tries = 0; (await cell.innerText()) === before; ++tries) {
    check(tries < 100, `the cell moves once the customer agrees: it still says ${before}`);
    await sdm.page.waitForTimeout(100);
  }
}
