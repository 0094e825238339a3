// The demo company, on a database of its own, served on a free port of this machine.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, chownSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
export const program = process.env.PROGRAM ?? join(root, "build/release/vigie");
export const password = "vigie-journeys-2026";
const binaries = "/usr/lib/postgresql/15/bin";

const free_port = () =>
  new Promise((give) => {
    const door = createServer().listen(0, "127.0.0.1", () => {
      const { port } = door.address();
      door.close(() => give(port));
    });
  });

/** What begins with VIGIE_ in the environment would set something. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VIGIE_")));

function run(command, args, more = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", env, ...more });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${done.stderr || done.error}`);
  return done.stdout;
}

/** PostgreSQL refuses to run as root: it is run as nobody's keeper, the account that Debian made for it. */
function unprivileged() {
  if (process.getuid() !== 0) return {};
  const [, , uid, gid] = run("getent", ["passwd", "postgres"]).split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

async function postgresql(folder) {
  const data = join(folder, "pg");
  const who = unprivileged();
  mkdirSync(data);
  if (who.uid !== undefined) {
    chownSync(folder, who.uid, who.gid);
    chownSync(data, who.uid, who.gid);
  }
  const port = await free_port();
  run(`${binaries}/initdb`, ["-D", data, "-U", "vigie", "--auth=trust", "-E", "UTF8", "--locale=C"], { cwd: "/", ...who });
  const server = spawn(
    `${binaries}/postgres`,
    ["-D", data, "-c", `port=${port}`, "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=${data}`],
    { cwd: "/", stdio: "ignore", ...who },
  );
  for (let tries = 0; tries < 100; ++tries) {
    const asked = spawnSync(`${binaries}/pg_isready`, ["-h", "127.0.0.1", "-p", String(port)]);
    if (asked.status === 0) return { url: `postgresql://vigie@127.0.0.1:${port}/postgres`, stop: () => server.kill("SIGINT") };
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error("PostgreSQL does not start");
}

/** `database`: "sqlite" or "postgresql". `tickets`: 0 for an installation with one administrator and nothing else. */
export async function installation({ database = "sqlite", tickets = 500 } = {}) {
  if (!existsSync(program)) throw new Error(`${program} is missing: ./dev build`);
  const folder = mkdtempSync(join(tmpdir(), "vigie-journeys-"));
  const server = database === "postgresql" ? await postgresql(folder) : { url: `sqlite:${folder}/vigie.db`, stop: () => undefined };
  const secret = join(folder, "password");
  writeFileSync(secret, password, { mode: 0o600 });
  const until = "now";
  const settings = ["--set", `database=${server.url}`, "--set", `journal_key=${folder}/journal.key`];
  const offers_until = run(program, ["demo", "--help"]).includes("--until");
  if (tickets > 0) {
    run(program, ["demo", "--tickets", String(tickets), "--into", server.url, "--set", `journal_key=${folder}/journal.key`, ...(offers_until ? ["--until", until] : [])], { input: password });
  } else {
    run(program, ["account", "add", "ann", "--name", "Ann Martin", "--email", "administrator@novalys.example", "--company", "Novalys", ...settings], { input: password });
  }
  const node = spawn(program, ["serve", ...settings, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"], env });
  let told = "";
  node.stderr.on("data", (bytes) => (told += bytes));
  const address = await new Promise((give, fail) => {
    let said = "";
    node.stdout.on("data", (bytes) => {
      said += bytes;
      const found = /http:\/\/[\d.]+:\d+/.exec(said);
      if (found) give(found[0]);
    });
    node.on("exit", () => fail(new Error(`the program ended: ${told.slice(-2000)}`)));
    node.on("error", fail);
  });
  return {
    address,
    database,
    pause: () => node.kill("SIGSTOP"),
    go_on: () => node.kill("SIGCONT"),
    stop: async () => {
      node.removeAllListeners("exit");
      const ended = new Promise((give) => node.on("exit", give));
      node.kill("SIGTERM");
      await ended;
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    log: () => told,
    read: (path) => readFileSync(join(folder, path), "utf8"),
  };
}

/** Someone who asks by the API, beside the browser. */
export async function caller(address, role) {
  const fields = { "Content-Type": "application/json", Origin: address };
  const signed = await fetch(`${address}/api/session`, {
    method: "POST", headers: fields, body: JSON.stringify({ email: `${role}@novalys.example`, password }),
  });
  if (!signed.ok) throw new Error(`${role} is not let in: ${signed.status} ${await signed.text()}`);
  const cookie = signed.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
  return async (method, path, body, more = {}) => {
    const answer = await fetch(address + path, { method, headers: { ...fields, ...more, Cookie: cookie }, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
}
