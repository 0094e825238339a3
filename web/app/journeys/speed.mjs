// How soon pages are there, and what scrolling costs, on a large installation: ./dev bench web [OPEN]. Figures, no verdict:
// they are those of this machine and of what else it does, which is why its load is told beside them.
import { loadavg } from "node:os";

import { caller, installation } from "./installation.mjs";
import { browser, reader, settled, sign_in } from "./reader.mjs";

const [most_open = 100_000] = process.argv.slice(2).map(Number);
const rounds = 5, frames = 120, at_once = 48;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const tell = (text) => console.log(`${text} (load ${loadavg()[0].toFixed(1)})`);

/** Milliseconds from the request for the page until the first of `rows` is seen, and until nothing is waited for. */
async function open_page(page, address, rows) {
  const begun = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.locator(rows).first().waitFor();
  const seen = performance.now() - begun;
  await settled(page);
  return { seen, whole: performance.now() - begun };
}

async function opened(page, name, address, rows) {
  const times = [];
  for (let round = 0; round < rounds; ++round) times.push(await open_page(page, address, rows));
  const seen = times.map((time) => time.seen);
  tell(`${name}: rows after ${median(seen).toFixed(0)} ms (${Math.min(...seen).toFixed(0)} to ${Math.max(...seen).toFixed(0)}), whole after ${median(times.map((time) => time.whole)).toFixed(0)} ms`);
  return median(seen);
}

/** The main thread's own time a frame while one turns the wheel, and how many frames came late. */
async function scrolled(page, name, place) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => (await devtools.send("Performance.getMetrics")).metrics.find((metric) => metric.name === "TaskDuration").value;
  const box = await page.locator(place).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    const seen = { frames: [], last: performance.now() };
    window.seen_frames = seen;
    const look = (now) => { seen.frames.push(now - seen.last); seen.last = now; requestAnimationFrame(look); };
    requestAnimationFrame(look);
  });
  const before = await spent();
  for (let frame = 0; frame < frames; ++frame) {
    await page.mouse.wheel(0, 240);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
  }
  const cost = ((await spent()) - before) * 1000;
  const seen = await page.evaluate(() => window.seen_frames.frames);
  tell(`${name}: ${(cost / frames).toFixed(1)} ms of the main thread a scrolled frame, ${(cost / seen.length).toFixed(1)} a drawn one; ${seen.filter((time) => time > 50).length} of ${seen.length} frames later than 50 ms`);
}

async function in_turn(count, act) {
  let next = 0;
  await Promise.all(Array.from({ length: at_once }, async () => { while (next < count) await act(next++); }));
}

const targets = (n) => `id: speed-${n}
version: 1
between: {provider: Novalys, customer: Customer ${n}}
in_force: {from: 2020-01-01}
zone: Europe/Paris
calendars:
  office: {zone: Europe/Paris, hours: "mon-fri 09:00-18:00"}
targets:
  respond: {metric: response, for: {kind: incident}, within: 30min in office, required: 95 % per month}
  resolve: {metric: resolution, for: {kind: incident}, within: 120h in always, required: 90 % per month}
`;

async function many_tickets(chrome) {
  const place = await installation({ tickets: 20_000 });
  const who = await reader(chrome, place);
  try {
    await sign_in(who, "sdm", "/");
    await settled(who.page);
    await opened(who.page, "cockpit, 20,000 tickets", `${place.address}/`, ".cockpit-line a.id");
    await opened(who.page, "tickets, 20,000", `${place.address}/tickets?shown=all`, '[role="row"] a.id');
    await scrolled(who.page, "tickets, 20,000", ".gr");
    await opened(who.page, "matrix, 20,000 tickets", `${place.address}/matrix`, ".mx-table button[data-key]");
  } finally {
    await who.context.close();
    await place.stop();
  }
}

async function many_clocks(chrome) {
  const place = await installation({ tickets: 0 });
  try {
    const ask = await caller(place.address, "administrator");
    for (let n = 0; n < 20; ++n) {
      await ask("POST", "/api/parties", { reference: `customer-${n}`, kind: "customer", name: `Customer ${n}` });
      await ask("POST", "/api/agreements", { document: targets(n) });
    }
    const add = (n) => ask("POST", "/api/tickets", { customer: `customer-${n % 20}`, title: "The printer of the second floor is on fire", kind: "incident", priority: `P${(n % 4) + 1}`, service: "printing" });
    const who = await reader(chrome, place);
    await sign_in(who, "administrator", "/account");
    await in_turn(50, add);
    const few = await opened(who.page, "board, 100 open clocks", `${place.address}/board`, ".bo-col a.id, main a.id");
    // Nobody looks while they are made: what a page does with so many at once is measured by live.mjs.
    await who.page.goto("about:blank");
    const begun = performance.now();
    await in_turn(most_open / 2 - 50, add);
    tell(`${most_open} open clocks, made in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    const many = await opened(who.page, `board, ${most_open} open clocks`, `${place.address}/board`, ".bo-col a.id, main a.id");
    console.log(`    ${(many / few).toFixed(2)} times as long as with 100`);
    await opened(who.page, `tickets, ${most_open / 2} open`, `${place.address}/tickets`, '[role="row"] a.id');
    await scrolled(who.page, `tickets, ${most_open / 2} open`, ".gr");
    await opened(who.page, `cockpit, ${most_open} open clocks`, `${place.address}/`, ".cockpit-line a.id");
  } finally {
    await place.stop();
  }
}

const chrome = await browser();
try {
  await many_tickets(chrome);
  await many_clocks(chrome);
} finally {
  await chrome.close();
}
