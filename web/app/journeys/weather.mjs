// A server that is unwell, between the page and the real one: it answers late, badly, or not at all.
export const storms = {
  slow: { milliseconds: 5_000 },
  refused: { status: 422, code: "body_not_understood", detail: "Le corps n’est pas ce que cette adresse prend." },
  moved: { status: 412, code: "version_changed", detail: "Quelqu’un l’a modifié entre-temps." },
  conflict: { status: 409, code: "ticket_ended", detail: "Ce ticket est terminé." },
  busy: { status: 429, code: "too_many_requests", detail: "Trop de demandes.", retry_after: 1 },
  broken: { status: 500, code: "internal_error", detail: "Quelque chose a échoué." },
  away: { status: 503, code: "not_ready", detail: "Pas encore prêt.", retry_after: 1 },
  gone: { is_dropped: true },
  lost: { is_done_and_dropped: true },
};

function answer(storm, request) {
  let said = {};
  try { said = request.postDataJSON() ?? {}; } catch { /* a file */ }
  const errors = storm.status === 422 ? Object.keys(said).filter((name) => ["string", "number"].includes(typeof said[name])).map((name) => ({ pointer: `/${name}`, code: "not_a_text", detail: "Ceci ne va pas." })) : [];
  return {
    status: storm.status, headers: { "Content-Type": "application/problem+json", ...(storm.retry_after ? { "Retry-After": String(storm.retry_after) } : {}) },
    body: JSON.stringify({ type: `/reference/refusals#${storm.code}`, title: "Refused", status: storm.status, code: storm.code, detail: storm.detail, errors, request_id: "4711-4711" }),
  };
}

/**
 * Stands between `page` and its server. `sky.reads` and `sky.writes`: which of `storms` meets them; nothing: none.
 * `sky.sent`: the writes that were sent, the first one first. The session and the stream are left alone.
 */
export async function weather(page) {
  const sky = { reads: undefined, writes: undefined, sent: [], met: 0 };
  await page.route("**/api/**", async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname;
    const is_read = request.method() === "GET";
    const storm = storms[is_read ? sky.reads : sky.writes];
    if (!is_read) sky.sent.push({ method: request.method(), path, key: request.headers()["idempotency-key"], body: request.postData() });
    if (!storm || (is_read && path === "/api/session") || path === "/api/stream") return route.continue().catch(() => undefined);
    ++sky.met;
    try {
      if (storm.milliseconds) {
        await new Promise((wait) => setTimeout(wait, storm.milliseconds));
        return await route.continue();
      }
      if (storm.is_done_and_dropped) await route.fetch();
      return await (storm.status ? route.fulfill(answer(storm, request)) : route.abort("connectionreset"));
    } catch { return undefined; /* the page went away meanwhile */ }
  });
  return sky;
}
