// What is wrong with a page as it stands: for axe, over the edge, or said in no language.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function broken_rules(page) {
  await page.evaluate(axe); // as a tool of the browser does: the policy of the page is for the page
  const found = await page.evaluate((rules) => window.axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] }), tags);
  return found.violations.map((rule) => `axe ${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
}

/** What makes the page wider than its window. */
const wide = (page) =>
  page.evaluate(() => {
    const most = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= most + 1 && (document.getElementById("main")?.scrollWidth ?? 0) <= (document.getElementById("main")?.clientWidth ?? 0) + 1) return [];
    const scrolls = (element) => { for (let up = element.parentElement; up && up.id !== "main"; up = up.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true; return false; };
    return [...document.querySelectorAll("#main *")].filter((element) => element.getBoundingClientRect().right > most + 1 && !scrolls(element)).slice(0, 4)
      .map((element) => `over the edge: ${element.tagName.toLowerCase()}.${element.className} ${Math.round(element.getBoundingClientRect().right)} > ${most}`).concat(["over the edge: the page"]);
  });

/** Names of texts instead of texts, and values that nobody filled in. */
const unsaid = (page) =>
  page.evaluate(() => {
    const text = document.body.innerText;
    return [...text.matchAll(/\{\{\w+\}\}|\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date/g)].slice(0, 5).map((found) => `said: ${found[0]}`);
  });

export async function what_is_wrong(page) {
  return [...(await broken_rules(page)), ...(await wide(page)), ...(await unsaid(page))];
}
