// What personas do in the app, step by step, in a real browser before the real program.
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { caller, installation } from "./installation.mjs";
import { browser, reader } from "./reader.mjs";

const args = process.argv.slice(2);
const only_on = args.includes("--on") ? args.splice(args.indexOf("--on"), 2)[1] : undefined;
const all = args.includes("--all");
const wanted = args.filter((name) => !name.startsWith("--"));
const folder = join(import.meta.dirname, "ways");

/** Each file of ways/ has: `who` (a persona), `title`, `go({ person, place, chrome, ask, check })`; `is_long`: with
 *  --all alone; `tickets`: it has an installation of its own, with so many. */
const ways = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort()) {
  const way = await import(join(folder, file));
  ways.push({ name: file.replace(".mjs", ""), ...way });
}

const runs = [];
const forms = [{ language: "fr", database: "sqlite" }, { language: "en", database: "postgresql" }];
for (const form of forms.filter(({ database }) => !only_on || database === only_on)) {
  for (const way of ways) {
    const is_asked = wanted.length > 0 ? wanted.includes(way.name) : all || !way.is_long;
    if (is_asked) runs.push({ way, ...form });
    if (is_asked && all) runs.push({ way, language: form.language === "fr" ? "en" : "fr", database: form.database });
  }
}

class Broken extends Error {}
function check(is_so, what) {
  if (!is_so) throw new Broken(what);
}

const chrome = await browser();
/** One installation a database for all that do not ask for one of their own. */
const places = new Map();
async function place_for(way, database) {
  if (way.tickets !== undefined) return installation({ database, tickets: way.tickets });
  if (!places.has(database)) places.set(database, await installation({ database }));
  return places.get(database);
}
let failed = 0;
for (const { way, language, database } of runs) {
  const name = `${way.name}, ${language} on ${database}`;
  const begun = Date.now();
  let place, complaints = [];
  try {
    place = await place_for(way, database);
    const person = async (form = {}) => {
      const who = await reader(chrome, place, { language, ...form });
      complaints.push(() => who.complaints);
      return who;
    };
    await way.go({ person, place, chrome, language, check, ask: (role) => caller(place.address, role) });
    const said = complaints.flatMap((each) => each());
    check(said.length === 0 || way.may_complain, said.join("; "));
    console.log(`${name}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  } catch (error) {
    ++failed;
    console.log(`${name}: FAILED: ${error instanceof Broken ? error.message : error.stack}`);
    for (const context of chrome.contexts()) {
      for (const page of context.pages()) {
        const file = join(import.meta.dirname, `../../../build/web/failed-${way.name}-${language}-${database}.png`);
        await page.screenshot({ path: file }).catch(() => undefined);
      }
    }
  } finally {
    for (const context of chrome.contexts()) await context.close().catch(() => undefined);
    if (way.tickets !== undefined) await place?.stop();
  }
}
await chrome.close();
for (const place of places.values()) await place.stop();
console.log(`${runs.length - failed} of ${runs.length} journeys arrived`);
process.exit(failed === 0 && runs.length > 0 ? 0 : 1);
