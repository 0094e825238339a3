// What is to be credited, where each amount comes from, and the month that is to be closed first.
import { settled, sign_in } from "../reader.mjs";

export const who = "finance";

export async function go({ person, ask, check }) {
  const asks = await ask("finance");
  const finance = await person();
  const { page } = finance;
  await sign_in(finance, "finance", "/");
  await settled(page);
  const said = await page.getByRole("heading", { level: 1 }).innerText();
  check(said.length > 20, `the home says what is to be credited: ${said}`);
  const why = page.locator("main .btn.why").first();
  if ((await why.count()) > 0) {
    const amount = (await page.locator("main tr", { has: page.locator(".btn.why") }).first().locator("td.b").innerText()).trim();
    await why.click();
    const dialog = page.locator(".dialog");
    await dialog.waitFor();
    check((await dialog.locator("h2").innerText()).includes(amount), `the derivation is that of ${amount}`);
    check((await dialog.locator(".account-steps li").count()) > 1, "each step from the base to the amount is told");
    await page.keyboard.press("Escape");
  } else {
    const owed = (await asks("GET", "/api/penalties?limit=1")).items;
    check(owed.length === 0, "an amount that is owed has its derivation");
  }
  await page.locator('main a[href^="/closures"]').first().click();
  await page.waitForURL("**/closures*");
  await settled(page);
  const month = page.locator("main .cl table button").first();
  await month.click();
  await page.locator("aside.panel").waitFor();
  await settled(page);
  const preview = await page.locator("aside.panel").innerText();
  // Who may not close sees what was frozen; of an open month, who closes it, and its figures.
  check(/[0-9a-f]{16}/.test(preview) || (await page.locator('aside.panel a[href^="/matrix"]').count()) === 1, `the month leads nowhere: ${preview}`);
}
