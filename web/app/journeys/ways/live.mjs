// An event made by API moves the open page of another browser within a second; tabs share one stream.
export const who = "sdm";
export const title = "What somebody does elsewhere is seen at once";

export async function go({ person, place, ask, check }) {
  const { sign_in, settled } = await import("../reader.mjs");
  const told = await ask("technician");
  const customer = (await told("GET", "/api/parties?limit=200")).items.find((party) => party.kind === "customer").reference;
  const made = await told("POST", "/api/tickets", { customer, title: "Imprimante muette", kind: "incident", priority: "P1", service: "Network" });
  const who = await person();
  await sign_in(who, "sdm", `/tickets/${made.reference}?tab=conversation`);
  await who.page.getByRole("heading", { level: 1 }).waitFor();
  await settled(who.page);
  const seen = who.page.getByText("Dépêche 4711").first();
  const begun = Date.now();
  await told("POST", `/api/tickets/${made.reference}/events`, { event: "commented", note: "Dépêche 4711" });
  await seen.waitFor({ timeout: 5_000 });
  check(Date.now() - begun < 3_000, `it was seen after ${Date.now() - begun} ms`);

  const context = who.context;
  const tabs = await Promise.all(Array.from({ length: 7 }, () => context.newPage()));
  for (const tab of tabs) await tab.goto(place.address + "/board");
  const metrics = await (await fetch(place.address + "/metrics")).text();
  const streams = /^vigie_event_streams (\d+)/m.exec(metrics);
  check(streams !== null, "the program tells how many streams there are");
  check(Number(streams[1]) === 1, `eight tabs use one stream, not ${streams[1]}`);
}
