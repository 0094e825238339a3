// One administrator and nothing else: led by the program from the first sign-in to the first matrix.
import { settled, sign_in } from "../reader.mjs";
import { incident_log } from "../log.mjs";

export const who = "administrator";
export const title = "From nothing to the first matrix";
export const is_long = true;
export const tickets = 0;

export async function go({ person, ask, check, language }) {
  const log = incident_log();
  const begun = Date.now();
  const one = await person();
  const { page } = one;
  const step = async (fill = async () => undefined) => {
    await fill();
    await page.locator("section form button[type=submit]").first().click();
  };
  const is_at = (name) => page.waitForFunction((wanted) => new URL(location.href).searchParams.get("step") === wanted, name);
  try {
    await sign_in(one, "administrator", "/");
    await page.waitForURL("**/welcome*");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await step(() => page.locator('input[name="name"]').fill("Novalys"));
    await is_at("calendar");
    await step();
    await is_at("customer");
    await step(() => page.locator('input[name="name"]').fill("Ville de Nîmes"));
    await is_at("agreement");
    await step(async () => {
      await page.locator('input[name="from"]').fill(log.first);
      await page.locator('input[name="signed"]').fill(log.first);
    });
    await is_at("tickets");
    await page.locator('a.btn.pri[href*="/imports/new"]').click();
    await page.locator('input[type="file"]').setInputFiles(log.file);
    await page.locator("#import-source").fill("servicenow");
    const next = page.locator(".import-cta .btn.pri");
    await next.click();
    await is_at("columns");
    await next.click();
    await is_at("values");
    await next.click();
    await page.waitForURL((url) => /\/imports\/imp-/i.test(url.pathname), { timeout: 120_000 });
    for (const state of ["rehearsed", "loaded"]) {
      await next.waitFor({ timeout: 300_000 });
      await next.click();
      if (state === "rehearsed") await page.waitForTimeout(500);
    }
    const asked = await ask("administrator");
    for (let tries = 0; ; ++tries) {
      const { state } = (await asked("GET", "/api/imports")).items[0];
      if (state === "published") break;
      check(tries < 1_200, `the import is published, not ${state}`);
      if (state === "loaded" && (await next.count()) > 0) await next.click({ timeout: 1_000 }).catch(() => undefined);
      await page.waitForTimeout(250);
    }
    await page.goto(`${one.address}/welcome`);
    await page.locator('a.btn.pri[href^="/matrix"]').click();
    await page.locator(".mx-table button[data-key]").first().waitFor({ timeout: 60_000 });
    await settled(page);
    const seconds = (Date.now() - begun) / 1000;
    console.log(`    ${log.incidents} incidents, ${language}: the first matrix after ${seconds.toFixed(0)} s`);
    check(seconds < 600, `it took ${seconds} s`);
    const figures = await page.locator(".mx-table td").filter({ hasText: /\d/ }).count();
    check(figures > 3, `the matrix has figures, not ${figures}`);
    await page.goto(`${one.address}/`);
    await settled(page);
    check(new URL(page.url()).pathname === "/", "who has begun is not led there again");
  } finally {
    log.drop();
  }
}
