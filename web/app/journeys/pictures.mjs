// The pictures of docs/pictures, made again: `node journeys/pictures.mjs [NAME...]`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { caller, installation } from "./installation.mjs";
import { with_palette } from "./palette.mjs";
import { browser, phone, reader, settled, sign_in } from "./reader.mjs";
import { filled, names_in, screens } from "./screen_list.mjs";

const desk = { width: 1280, height: 800 };
const pictures = [
  { name: "cockpit", screen: "cockpit-sdm" },
  { name: "board", screen: "board" },
  { name: "ticket", screen: "ticket-why" },
  { name: "matrix", screen: "matrix-why" },
  { name: "closures", screen: "closure" },
  { name: "agreement", screen: "agreement" },
  { name: "import", screen: "import-columns" },
  { name: "portal", screen: "portal-home" },
  { name: "portal-phone", screen: "portal-home", size: phone, language: "fr" },
  { name: "cockpit-dark", screen: "cockpit-sdm", theme: "dark", language: "fr" },
];

const asked = process.argv.slice(2);
const to = join(import.meta.dirname, "../../../docs/pictures");
const most = 150_000;
mkdirSync(to, { recursive: true });
const place = await installation();
const chrome = await browser();
let is_fine = true;
try {
  const names = await names_in(await caller(place.address, "sdm"), await caller(place.address, "customer"));
  for (const { name, screen, size = desk, language = "en", theme = "light" } of pictures.filter((each) => asked.length === 0 || asked.includes(each.name))) {
    const { role, path, after } = screens.find((each) => each.name === screen);
    const who = await reader(chrome, place, { language, theme, size });
    await sign_in(who, role, filled(path, names));
    await who.page.locator("h1").first().waitFor();
    await settled(who.page);
    if (after) await after(who.page, names);
    await settled(who.page);
    await who.page.mouse.move(0, 0);
    await who.page.evaluate(() => document.activeElement?.blur?.());
    await who.page.waitForTimeout(300);
    const bytes = with_palette(await who.page.screenshot());
    writeFileSync(join(to, `${name}.png`), bytes);
    is_fine &&= bytes.length <= most;
    console.log(`${name}.png ${Math.round(bytes.length / 1000)} kB${bytes.length > most ? ": too large" : ""}`);
    await who.context.close();
  }
} finally {
  await chrome.close();
  await place.stop();
}
process.exit(is_fine ? 0 : 1);
