// Pictures of every screen, and what is wrong with each.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { caller, installation } from "./installation.mjs";
import { given_back, opened, unreachable, walked } from "./keyboard.mjs";
import { what_is_wrong } from "./looks.mjs";
import { browser, desk, phone, reader, settled, sign_in } from "./reader.mjs";
import { filled, names_in, screens } from "./screen_list.mjs";

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined);
const to = option("--to") ?? join(import.meta.dirname, "../../../build/web/screens");
const only_theme = option("--theme"), only_language = option("--language"), only_size = option("--size");
const wanted = args.length > 0 ? screens.filter((screen) => args.some((name) => (name.endsWith("*") ? screen.name.startsWith(name.slice(0, -1)) : screen.name === name))) : screens;

/** 1280 by 900 points at 200 %: what a reader who zooms has left. */
const zoomed = { width: 640, height: 450 };
const sizes = { desk, phone, zoom: zoomed };
const forms = [];
for (const language of ["fr", "en"]) for (const size of ["desk", "phone", "zoom"]) forms.push({ language, size });
const is_asked = (form) => (!only_language || form.language === only_language) && (only_size ? form.size === only_size : form.size !== "zoom" || form.language === "fr");
const themes = ["light", "dark"].filter((theme) => !only_theme || theme === only_theme);

async function show(who, screen, names) {
  const { page } = who;
  await page.emulateMedia({ colorScheme: themes[0] });
  await page.goto(who.address + filled(screen.path, names));
  await page.locator("h1, .empty h2").first().waitFor();
  await settled(page);
  if (screen.is_offline) { await who.context.setOffline(true); await page.waitForTimeout(1_500); }
  const opener = screen.opens?.(page);
  if (opener) await opened(page, opener);
  if (screen.after) await screen.after(page, names);
  await page.waitForTimeout(120);
  await settled(page);
  return opener;
}

/** One screen in one language and size: a picture a theme; the keyboard is tried once. */
async function look(who, screen, names, { language, size }) {
  const told = [];
  const opener = await show(who, screen, names);
  for (const theme of themes) {
    await who.page.emulateMedia({ colorScheme: theme });
    await who.page.screenshot({ path: join(to, `${screen.name}-${theme}-${language}-${size}.png`) });
    told.push(...(await what_is_wrong(who.page, theme !== themes[0])).map((each) => (theme === themes[0] ? each : `${theme}: ${each}`)));
  }
  if (size === "desk" && language === "fr") told.push(...(await unreachable(who.page)), ...(screen.is_offline || (await who.page.locator(".menu.pop").count()) > 0 ? [] : await walked(who.page)));
  if (opener) told.push(...(await given_back(who.page, opener)));
  return [...new Set([...told, ...who.complaints])];
}

mkdirSync(to, { recursive: true });
const begun = Date.now();
const places = { full: await installation(), empty: wanted.some((screen) => screen.where === "empty") ? await installation({ tickets: 0 }) : undefined };
const chrome = await browser();
let count = 0, bad = 0;
try {
  const names = await names_in(await caller(places.full.address, "sdm"), await caller(places.full.address, "customer"));
  const entered = new Map();
  const groups = new Map();
  for (const screen of wanted) {
    const key = `${screen.where ?? "full"} ${screen.role}`;
    groups.set(key, [...(groups.get(key) ?? []), screen]);
  }
  const work = forms.filter(is_asked).flatMap((form) => [...groups.entries()].map(([key, listed]) => ({ form, key, listed: listed.filter((screen) => !screen.size || screen.size === form.size) })));
  const do_one = async ({ form, key, listed }) => {
    const place = places[listed[0]?.where ?? "full"], role = listed[0]?.role;
    if (listed.length === 0) return;
    const begin = async () => {
      const who = await reader(chrome, place, { theme: "auto", language: form.language, size: sizes[form.size] });
      if (role && entered.has(key)) await who.context.addCookies(entered.get(key));
      if (role && !entered.has(key)) { await sign_in(who, role); entered.set(key, await who.context.cookies()); }
      return who;
    };
    let who = await begin();
    for (const screen of listed) {
      who.complaints.length = 0;
      let wrong;
      try {
        wrong = await look(who, screen, names, form);
      } catch (error) {
        wrong = [`not shown: ${error.message.split("\n").slice(0, 3).join(" ")}`];
      }
      count += themes.length;
      if (wrong.length > 0) {
        ++bad;
        console.log(`${screen.name} ${form.language} ${form.size}`);
        for (const each of wrong) console.log(`    ${each}`);
      }
      if (screen.is_offline) { await who.context.close(); who = await begin(); }
    }
    await who.context.close();
  };
  const queue = [...work];
  await Promise.all([0, 1].map(async () => { for (let next = queue.shift(); next; next = queue.shift()) await do_one(next); }));
} finally {
  await chrome.close();
  await places.full.stop();
  await places.empty?.stop();
}
console.log(`${count} pictures, ${bad} with something wrong, ${Math.round((Date.now() - begun) / 1000)} s`);
process.exit(bad === 0 ? 0 : 1);
