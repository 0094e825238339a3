// A browser, and someone in it.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

import { password } from "./installation.mjs";

export const chromium_path = "/usr/bin/chromium";
const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
];

export async function browser() {
  if (!existsSync(chromium_path)) throw new Error(`${chromium_path} is missing: apt-get install chromium`);
  return chromium.launch({ executablePath: chromium_path, args: flags });
}

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** What each page has asked for and not yet been given. */
const waited_for = new WeakMap();

/**
 * Someone at a page of the installation: what the page complains of is gathered in `complaints`: errors, what
 * its policy refused, texts that are missing, requests to another host.
 */
export async function reader(chrome, { address }, { language = "fr", theme = "light", size = desk, motion = "reduce" } = {}) {
  const context = await chrome.newContext({
    viewport: size, locale: language === "fr" ? "fr-FR" : "en-GB", timezoneId: "Europe/Paris", reducedMotion: motion, colorScheme: theme === "auto" ? "light" : theme,
    hasTouch: size.width < 500, acceptDownloads: true,
  });
  await context.addInitScript(([spoken, look]) => {
    if (!localStorage.getItem("vigie.language")) localStorage.setItem("vigie.language", spoken);
    if (look !== "auto" && !localStorage.getItem("vigie.theme")) localStorage.setItem("vigie.theme", look);
  }, [language, theme]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (said) => {
    // A refusal is an answer, and each journey that wants one looks at what the page says of it.
    if (said.type() === "error" && !/Failed to load resource/.test(said.text())) complaints.push(`console: ${said.text()}`);
  });
  const waited = new Set();
  waited_for.set(page, waited);
  page.on("requestfinished", (request) => waited.delete(request));
  page.on("requestfailed", (request) => waited.delete(request));
  page.on("request", (request) => {
    const url = request.url();
    if (request.isNavigationRequest()) waited.clear();
    if (!url.includes("stream")) waited.add(request); // its worker and what it hears never end
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) complaints.push(`asked another host: ${url}`);
  });
  return { page, context, complaints, address, language };
}

const name_of = { fr: { email: "Adresse électronique", password: "Mot de passe", enter: "Se connecter" }, en: { email: "E-mail address", password: "Password", enter: "Sign in" } };

/** Signs in as the person of that role, by the form, and waits for the page that was asked for. */
export async function sign_in(who, role, path = "/") {
  const { page, address, language } = who;
  const words = name_of[language];
  await page.goto(address + path);
  await page.getByLabel(words.email).fill(`${role}@novalys.example`);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: words.enter, exact: true }).click();
  await page.locator(".app, .portal").first().waitFor();
}

/** Until the app is there and nothing is waited for any more, for a tenth of a second: one answer asks for the next. */
export async function settled(page) {
  const is_quiet = async () =>
    (waited_for.get(page)?.size ?? 0) === 0 &&
    page.evaluate(() => (document.getElementById("app")?.childElementCount ?? 0) > 0 && document.querySelectorAll('[aria-busy="true"]').length === 0).catch(() => false);
  const until = Date.now() + 20_000;
  for (let quiet = 0; quiet < 4; ) {
    quiet = (await is_quiet()) ? quiet + 1 : 0;
    if (Date.now() > until) throw new Error(`${page.url()} still waits after 20 s: ${[...(waited_for.get(page) ?? [])].map((request) => request.url()).join(", ") || "a part is busy"}`);
    await page.waitForTimeout(30);
  }
  await page.evaluate(() => document.fonts.ready);
}
