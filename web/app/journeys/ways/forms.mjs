// Every form before a server that refuses, fails, or is lost on the way back: what was typed stays, the field at fault is
// named, and what is sent again is done once.
import { settled, sign_in } from "../reader.mjs";
import { filled, names_in } from "../screen_list.mjs";
import { weather } from "../weather.mjs";

export const who = "everybody";
export const title = "What was typed stays until it is done, and is done once";
export const is_long = true;

const button = (fr, en) => ({ language, page }) => page.locator("main").getByRole("button", { name: language === "fr" ? fr : en, exact: true }).first().click();
const key = (letter) => ({ page }) => page.keyboard.press(letter);

/** `open`: what one does for it to be there; `form`: where it is; `is_kept`: it stays open once it is done. */
const forms = [
  { name: "ticket", role: "technician", path: "/tickets/new", form: "main form" },
  { name: "conversation", role: "technician", path: "/tickets/{ticket}?tab=conversation", form: ".tk-talk form", is_kept: true },
  { name: "resolve", role: "technician", path: "/tickets/{ticket}", open: key("r") },
  { name: "pass", role: "technician", path: "/tickets/{other}", open: key("p") },
  { name: "wait", role: "technician", path: "/tickets/{third}", open: key("w") },
  { name: "correction", role: "technician", path: "/tickets/{ticket}?tab=history", open: button(/^Corriger 1$/, /^Correct 1$/), text: { at: "2026-01-05T09:00" } },
  { name: "contest", role: "sdm", path: "/tickets/{third}?tab=disputes", open: button(/^Contester/, /^Contest/), is_refused: true },
  { name: "answer", role: "sdm", path: "/disputes/{dispute}", open: ({ page }) => page.locator("main form [aria-pressed]").first().click(), form: "main form", is_refused: true },
  { name: "signature", role: "sdm", path: "/agreements/{draft}", open: button(/^Noter une signature/, /^Record a signature/) },
  { name: "outage", role: "sdm", path: "/outages?new=outage" },
  { name: "maintenance", role: "sdm", path: "/outages?new=maintenance" },
  { name: "agreement", role: "sdm", path: "/agreements", open: button(/^Ajouter un contrat/, /^Add an agreement/), text: { document: "id: x" }, is_refused: true },
  { name: "customer", role: "sdm", path: "/customers", open: button(/client/i, /customer/i) },
  { name: "service", role: "sdm", path: "/services", open: button(/service/i, /service/i) },
  { name: "preferences", role: "sdm", path: "/notices", open: button(/régl|prévenu|préf/i, /setting|told|pref/i), form: "main form", is_kept: true, has_no_key: true },
  { name: "account", role: "administrator", path: "/admin?tab=accounts", open: button("Ajouter un compte", "Add an account") },
  { name: "ladder", role: "administrator", path: "/admin?tab=warnings", open: button("Ajouter une échelle", "Add a ladder") },
  { name: "rule", role: "administrator", path: "/admin?tab=warnings", open: button("Ajouter une règle", "Add a rule") },
  { name: "rota", role: "administrator", path: "/admin?tab=warnings", open: button("Ajouter un tour", "Add a rota"), is_refused: true },
  { name: "token", role: "administrator", path: "/account", open: button("Faire un jeton", "Make a token"), has_no_key: true },
  { name: "webhook", role: "administrator", path: "/admin?tab=webhooks", open: button("Ajouter un webhook", "Add a webhook"), text: { url: "https://tool.example/hook" }, has_no_key: true },
  { name: "source", role: "administrator", path: "/admin?tab=sources", open: button("Ajouter une source", "Add a source"), has_no_key: true },
  { name: "template", role: "administrator", path: "/admin?tab=templates", open: button(/^Modifier/, /^Change/), has_no_key: true },
  { name: "brand", role: "administrator", path: "/admin?tab=brand", form: "main form", text: { accent: "#7A0F1A" }, is_refused: true },
  { name: "report", role: "customer", path: "/tickets/new", form: "main form" },
];

/** Types something that may be sent into each field that is empty. */
async function type_into(form, text, tag) {
  for (const field of await form.locator("input:visible, textarea:visible, select:visible").all()) {
    const { tagName, type, name, value, disabled, readOnly } = await field.evaluate(({ tagName, type, name, value, disabled, readOnly }) => ({ tagName, type, name, value, disabled, readOnly }));
    if (disabled || readOnly || ["checkbox", "radio", "file", "search"].includes(type)) continue;
    if (text?.[name] !== undefined) { await field.fill(text[name]); continue; }
    if (value !== "" && !(type === "url")) continue;
    if (tagName === "SELECT") { await field.selectOption({ index: 1 }).catch(() => undefined); continue; }
    if (type === "date") await field.fill("2026-12-01");
    else if (type === "datetime-local") await field.fill(name === "ends_at" ? "2026-12-02T10:00" : name === "starts_at" ? "2026-12-02T09:00" : "").catch(() => undefined);
    else if (type === "number") await field.fill("3");
    else if (type === "email") await field.fill(`p${tag}@novalys.example`);
    else if (name === "reference") await field.fill(`r-${tag}`);
    else if (["service", "site", "channel", "person", "party", "zone", "calendar", "holidays", "owner", "designation", "hours"].includes(name)) continue;
    else await field.fill(`Essai ${tag}`);
  }
  const needed = form.locator("[required]:visible");
  for (const field of await needed.all()) if ((await field.inputValue()) === "") await field.fill(`Essai ${tag}`).catch(() => undefined);
  const boxes = form.locator(".admin-permissions input[type=checkbox]");
  if ((await boxes.count()) > 0) await boxes.first().check();
}

const typed_in = (form) => form.evaluate((element) => [...element.querySelectorAll("input, textarea, select")].map((field) => (field.type === "checkbox" || field.type === "radio" ? field.checked : field.value)));

async function tried(one, spec, sky, names, { check, language }) {
  const { page } = one;
  const says = (what) => `${spec.name}: ${what}`;
  await page.goto(one.address + filled(spec.path, names));
  await page.locator(".app, .portal").first().waitFor();
  await settled(page);
  await spec.open?.({ page, language });
  const form = page.locator(spec.form ?? ".dialog").last();
  await form.waitFor({ timeout: 5_000 });
  await type_into(form, spec.text, Math.round(performance.now() * 1000) % 1e9);
  const typed = JSON.stringify(await typed_in(form));
  const send = form.locator("button[type=submit], .foot .btn.pri").last();
  const sent = async (storm) => {
    sky.writes = storm;
    sky.sent.length = 0;
    await send.click({ timeout: 5_000 });
    for (let tries = 0; sky.sent.length === 0 && tries < 50; ++tries) await page.waitForTimeout(50);
    await page.waitForTimeout(100);
  };
  for (const storm of ["refused", "broken", "busy", "conflict", "gone"]) {
    await sent(storm);
    await form.locator("[role=alert]").first().waitFor({ timeout: 5_000 }).catch(() => check(false, says(`nothing is said when it is ${storm}; sent: ${sky.sent.length}`)));
    check(JSON.stringify(await typed_in(form)) === typed, says(`what was typed is gone when it is ${storm}`));
    if (storm === "refused") check((await form.locator('[aria-invalid="true"]').count()) > 0, says(`no field is marked, of ${sky.sent[0]?.body?.slice(0, 200)}`));
    await page.waitForTimeout(100);
  }
  const first = sky.sent[0];
  if (spec.is_refused) return;
  await sent("lost");
  await form.locator("[role=alert]").first().waitFor({ timeout: 5_000 }).catch(() => check(false, says("nothing is said when the answer is lost")));
  const before = sky.sent[0];
  await page.waitForTimeout(200);
  await sent(undefined);
  const is_over = spec.is_kept ? page.waitForFunction((selector) => document.querySelector(`${selector} [role=alert]`) === null, spec.form, { timeout: 5_000 }) : send.waitFor({ state: "detached", timeout: 5_000 });
  // Without a key, what was done already may be refused as there already.
  await is_over.catch(async () => check(spec.has_no_key, says(`it is not done the second time: ${await form.locator("[role=alert]").first().innerText()}`)));
  const again = sky.sent[0];
  if (spec.has_no_key) return;
  check(before?.key && before.key === again?.key && before.body === again.body, says(`it is sent again as another: ${before?.key}, ${again?.key}`));
  check(first?.key === before.key, says("after no answer at all the key is another"));
}

/** Somebody else changes an account while one writes: one is told, what was typed stays, and saving again saves it. */
async function moved(person, ask, check) {
  const asks = await ask("administrator");
  const one = await person();
  const { page } = one;
  await sign_in(one, "administrator", "/admin?tab=accounts");
  await settled(page);
  const row = page.locator("main tr", { hasText: "finance@novalys.example" });
  await row.locator("button").first().click();
  const dialog = page.locator(".dialog");
  await dialog.locator('input[name="name"]').fill("Paule Nouvelle");
  const { reference, version, name } = (await asks("GET", "/api/accounts?limit=200")).items.find((account) => account.email === "finance@novalys.example");
  await asks("PATCH", `/api/accounts/${reference}`, { name: `${name} bis` }, { "If-Match": `"${version}"` });
  await dialog.locator("button[type=submit]").click();
  await dialog.locator("[role=alert]").waitFor();
  check((await dialog.locator('input[name="name"]').inputValue()) === "Paule Nouvelle", "what was typed stays when somebody else changed it");
  await page.waitForTimeout(500);
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" }).catch(() => check(false, "saving again saves it, once one was told"));
  check((await asks("GET", `/api/accounts/${reference}`)).name === "Paule Nouvelle", "what was typed is saved");
  await one.context.close();
}

export async function go({ person, ask, check, language }) {
  const technician = await ask("technician");
  const customer = (await technician("GET", "/api/parties?limit=200")).items.find((party) => party.kind === "customer").reference;
  const ticket = async () => (await technician("POST", "/api/tickets", { customer, title: "À essayer", kind: "incident", priority: "P3" })).reference;
  const sdm = await ask("sdm");
  const text = `id: to-sign-${language}\nversion: 1\nstate: draft\nbetween: {provider: Novalys, customer: ACME Industrie}\nin_force: {from: 2027-01-01}\nzone: Europe/Paris\ntargets:\n  p1: {metric: resolution, within: 4h in always, required: 90 % per month}\n`;
  const draft = (await sdm("POST", "/api/agreements", { document: text })).reference;
  await sdm("POST", `/api/agreements/${draft}/steps`, { number: 1, state: "in_negotiation" });
  const names = { ...(await names_in(sdm, await ask("customer"))), draft, ticket: await ticket(), other: await ticket(), third: await ticket() };
  const count = async () => (await technician("GET", "/api/tickets?words=Essai&shown=all&limit=200")).items.length;
  const before = await count();
  const wrong = [];
  const note = (is_so, what) => { if (!is_so) throw new Error(what); };
  for (const role of [...new Set(forms.map((form) => form.role))]) {
    const one = await person();
    await sign_in(one, role, "/account");
    const sky = await weather(one.page);
    for (const spec of forms.filter((each) => each.role === role)) {
      await tried(one, spec, sky, names, { check: note, language }).catch((error) => wrong.push(error.message.split("\n").slice(0, 3).join(" ").startsWith(spec.name) ? error.message : `${spec.name}: ${error.message.split("\n").slice(0, 3).join(" ")}`));
      sky.writes = undefined;
    }
    await one.context.close();
  }
  check(wrong.length === 0, `${wrong.length} of ${forms.length} forms:\n    ${wrong.join("\n    ")}`);
  await moved(person, ask, check);
  check((await count()) === before + 2, `each ticket that was sent again is there once: ${(await count()) - before} for two forms`);
}
