// The portfolio, the customer who drifts most, and the cell of the matrix where it shows.
import { settled, sign_in } from "../reader.mjs";

export const who = "executive";

export async function go({ person, ask, check }) {
  const asks = await ask("executive");
  const names = new Map((await asks("GET", "/api/parties?limit=200")).items.map((party) => [party.reference, party.name]));
  const executive = await person();
  const { page } = executive;
  await sign_in(executive, "executive", "/");
  await settled(page);
  const said = await page.getByRole("heading", { level: 1 }).innerText();
  check(/\d/.test(said), `the home says how many drift: ${said}`);
  const first = page.locator('main table a[href^="/customers/"], main a[href^="/customers/"]').first();
  const customer = new URL(await first.getAttribute("href"), page.url()).pathname.split("/").pop();
  await first.click();
  await page.waitForURL(`**/customers/${customer}*`);
  await page.getByRole("heading", { level: 1 }).filter({ hasText: names.get(customer) }).waitFor();
  await settled(page);
  await page.locator('main a[href^="/matrix"]').first().click();
  await page.locator(".mx-table").waitFor();
  check(new URL(page.url()).searchParams.get("customer") === customer, "the matrix is that of the customer");
  const cell = page.locator(".mx-table button[data-key]").filter({ hasText: /\d/ }).last();
  const shown = (await cell.innerText()).replace(/[^\d,.]/g, "");
  await cell.click();
  await page.locator(".mx-panel").waitFor();
  await settled(page);
  check((await page.locator(".mx-panel").innerText()).includes(shown), `the panel explains ${shown}`);
  check((await page.locator('.mx-panel a[href^="/agreements/"], .mx-panel a[href^="/tickets/"], .mx-panel a[href^="/tickets"]').count()) > 0, "the panel leads to the proof");
}
