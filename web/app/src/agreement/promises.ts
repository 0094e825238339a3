// The targets that a text of an agreement names, to be listed; the server alone reads it for good.
export type Promised = { id: string; label: string; metric: string; within: string; required: string; clause: string; of: string };

/** "a: 1, b: [x, y], c: \"d, e\"" in its parts: commas within brackets or quotes do not part. */
export function parts_of(flow: string): [string, string][] {
  const parts: string[] = [];
  let depth = 0, is_quoted = false, part = "";
  for (const sign of flow) {
    if (sign === '"') is_quoted = !is_quoted;
    if (!is_quoted && /[[{]/.test(sign)) depth += 1;
    if (!is_quoted && /[\]}]/.test(sign)) depth -= 1;
    if (sign === "," && depth === 0 && !is_quoted) { parts.push(part); part = ""; } else part += sign;
  }
  return [...parts, part].flatMap((each) => {
    const at = each.indexOf(":");
    return at < 0 ? [] : [[each.slice(0, at).trim(), each.slice(at + 1).trim().replace(/^"|"$/g, "")] as [string, string]];
  });
}

const plain = (value: string): string => value.replace(/^[[{]|[\]}]$/g, "").replaceAll('"', "");

function promised(id: string, fields: Map<string, string>): Promised {
  const of = (name: string): string => plain(fields.get(name) ?? "");
  return { id, label: of("label"), metric: of("metric"), within: of("within") || of("hours"), required: of("required"), clause: of("clause"), of: of("for") || of("of") };
}

/** Of a block "targets:" whose entries are on one line each, or indented under their names. */
export function promises_of(document: string): Promised[] {
  const lines = document.split(/\r?\n/);
  const begin = lines.findIndex((line) => /^targets:\s*$/.test(line));
  if (begin < 0) return [];
  const found: { id: string; fields: Map<string, string> }[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (/^\S/.test(line)) break;
    const flow = /^ {2}([\w-]+):\s*\{(.*)\}\s*(#.*)?$/.exec(line);
    const head = /^ {2}([\w-]+):\s*(#.*)?$/.exec(line);
    const inner = /^ {4}([\w-]+):\s*(.+?)\s*$/.exec(line);
    if (flow) found.push({ id: flow[1] ?? "", fields: new Map(parts_of(flow[2] ?? "")) });
    else if (head) found.push({ id: head[1] ?? "", fields: new Map() });
    else if (inner) found[found.length - 1]?.fields.set(inner[1] ?? "", inner[2] ?? "");
  }
  return found.map((each) => promised(each.id, each.fields));
}

/** The same text with its next number, to begin an amendment. */
export function as_next(document: string, number: number): string {
  const line = `version: ${number}`;
  return /^version:.*$/m.test(document) ? document.replace(/^version:.*$/m, line) : document.replace(/^(id:.*)$/m, `$1\n${line}`);
}
