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
    const clips = /hidden|clip|auto|scroll/;
    const said = (element) => element.textContent.trim().slice(0, 40);
    const leaves = [...document.querySelectorAll("body *")].filter((element) => {
      if (element.closest("svg, .vh, [aria-hidden=true], script, style, select, textarea")) return false;
      return [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "") && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    });
    const wrong = [];
    const boxes = [];
    for (const element of leaves) {
      const frames = [], floats = [];
      for (let up = element; up && up !== document.documentElement; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (clips.test(style.overflowX + style.overflowY)) frames.push({ up, style, box: up.getBoundingClientRect() });
        if (/absolute|fixed|sticky/.test(style.position)) floats.push(up);
      }
      const lines = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent.trim() !== "").flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      });
      const has_rest = element.closest("[title], [aria-label]") !== null;
      for (const line of lines) {
        const shown = { left: line.left, right: line.right, top: line.top, bottom: line.bottom };
        for (const { up, style, box } of frames) {
          if (style.clipPath === "inset(50%)") { shown.right = shown.left; break; } // said aloud, not shown
          const is_hidden = /hidden|clip/.test(style.overflowX);
          if (is_hidden && !has_rest && up.querySelector("[title]") === null && (line.right > box.right + 2 || line.left < box.left - 2)) wrong.push(`cut: “${said(element)}”`);
          if (/hidden|clip/.test(style.overflowY) && is_hidden && !has_rest && style.webkitLineClamp === "none" && line.bottom > box.bottom + 4 && line.top < box.bottom) wrong.push(`cut below: “${said(element)}”`);
          shown.left = Math.max(shown.left, box.left); shown.right = Math.min(shown.right, box.right);
          shown.top = Math.max(shown.top, box.top); shown.bottom = Math.min(shown.bottom, box.bottom);
        }
        if (shown.right - shown.left > 1 && shown.bottom - shown.top > 1) boxes.push({ element, float: floats[0], ...shown });
      }
    }
    boxes.sort((a, b) => a.top - b.top);
    for (let one = 0; one < boxes.length; ++one) {
      for (let other = one + 1; other < boxes.length && boxes[other].top < boxes[one].bottom - 3; ++other) {
        const [a, b] = [boxes[one], boxes[other]];
        if (a.float !== b.float || a.element === b.element) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 3 && down > 6) wrong.push(`one on another: “${said(a.element)}” and “${said(b.element)}”`);
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
