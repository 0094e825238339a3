// The next ticket, taken and resolved with the keyboard alone.
import { settled, sign_in } from "../reader.mjs";

export const who = "technician";

export async function go({ person, ask, check }) {
  const sdm = await ask("sdm");
  const customer = (await sdm("GET", "/api/parties?limit=200")).items.find((party) => party.kind === "customer").reference;
  const title = `Poste bloqué ${Math.round(performance.now())}`;
  const made = await sdm("POST", "/api/tickets", { customer, title, kind: "incident", priority: "P1" });
  const technician = await person();
  const { page } = technician;
  await sign_in(technician, "technician", "/");
  await settled(page);
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.locator('[role="grid"]').waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type(title, { delay: 10 });
  await page.locator('[role="option"]', { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await settled(page);
  await page.keyboard.press("r");
  await page.waitForFunction(() => document.activeElement?.closest(".dialog") != null);
  const is_there = () => page.evaluate(() => document.activeElement?.matches(".dialog button[type=submit], .dialog .btn.pri"));
  for (let step = 0; step < 12 && !(await is_there()); ++step) {
    await page.keyboard.press("Tab");
    await page.waitForTimeout(30);
  }
  check(await is_there(), `Tab reaches what resolves, not ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))}`);
  await page.keyboard.press("Enter");
  await page.locator(".dialog").waitFor({ state: "detached" });
  for (let tries = 0; ; ++tries) {
    const { phase } = await sdm("GET", `/api/tickets/${made.reference}`);
    if (phase === "resolved") break;
    check(tries < 40, `the ticket is resolved, not ${phase}`);
    await page.waitForTimeout(100);
  }
}
