// A server that is late, fails, or is not there: each screen says so, keeps its frame, and is whole again without a reload.
import { phone, settled, sign_in } from "../reader.mjs";
import { filled, names_in, screens } from "../screen_list.mjs";
import { weather } from "../weather.mjs";

export const who = "everybody";
export const title = "What cannot be read is said, and read again";
export const is_long = true;

const retry = { fr: "Réessayer", en: "Try again" };
/** Pages that read nothing of their own before one acts. */
const reads_nothing = new Set(["sign-in", "not-found", "no-right"]);

/** What is told of a failure: in the page, or in the strip of the frame. */
const told = (page, language) => page.locator("main [role=alert], .strip", { has: page.getByRole("button", { name: retry[language] }) });

async function meets(who, screen, path, storm, sky, { check, language }) {
  const { page } = who;
  const name = `${screen.name} when ${storm}`;
  sky.reads = storm;
  sky.met = 0;
  await page.goto(who.address + path);
  if (reads_nothing.has(screen.name)) return;
  await told(page, language).first().waitFor({ timeout: 12_000 }).catch(() => check(false, `${name}: nothing is said of it: ${sky.met} readings met it`));
  check((await page.locator(".app, .portal").count()) > 0, `${name}: the frame is gone`);
  await page.waitForTimeout(1_500);
  check((await page.locator("main h1").count()) === 1, `${name}: ${await page.locator("main h1").count()} h1`);
  const waits = await page.locator('main [aria-busy="true"]').count();
  check(waits === 0, `${name}: ${waits} parts wait for what does not come`);
  sky.reads = undefined;
  if (storm === "broken") for (let press = 0; press < 6 && (await told(page, language).count()) > 0; ++press) {
    await told(page, language).first().getByRole("button", { name: retry[language] }).click().catch(() => undefined);
    await page.waitForTimeout(400);
  }
  // What is not there is told in the same way, for good.
  const whole = screen.name.endsWith("not-found") ? ".strip" : "main .empty[role=alert], .strip";
  await page.waitForFunction((wrong) => document.querySelectorAll(wrong).length === 0 && document.querySelectorAll('[aria-busy="true"]').length === 0, whole, { timeout: 12_000 })
    .catch(async () => check(false, `${name}: it is not whole again: ${await page.locator("main [role=alert], .strip").first().innerText().catch(() => "it waits")}`));
}

export async function go({ person, ask, check, language }) {
  const names = await names_in(await ask("sdm"), await ask("customer"));
  const wrong = [];
  const note = (is_so, what) => { if (!is_so) throw new Error(what); };
  for (const role of [...new Set(screens.map((screen) => screen.role).filter(Boolean))]) {
    const one = await person(role === "customer" ? { size: phone } : {});
    await sign_in(one, role, "/account");
    await settled(one.page);
    const sky = await weather(one.page);
    for (const screen of screens.filter((each) => each.role === role)) {
      for (const storm of ["broken", "gone"]) {
        await meets(one, screen, filled(screen.path, names), storm, sky, { check: note, language }).catch((error) => wrong.push(error.message.split("\n")[0]));
        sky.reads = undefined;
      }
    }
    one.complaints.splice(0, Infinity, ...one.complaints.filter((said) => /^error|another host/.test(said)));
    await one.context.close();
  }
  check(wrong.length === 0, `${wrong.length} things:\n    ${wrong.join("\n    ")}`);

  const late = await person();
  await sign_in(late, "sdm", "/account");
  await settled(late.page);
  const sky = await weather(late.page);
  for (const path of ["/", "/tickets", "/matrix"]) {
    sky.reads = "slow";
    await late.page.goto(late.address + path);
    await late.page.locator('[aria-busy="true"], .wait').first().waitFor();
    check((await late.page.locator("[role=alert]:not(.vh)").count()) === 0, `${path}: it is late, and nothing failed`);
    sky.reads = undefined;
    await settled(late.page);
  }

  // The code of a page that does not come: the frame stays, one is told, and the page is there as soon as it comes.
  await late.page.goto(`${late.address}/account`);
  await settled(late.page);
  await late.page.evaluate(() => { window.is_the_same = true; });
  await late.page.route("**/assets/*", (route) => route.abort("connectionreset"));
  await late.page.locator('nav a[href^="/closures"]').first().click();
  await told(late.page, language).first().waitFor();
  check((await late.page.locator(".app").count()) === 1, "the frame stays when the code of a page does not come");
  await late.page.unroute("**/assets/*");
  await late.page.locator("main .cl, main .empty:not([role=alert])").first().waitFor();
  check(await late.page.evaluate(() => window.is_the_same === true), "the page came without being loaded again");
}
