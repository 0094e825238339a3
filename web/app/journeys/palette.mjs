// A picture of a page in 256 colours at most: what is flat stays as it is, and the file is a third as large.
import { deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunks_of(png) {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ name: png.toString("latin1", at + 4, at + 8), bytes: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Eight bits a channel, not interlaced, as Chromium writes them: three bytes a point. */
function points_of(png) {
  const chunks = chunks_of(png);
  const head = chunks.find((chunk) => chunk.name === "IHDR").bytes;
  const width = head.readUInt32BE(0), height = head.readUInt32BE(4);
  const channels = { 2: 3, 6: 4 }[head[9]];
  if (head[8] !== 8 || !channels || head[12] !== 0) throw new Error("not a picture of a browser");
  const lines = inflateSync(Buffer.concat(chunks.filter((chunk) => chunk.name === "IDAT").map((chunk) => chunk.bytes)));
  const wide = width * channels;
  let before = Buffer.alloc(wide);
  const points = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; ++y) {
    const filter = lines[y * (wide + 1)];
    const line = lines.subarray(y * (wide + 1) + 1, (y + 1) * (wide + 1));
    for (let x = 0; x < wide; ++x) {
      const left = x >= channels ? line[x - channels] : 0, up = before[x], corner = x >= channels ? before[x - channels] : 0;
      const guess = left + up - corner;
      const far = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = far[0] <= far[1] && far[0] <= far[2] ? left : far[1] <= far[2] ? up : corner;
      line[x] = (line[x] + [0, left, up, (left + up) >> 1, paeth][filter]) & 255;
    }
    for (let x = 0; x < width; ++x) for (let part = 0; part < 3; ++part) points[(y * width + x) * 3 + part] = line[x * channels + part];
    before = line;
  }
  return { width, height, points };
}

const table = Array.from({ length: 256 }, (_, number) => {
  let sum = number;
  for (let bit = 0; bit < 8; ++bit) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});
function chunk(name, bytes) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), bytes]);
  let sum = 0xffffffff;
  for (const byte of body) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(bytes.length, 0);
  frame.writeUInt32BE((sum ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The most frequent colours; each other one becomes the nearest of them. */
function palette_of(points) {
  const counts = new Map();
  for (let at = 0; at < points.length; at += 3) {
    const colour = (points[at] << 16) | (points[at + 1] << 8) | points[at + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const sorted = [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const apart = (a, b) => ((a >> 16) - (b >> 16)) ** 2 * 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 * 4 + ((a & 255) - (b & 255)) ** 2 * 3;
  const kept = [];
  // Colours that the eye does not part would take the place of others.
  for (const colour of sorted) if (kept.length < 256 && !kept.some((other) => apart(other, colour) < 60)) kept.push(colour);
  for (const colour of sorted) if (kept.length < 256 && !kept.includes(colour)) kept.push(colour);
  const place = new Map(kept.map((colour, index) => [colour, index]));
  for (const colour of sorted) if (!place.has(colour)) place.set(colour, kept.reduce((best, other, index) => (apart(other, colour) < apart(kept[best], colour) ? index : best), 0));
  return { kept, place };
}

export function with_palette(png) {
  const { width, height, points } = points_of(png);
  const { kept, place } = palette_of(points);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      const at = (y * width + x) * 3;
      lines[y * (width + 1) + 1 + x] = place.get((points[at] << 16) | (points[at + 1] << 8) | points[at + 2]);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([signature, chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
