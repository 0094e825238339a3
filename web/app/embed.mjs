// What the browser asks for, put into the program: each file as it is, with gzip and with brotli, in
// one file of bytes, and a table of where they are that the compiler reads.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = join(import.meta.dirname, "../../build/web/dist");
const to = join(import.meta.dirname, "../../build/web/embedded");
const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml", ".woff2": "font/woff2", ".woff": "font/woff", ".json": "application/json", ".png": "image/png",
};
const is_packed = new Set([".woff2", ".woff", ".png"]);

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
  .filter((path) => extname(path) !== ".woff")
  .sort();

const parts = [];
let place = 0;
/** Where `bytes` begin, and how many they are. */
function put(bytes) {
  parts.push(bytes);
  const range = `{${place}, ${bytes.length}}`;
  place += bytes.length;
  return range;
}

const rows = files.map((path) => {
  const bytes = readFileSync(join(dist, path));
  const ending = extname(path);
  const type = types[ending];
  if (!type) throw new Error(`${path}: what type is it?`);
  const gzip = is_packed.has(ending) ? Buffer.alloc(0) : gzipSync(bytes, { level: 9 });
  const brotli = is_packed.has(ending)
    ? Buffer.alloc(0)
    : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  const tag = createHash("sha256").update(bytes).digest("hex").slice(0, 24);
  const is_for_ever = path.startsWith("assets/");
  return `  {"/${path}", "${type}", "${tag}", ${put(bytes)}, ${put(gzip)}, ${put(brotli)}, ${is_for_ever}},`;
});

mkdirSync(to, { recursive: true });
/** Written when it differs, so that what is the same is not compiled again. */
function write(name, bytes) {
  const path = join(to, name);
  try {
    if (Buffer.compare(readFileSync(path), Buffer.from(bytes)) === 0) return;
  } catch { /* it is not there yet */ }
  writeFileSync(path, bytes);
}
write("app.bin", Buffer.concat(parts));
write("app_files.inc", `${rows.join("\n")}\n`);
