// A customer reports, sees the promise, answers what they are asked, and reads what silence means, on a phone.
import { phone, settled, sign_in } from "../reader.mjs";

export const who = "customer";

export async function go({ person, ask, check }) {
  const customer = await person({ size: phone });
  const { page } = customer;
  await sign_in(customer, "customer", "/");
  await settled(page);
  check((await page.getByRole("heading", { level: 1 }).count()) === 1, "the home says one thing first");
  await page.goto(`${customer.address}/tickets/new`);
  const title = `Imprimante muette ${Math.round(performance.now())}`;
  await page.locator("form input[type=text], form input:not([type])").first().fill(title);
  await page.locator("form select[required]").last().selectOption({ index: 1 });
  await page.locator("form button[type=submit]").click();
  await page.getByText(title).first().waitFor();
  await settled(page);
  check(/\d{1,2}[:h]\d{2}/.test(await page.locator("main").innerText()), "what is promised for it is told at once");
  const sdm = await ask("sdm");
  const found = (await sdm("GET", `/api/tickets?words=${encodeURIComponent(title)}`)).items[0];
  check(found !== undefined, "the ticket is there for the provider too");
  const technician = await ask("technician");
  await technician("POST", `/api/tickets/${found.reference}/events`, { event: "awaiting", party: "customer", value: "waiting_customer", note: "Quel modèle ?" });
  await technician("POST", `/api/tickets/${found.reference}/events`, { event: "requested", note: "Quel modèle ?" });
  await page.goto(`${customer.address}/waiting`);
  const asked = page.locator(".portal-ask", { hasText: found.reference }).first();
  await asked.waitFor();
  await asked.locator(".btn.pri").first().click();
  await page.locator(".portal-answer-form textarea").fill("Le modèle 4711.");
  await page.locator(".portal-answer-acts .btn.pri").click();
  await asked.waitFor({ state: "detached" });
  const events = (await sdm("GET", `/api/tickets/${found.reference}/events`)).items;
  const dispute = await sdm("POST", "/api/disputes", { about: "priority", ticket: found.reference, value: "P4", motive: "Une seule imprimante, une autre à côté." });
  const silence = { agreed: /silence vaut acceptation|silence accepts/, refused: /silence vaut refus|silence refuses/ }[dispute.then] ?? /le chiffre reste tel quel|stays as it is/;
  await page.goto(`${customer.address}/waiting`);
  const contested = page.locator(".portal-ask", { hasText: found.reference }).first();
  await contested.waitFor();
  check(silence.test(await contested.innerText()), `what silence means is told (${dispute.then}): ${await contested.innerText()}`);
  check(events.some((event) => event.event === "answered" && event.note === "Le modèle 4711."), "what was answered is in the journal");
}
