// Somebody else's references in the address, markup in every text, posts from another site: nothing leaks, nothing runs.
export const who = "customer";
export const title = "Markup is text, and what is of others is not there";

const markup = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';

export async function go({ person, place, ask, check }) {
  const { sign_in, settled } = await import("../reader.mjs");
  const sdm = await ask("sdm");
  const customer_asks = await ask("customer");
  const own = (await customer_asks("GET", "/api/tickets?shown=all&limit=1")).items[0].customer;
  const foreign = (await sdm("GET", "/api/tickets?shown=all&limit=200")).items.find((ticket) => ticket.customer !== own);
  const mine = await sdm("POST", "/api/tickets", { customer: own, title: markup, kind: "incident", priority: "P2", service: "Network" });
  await sdm("POST", `/api/tickets/${mine.reference}/events`, { event: "commented", note: markup });

  const who = await person();
  const is_whole = async (path) => {
    await who.page.goto(place.address + path);
    await settled(who.page);
    check((await who.page.evaluate(() => window.broken)) === undefined, `what was written ran at ${path}`);
  };
  await sign_in(who, "customer", "/");
  for (const path of ["/", "/tickets", `/tickets/${mine.reference}`]) await is_whole(path);
  check((await who.page.getByText("onerror").count()) > 0, "markup is shown as it was typed");
  for (const path of [`/tickets/${encodeURIComponent(foreign.reference)}`, `/customers/${foreign.customer}`]) {
    await is_whole(path);
    const text = await who.page.locator("body").innerText();
    check(!text.includes(foreign.title), `the title of another customer's ticket is shown at ${path}`);
  }

  const cross = await fetch(`${place.address}/api/tickets`, {
    method: "POST", body: JSON.stringify({ customer: own, title: "forged" }),
    headers: { "Content-Type": "application/json", Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site", Cookie: (await who.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ") },
  });
  check(cross.status === 403, `a post of another site is refused, not ${cross.status}`);
}
