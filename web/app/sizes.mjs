// What a browser fetches before it shows something, and what each page adds, as gzip sends it: within what we allow.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const dist = join(import.meta.dirname, "../../build/web/dist");
const entry_most = 250, page_most = 60; // kB of 1000 bytes: scripts and styles, no fonts

const sizes = new Map();
const size_of = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000);
  return sizes.get(file);
};
const sum = (files) => [...files].reduce((all, file) => all + size_of(file), 0);

const entry = new Set([...readFileSync(join(dist, "index.html"), "utf8").matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((found) => found[1]));
if (entry.size < 2) throw new Error(`${dist} has no page: ./dev build`);

/** What is imported when one goes there: the file, and all that it is told to bring along. */
const pages = new Map();
for (const file of readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".js"))) {
  const code = readFileSync(join(dist, "assets", file), "utf8");
  const along = JSON.parse(/m\.f\|\|\(m\.f=(\[[^\]]*\])/.exec(code)?.[1] ?? "[]");
  for (const [, name, numbers] of code.matchAll(/import\(`\.\/([^`]+)`\)(?:(?!import\().)*?__vite__mapDeps\(\[([\d,]*)\]\)/g)) {
    const brought = new Set([`assets/${name}`, ...numbers.split(",").filter(Boolean).map((number) => along[Number(number)])]);
    pages.set(name.replace(/-[\w-]{8}\.js$/, ""), [...brought].filter((each) => !entry.has(each)));
  }
}
if (pages.size < 20) throw new Error(`only ${pages.size} pages were found in ${dist}: is it written otherwise now?`);

let too_much = 0;
function tell(name, files, most) {
  const all = sum(files);
  if (all > most) ++too_much;
  const first = [...files].sort((a, b) => size_of(b) - size_of(a)).slice(0, 4).map((file) => `${file.replace("assets/", "")} ${size_of(file).toFixed(1)}`);
  return { all, text: `${all.toFixed(1).padStart(6)} kB of ${most}  ${name}${all > most ? `  TOO MUCH: ${first.join(", ")}` : ""}` };
}
console.log(tell("to begin with", entry, entry_most).text);
const told = [...pages].map(([name, files]) => tell(name, files, page_most)).sort((a, b) => b.all - a.all);
for (const { text } of process.argv.includes("--all") ? told : told.slice(0, 5)) console.log(text);
console.log(`${pages.size} pages, ${too_much} too much`);
process.exit(too_much === 0 ? 0 : 1);
