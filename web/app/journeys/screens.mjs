// Pictures of every screen, and what is wrong with each.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { caller, installation } from "./installation.mjs";
import { what_is_wrong } from "./looks.mjs";
import { browser, desk, phone, reader, settled, sign_in } from "./reader.mjs";
import { filled, names_in, screens } from "./screen_list.mjs";

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined);
const to = option("--to") ?? join(import.meta.dirname, "../../../build/web/screens");
const only_theme = option("--theme"), only_language = option("--language"), only_size = option("--size");
const wanted = args.length > 0 ? screens.filter((screen) => args.includes(screen.name)) : screens;

const forms = [];
for (const theme of ["light", "dark"]) for (const language of ["fr", "en"]) for (const size of ["desk", "phone"]) forms.push({ theme, language, size });
const shown = forms.filter((form) => (!only_theme || form.theme === only_theme) && (!only_language || form.language === only_language) && (!only_size || form.size === only_size));

async function look(who, screen, path, file) {
  who.complaints.length = 0;
  await who.page.goto(who.address + path);
  if (screen.role) await settled(who.page);
  await who.page.waitForTimeout(250);
  await who.page.screenshot({ path: file });
  return [...(await what_is_wrong(who.page)), ...who.complaints];
}

mkdirSync(to, { recursive: true });
const place = await installation();
const chrome = await browser();
let count = 0, bad = 0;
try {
  const names = await names_in(await caller(place.address, "sdm"), await caller(place.address, "customer"));
  const roles = [...new Set(wanted.map((screen) => screen.role))];
  for (const { theme, language, size } of shown) {
    for (const role of roles) {
      const who = await reader(chrome, place, { theme, language, size: size === "phone" ? phone : desk });
      if (role) await sign_in(who, role);
      for (const screen of wanted.filter((each) => each.role === role)) {
        const file = join(to, `${screen.name}-${theme}-${language}-${size}.png`);
        let wrong;
        try {
          wrong = await look(who, screen, filled(screen.path, names), file);
        } catch (error) {
          wrong = [`not shown: ${error.message.split("\n")[0]}`];
        }
        ++count;
        if (wrong.length > 0) {
          ++bad;
          console.log(`${screen.name} ${theme} ${language} ${size}`);
          for (const each of [...new Set(wrong)]) console.log(`    ${each}`);
        }
      }
      await who.context.close();
    }
  }
} finally {
  await chrome.close();
  await place.stop();
}
console.log(`${count} pictures, ${bad} with something wrong`);
process.exit(bad === 0 ? 0 : 1);
