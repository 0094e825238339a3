// What cannot be done, or not be followed, without a mouse.

/** What is pressed by mouse and is no control: a row may be, when it holds the link that does the same. */
export const unreachable = (page) =>
  page.evaluate(() => {
    const control = "a[href], button, input, select, textarea, summary, [tabindex]";
    const wrong = [];
    for (const element of document.querySelectorAll("body *")) {
      const name = Object.keys(element).find((key) => key.startsWith("__reactProps$"));
      const props = name ? element[name] : undefined;
      if (props?.onClick && !element.matches(`${control}, label, [role=option]`) && element.querySelector(control) === null) wrong.push(`pressed by mouse only: ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
      if (Number(element.getAttribute("tabindex")) > 0) wrong.push(`out of order: ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} has tabindex ${element.getAttribute("tabindex")}`);
    }
    return [...new Set(wrong)].slice(0, 5);
  });

/** Where focus is, and what is wrong with it: after what is kept within has looked where Tab went, as it does next. */
const stop = (page) =>
  page.evaluate(async () => {
    await new Promise((looked) => setTimeout(looked));
    const element = document.activeElement;
    if (!element || element === document.body) return { is_end: true };
    const style = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 30)}”`;
    const is_shown = (one) => one !== null && getComputedStyle(one).outlineStyle !== "none" && Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2;
    const has_ring = is_shown(element) || style.boxShadow !== "none" || is_shown(element.parentElement) || is_shown(element.closest("label, .input, .filter"));
    const box = element.getBoundingClientRect();
    const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].map(([x, y]) => [box.left + x * box.width, box.top + y * box.height]);
    const is_seen = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (element.contains(there) || there.contains(element) || there.closest("label")?.contains(element));
    });
    window.vigie_stops ??= new Map();
    const place = window.vigie_stops.get(element);
    if (place === undefined) window.vigie_stops.set(element, window.vigie_stops.size);
    return { name, has_ring, is_seen, place: window.vigie_stops.get(element), is_again: place !== undefined, has_parts: element.matches("input[type^=date], input[type=time], input[type=month]"), is_in_dialog: element.closest("[role=dialog]") !== null };
  });

/** Goes through the page with Tab: each stop shows where one is, none is hidden, none is a trap. */
export async function walked(page, most = 90) {
  const wrong = [];
  await page.evaluate(() => { window.vigie_stops = new Map(); if (!document.querySelector("[role=dialog]")) document.activeElement?.blur?.(); });
  const is_dialog = (await page.locator("[role=dialog]").count()) > 0;
  let again = 0, before = -1;
  for (let count = 0; count < most; ++count) {
    await page.keyboard.press("Tab");
    const at = await stop(page);
    if (at.is_end) break;
    if (is_dialog && !at.is_in_dialog) { wrong.push(`focus leaves the dialog: ${at.name}`); break; }
    if (at.is_again && at.has_parts && ++again < 60) continue;
    if (at.is_again && at.place === before) { wrong.push(`a trap: ${at.name}`); break; }
    if (at.is_again) break;
    if (!at.has_ring) wrong.push(`focus is not shown: ${at.name}`);
    if (!at.is_seen) wrong.push(`focus is hidden: ${at.name}`);
    before = at.place;
  }
  return [...new Set(wrong)].slice(0, 6);
}

/** Opens by the keyboard, closes with Escape: focus comes back to what opened it. */
export async function opened(page, opener) {
  await opener.focus();
  await page.keyboard.press("Enter");
  await page.locator(".dialog, .drawer, .menu.pop, [role=dialog]").first().waitFor({ timeout: 5_000 });
}
export async function given_back(page, opener) {
  if ((await page.evaluate(() => document.activeElement === document.body || !document.activeElement?.closest("[role=dialog], .menu, .drawer"))) === true) return ["focus did not go into what opened"];
  await page.keyboard.press("Escape");
  await page.locator(".dialog, .menu.pop").first().waitFor({ state: "detached", timeout: 3_000 }).catch(() => undefined);
  if ((await page.locator(".dialog, .menu.pop").count()) > 0) return ["Escape does not close it"];
  return (await opener.evaluate((element) => element === document.activeElement)) ? [] : ["focus is not given back to what opened it"];
}
