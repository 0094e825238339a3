// What is wrong with a page as it stands: for axe, over the edge, cut, one text on another, moving, or said in no language.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** `only`: one rule, where the others were asked already. */
async function broken_rules(page, only) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe); // as a tool of the browser does: the policy of the page is for the page
  const options = { runOnly: only ? { type: "rule", values: only } : { type: "tag", values: tags }, resultTypes: ["violations"] };
  const found = await page.evaluate((asked) => window.axe.run(document, asked), options);
  return found.violations.map((rule) => `axe ${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
}

/** What makes the page wider than its window. */
const wide = (page) =>
  page.evaluate(() => {
    const most = document.documentElement.clientWidth;
    const main = document.getElementById("main");
    if (document.documentElement.scrollWidth <= most + 1 && (main?.scrollWidth ?? 0) <= (main?.clientWidth ?? 0) + 1) return [];
    const scrolls = (element) => { for (let up = element.parentElement; up && up.id !== "main"; up = up.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true; return false; };
    return [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > most + 1 && !scrolls(element)).slice(0, 4)
      .map((element) => `over the edge: ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} ${Math.round(element.getBoundingClientRect().right)} > ${most}`).concat(["over the edge: the page"]);
  });

/** Texts that are cut without another way to read them, and texts that lie on each other. */
const cut = (page) =>
  page.evaluate(() => {
    const leaves = [...document.querySelectorAll("body *")].filter((element) => {
      if (element.closest("svg, .vh, [aria-hidden=true], script, style, select, textarea")) return false;
      return [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    });
    const said = (element) => element.textContent.trim().slice(0, 40);
    const wrong = [];
    const boxes = [];
    for (const element of leaves) {
      const style = getComputedStyle(element);
      if (style.visibility === "hidden") continue;
      let holder = element;
      for (let up = element; up && up !== document.body; up = up.parentElement) if (/hidden|clip/.test(getComputedStyle(up).overflowX)) { holder = up; break; }
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = range.getBoundingClientRect();
      const frame = holder.getBoundingClientRect();
      if (text.width === 0 || text.height === 0) continue;
      const has_rest = element.closest("[title], [aria-label]") !== null || holder.querySelector("[title]") !== null;
      const is_hidden = /hidden|clip/.test(getComputedStyle(holder).overflowX);
      if (is_hidden && !has_rest && (text.right > frame.right + 2 || text.left < frame.left - 2)) wrong.push(`cut: “${said(element)}”`);
      if (is_hidden && !has_rest && /hidden|clip/.test(getComputedStyle(holder).overflowY) && text.bottom > frame.bottom + 4 && text.top < frame.bottom) wrong.push(`cut below: “${said(element)}”`);
      if (element.tagName === "BUTTON" || element.closest("button, .btn") === null) {
        const floats = (() => { for (let up = element; up; up = up.parentElement) if (/absolute|fixed|sticky/.test(getComputedStyle(up).position)) return up; return null; })();
        const shown = { left: Math.max(text.left, frame.left), right: Math.min(text.right, frame.right), top: text.top, bottom: text.bottom };
        if (shown.right > shown.left) boxes.push({ element, floats, ...shown });
      }
    }
    boxes.sort((a, b) => a.top - b.top);
    for (let one = 0; one < boxes.length; ++one) {
      for (let other = one + 1; other < boxes.length && boxes[other].top < boxes[one].bottom - 3; ++other) {
        const [a, b] = [boxes[one], boxes[other]];
        if (a.floats !== b.floats || a.element.contains(b.element) || b.element.contains(a.element)) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 3 && down > 5) wrong.push(`one on another: “${said(a.element)}” and “${said(b.element)}”`);
      }
    }
    return [...new Set(wrong)].slice(0, 6);
  });

/** Names of texts instead of texts, values that nobody filled in, and figures as programs write them. */
const unsaid = (page) =>
  page.evaluate(() => {
    const text = document.body.innerText;
    const wrong = [...text.matchAll(/\{\{\w+\}\}|\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date|\d\d:\d\d:\d\d\.\d+|\b\d{4}-\d\d-\d\dT\d\d:\d\d\S*/g)].map((found) => `said: ${found[0]}`);
    if (document.documentElement.lang === "fr") {
      const prose = [...document.querySelectorAll("h1, h2, h3, p, label, button, th, .note, .hint")].map((element) => element.innerText ?? "");
      for (const line of prose) if (/[\p{L}\d] [;:!?%»]|« |\p{L}'\p{L}/u.test(line)) wrong.push(`not typeset as French: ${line.slice(0, 60)}`);
    }
    return [...new Set(wrong)].slice(0, 5);
  });

/** For who asked that nothing moves, nothing does for longer than 10 ms. */
const moving = (page) =>
  page.evaluate(() => {
    const most = 0.01;
    const longest = (text) => Math.max(0, ...text.split(",").map((each) => (each.trim().endsWith("ms") ? Number.parseFloat(each) / 1000 : Number.parseFloat(each))));
    const found = [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return longest(style.transitionDuration) > most || (style.animationName !== "none" && longest(style.animationDuration) > most);
    });
    return found.slice(0, 3).map((element) => `moves: ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`).concat(document.getAnimations().length > 0 ? ["moves: an animation runs"] : []);
  });

/** All of it; `is_only_colours`: the same page was looked at in another theme. */
export async function what_is_wrong(page, is_only_colours = false) {
  if (is_only_colours) return broken_rules(page, ["color-contrast"]);
  return [...(await broken_rules(page)), ...(await wide(page)), ...(await cut(page)), ...(await unsaid(page)), ...(await moving(page))];
}
