// A customer reports, sees the promise, and answers what they are asked, on a phone.
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
  check(events.some((event) => event.event === "answered" && event.note === "Le modèle 4711."), "what was answered is in the journal");
}
