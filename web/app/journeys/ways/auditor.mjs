// The journal, and from a figure to its explanation; nothing that writes is offered anywhere.
import { settled, sign_in } from "../reader.mjs";
import { filled, names_in } from "../screen_list.mjs";

export const who = "auditor";

const pages = [
  "/", "/board?view=table", "/tickets", "/tickets/{ticket}", "/outages", "/outages?view=maintenance", "/matrix", "/disputes", "/closures", "/agreements",
  "/agreements/{agreement}", "/customers", "/customers/{customer}", "/services", "/services/{service}",
];

export async function go({ person, ask, check }) {
  const names = await names_in(await ask("sdm"), await ask("customer"));
  const auditor = await person();
  const { page } = auditor;
  const written = [];
  page.on("request", (request) => request.method() !== "GET" && !request.url().endsWith("/api/session") && written.push(`${request.method()} ${request.url()}`));
  await sign_in(auditor, "auditor", "/");
  for (const path of pages) {
    await page.goto(auditor.address + filled(path, names));
    await settled(page);
    const offered = await page.locator("main button.pri:visible, main button.danger:visible, main form:visible button[type=submit]").allInnerTexts();
    check(offered.length === 0, `${path} offers the auditor: ${offered.join(", ")}`);
  }
  await page.goto(`${auditor.address}/journal`);
  await settled(page);
  const rows = await page.locator("main tbody tr").count();
  check(rows > 10, `the journal has ${rows} acts`);
  await page.goto(`${auditor.address}/matrix`);
  await settled(page);
  const cell = page.locator(".mx-table button[data-key]").filter({ hasText: /\d/ }).last();
  await cell.click();
  const panel = page.locator(".mx-panel");
  await panel.waitFor();
  await settled(page);
  check(/÷|−|\d+\s*\/\s*\d+/.test(await panel.innerText()), `the panel has the formula: ${await panel.innerText()}`);
  const ticket = panel.locator(".mx-list a.id").first();
  if ((await ticket.count()) > 0) {
    await ticket.click();
    await page.waitForURL("**/tickets/*");
    await settled(page);
    check(new URL(page.url()).searchParams.get("why") !== null, "the ticket opens with the explanation of that clock");
  }
  check(written.length === 0, `looking wrote: ${written.join(", ")}`);
}
