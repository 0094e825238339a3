// Somebody is invited, chooses a password and signs in; a token is made and revoked; a job is seen.
import { settled, sign_in } from "../reader.mjs";

export const who = "administrator";

export async function go({ person, ask, place, check, language }) {
  const asks = await ask("administrator");
  const administrator = await person();
  const { page } = administrator;
  const email = `lea.${language}@novalys.example`;
  await sign_in(administrator, "administrator", "/");
  await settled(page);
  await page.goto(`${administrator.address}/admin?tab=accounts`);
  await settled(page);
  await page.locator("main .panel header .btn.pri").first().click();
  const dialog = page.locator(".dialog");
  await dialog.locator('input[name="name"]').fill("Léa Fabre");
  await dialog.locator('input[name="email"]').fill(email);
  await dialog.locator("button[type=submit]").click();
  const secret = page.locator('.dialog input[readonly]');
  await secret.waitFor();
  const link = await secret.inputValue();
  check(link.startsWith(`${place.address}/invitation/`), `the link leads here: ${link}`);
  await page.keyboard.press("Escape");
  await page.locator("main tr", { hasText: email }).waitFor();

  const invited = await person();
  await invited.page.goto(link);
  await invited.page.locator("#password").fill("une-phrase-de-passe-2026");
  await invited.page.locator("#again").fill("une-phrase-de-passe-2026");
  await invited.page.locator("button[type=submit]").click();
  await invited.page.locator("main [role=status]").waitFor();
  await invited.page.locator("#email").fill(email);
  await invited.page.locator("#password").fill("une-phrase-de-passe-2026");
  await invited.page.locator("form button[type=submit]").click();
  await invited.page.locator(".app").waitFor();
  await invited.page.context().close();

  await page.goto(`${administrator.address}/account`);
  await settled(page);
  const tokens = page.locator(".panel", { has: page.locator("h2", { hasText: language === "fr" ? "Jetons" : "Tokens" }) });
  await tokens.getByRole("button", { name: language === "fr" ? "Faire un jeton" : "Make a token" }).first().click();
  const name = `Export ${language}`;
  await dialog.locator('input[name="name"]').fill(name);
  for (const box of await dialog.locator("fieldset input[type=checkbox]").all()) await box.check();
  await dialog.locator("button[type=submit]").click();
  await secret.waitFor();
  const bearer = await secret.inputValue();
  const with_token = () => fetch(`${place.address}/api/tickets?limit=1`, { headers: { Authorization: `Bearer ${bearer}` } });
  check((await with_token()).status === 200, "the token lets a program in");
  await page.keyboard.press("Escape");
  await tokens.locator("tr", { hasText: name }).locator("button").last().click();
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
  check((await with_token()).status === 401, "a revoked token lets nobody in");

  await asks("POST", "/api/imports", { source: `tool-${language}`, customer: (await asks("GET", "/api/parties?limit=200")).items.find((party) => party.kind === "customer").reference });
  await page.goto(`${administrator.address}/jobs`);
  await settled(page);
  check((await asks("GET", "/api/all-jobs?limit=5")).items.every(({ reference }) => reference), "jobs have references");
  for (const { reference } of (await asks("GET", "/api/all-jobs?limit=3")).items) await page.getByText(reference, { exact: true }).first().waitFor();

  await wears_colours(administrator, place, asks, check, language);
  await page.goto(`${administrator.address}/admin?tab=mail`);
  await settled(page);
  check(/mail_server/.test(await page.locator("main").innerText()), "what to set for e-mail is said where none is sent");
}

const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** A logo and a colour are chosen, a colour that nobody can read is refused, and all see them: at the door too. */
async function wears_colours({ page, address }, place, asks, check, language) {
  const accent_now = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim());
  const usual = await accent_now();
  await page.goto(`${address}/admin?tab=brand`);
  await settled(page);
  const form = page.locator("main form");
  const save = form.locator("button[type=submit]");
  await form.locator("input[name=accent]").fill("#FF0000");
  await save.click();
  await form.locator("[role=alert]").first().waitFor();
  check(/3[.,]9/.test(await form.innerText()), `a faint colour is refused with its contrast: ${await form.innerText()}`);
  check((await form.locator("input[name=accent]").inputValue()) === "#FF0000", "the colour that was refused stays typed");
  await form.locator("input[name=accent]").fill("#7A0F1A");
  await form.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from(pixel, "base64") });
  await form.locator(".admin-sample img").first().waitFor();
  await save.click();
  await page.locator(".rail img.logo").waitFor();
  check((await accent_now()) === "#7A0F1A", `the page has the colour of the house: ${await accent_now()}`);
  const door = await page.context().browser().newContext({ locale: language });
  const entrance = await door.newPage();
  await entrance.goto(place.address);
  await entrance.locator(".entrance img.logo").waitFor();
  await door.close();
  await page.locator("main form .btn:not(.pri)").click();
  await page.locator(".rail img.logo").waitFor({ state: "detached" });
  check((await accent_now()) === usual, "the usual look is back");
  check((await asks("GET", "/api/journal?thing=party&limit=5")).items.some((entry) => entry.changes.some((change) => change.field === "accent")), "the journal has who changed the look");
}
