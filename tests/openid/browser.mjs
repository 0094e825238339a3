// A browser that keeps cookies and follows redirections: node browser.mjs VIGIE NAME [WORD...].
// Prints what the program answers at each step that matters. Words: replay, stranger, refuse.
import { readFileSync } from "node:fs";

const [vigie, name, ...words] = process.argv.slice(2);
const issuer = readFileSync("issuer", "utf8");
const jars = new Map();

async function ask(address, form, withCookies = true) {
  const { origin } = new URL(address);
  const jar = jars.get(origin) ?? new Map();
  jars.set(origin, jar);
  const headers = { accept: "text/html" };
  if (withCookies) headers.cookie = [...jar].map(([key, text]) => `${key}=${text}`).join("; ");
  const body = form && new URLSearchParams(form);
  const answer = await fetch(address, {
    method: form ? "POST" : "GET",
    headers,
    body,
    redirect: "manual",
  });
  for (const cookie of withCookies ? answer.headers.getSetCookie() : []) {
    const [pair, ...attributes] = cookie.split(/; */);
    const [key, ...text] = pair.split("=");
    const isGone = attributes.some((each) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(each));
    if (isGone) jar.delete(key);
    else jar.set(key, text.join("="));
  }
  const to = answer.headers.get("location");
  return { status: answer.status, to: to && new URL(to, address).href, text: await answer.text() };
}

// Through the pages of the provider, until it sends the browser back to the program.
async function signInThere(address) {
  for (let step = 0; step < 20; ++step) {
    const { to, text } = await ask(address);
    if (to) {
      if (!to.startsWith(issuer)) return to;
      address = to;
      continue;
    }
    const prompt = text.match(/name="prompt" value="(\w+)"/)?.[1];
    const action = text.match(/action="([^"]+)"/)?.[1];
    if (!prompt) throw new Error(`a page without a form: ${text.slice(0, 2000)}`);
    if (words.includes("refuse")) {
      address = new URL(text.match(/href="([^"]+\/abort)"/)[1], address).href;
      continue;
    }
    const sent = await ask(new URL(action, address).href, { prompt, login: name, password: "-" });
    address = sent.to;
  }
  throw new Error("no end to the pages of the provider");
}

const codeOf = ({ status, text }) => {
  const code = text.match(/"code":"(\w+)"/)?.[1];
  return code ? `${status} ${code}` : `${status}`;
};

const left = await ask(`${vigie}/api/sign-in/openid`);
console.log("left", left.status);
const back = new URL(await signInThere(left.to));
const callback = vigie + back.pathname + back.search;
if (words.includes("stranger")) {
  console.log("without cookie", codeOf(await ask(callback, undefined, false)));
}
const attempt = new Map(jars.get(vigie));
console.log("back", codeOf(await ask(callback)));
const me = await ask(`${vigie}/api/session`);
console.log("who", me.text.match(/"reference":"([^"]*)"/)?.[1] ?? codeOf(me));
if (words.includes("replay")) {
  console.log("without an attempt", codeOf(await ask(callback)));
  jars.set(vigie, new Map(attempt));
  console.log("the same code", codeOf(await ask(callback)));
  const again = await ask(`${vigie}/api/sign-in/openid`);
  const fresh = new URL(await signInThere(again.to));
  fresh.searchParams.set("state", back.searchParams.get("state"));
  jars.set(vigie, new Map(attempt));
  console.log("the same state", codeOf(await ask(vigie + fresh.pathname + fresh.search)));
}
