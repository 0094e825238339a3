// The head of a file, read in the browser: enough to propose how the whole of it is read, never to read it whole.

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";
export type TableHead = {
  encoding: Encoding;
  separator: string;
  quote: '"' | "none";
  columns: string[];
  rows: string[][];
  /** Whether the file goes on after what was read. */
  is_cut: boolean;
};

/** How much of a file is read here. */
export const head_bytes = 256 * 1024;

/** A byte order mark says it; else what is not UTF-8 is the code page of Western desks. The cut may split a character. */
export function encoding_of(bytes: Uint8Array, is_cut: boolean): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: is_cut });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Records of a text, quotes doubled inside quotes; a record that the cut left open is not given. */
export function records_of(text: string, separator: string, quote: '"' | "none", is_cut: boolean): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let is_quoted = false;
  for (let at = 0; at < text.length; ++at) {
    const letter = text[at] as string;
    if (is_quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at];
      else is_quoted = false;
    } else if (letter === '"' && quote === '"' && cell === "") is_quoted = true;
    else if (letter === separator) { cells.push(cell); cell = ""; }
    else if (letter === "\n") {
      records.push([...cells, cell.replace(/\r$/, "")]);
      cells = [];
      cell = "";
    } else cell += letter;
  }
  if (!is_cut && (cell !== "" || cells.length > 0)) records.push([...cells, cell]);
  return records.filter((record) => record.length > 1 || record[0] !== "");
}

const separators = [",", ";", "\t", "|"] as const;

/** The one that cuts the most rows into as many cells as the first has. */
export function separator_of(text: string, is_cut: boolean): string {
  const weight = (separator: string): number => {
    const records = records_of(text.slice(0, 32_768), separator, '"', is_cut || text.length > 32_768).slice(0, 100);
    const width = records[0]?.length ?? 0;
    return width < 2 ? 0 : width * (records.filter((record) => record.length === width).length / records.length) ** 2;
  };
  const weighed = separators.map((separator) => ({ separator, weight: weight(separator) }));
  return weighed.reduce((best, each) => (each.weight > best.weight ? each : best)).separator;
}

export function head_of(bytes: Uint8Array, is_cut: boolean): TableHead {
  const encoding = encoding_of(bytes, is_cut);
  const text = new TextDecoder(encoding).decode(bytes, { stream: is_cut }).replace(/^\uFEFF/, "");
  const separator = separator_of(text, is_cut);
  const quote = text.includes('"') ? '"' : "none";
  const [columns = [], ...rows] = records_of(text, separator, quote, is_cut);
  return { encoding, separator, quote, columns: columns.map((name) => name.trim()), rows: rows.filter((row) => row.length === columns.length).map((row) => row.map((cell) => cell.trim())), is_cut };
}

export type FileKind = "table" | "events" | "packed" | "sheet" | "empty" | "unknown";

/** What a file is, by its first bytes; names lie. */
export function kind_of_file(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const begins = (...values: number[]): boolean => values.every((value, at) => bytes[at] === value);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) return "sheet";
  if (begins(0x28, 0xb5, 0x2f, 0xfd) || begins(0x1f, 0x8b)) return "packed";
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return "table";
  if (bytes.subarray(0, 4_096).includes(0)) return "unknown";
  const first = new TextDecoder("windows-1252").decode(bytes.subarray(0, 64)).trimStart();
  return first.startsWith("{") ? "events" : "table";
}

/** The first bytes of a file, opened when it is packed with gzip. */
export async function first_bytes(file: Blob): Promise<{ bytes: Uint8Array; is_cut: boolean; is_packed: boolean }> {
  const begin = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const is_gzip = begin[0] === 0x1f && begin[1] === 0x8b;
  if (!is_gzip) return { bytes: new Uint8Array(await file.slice(0, head_bytes).arrayBuffer()), is_cut: file.size > head_bytes, is_packed: false };
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let is_cut = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
    if (length >= head_bytes) { is_cut = true; await reader.cancel(); break; }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) { bytes.set(piece, at); at += piece.length; }
  return { bytes: bytes.subarray(0, head_bytes), is_cut, is_packed: true };
}
