// Works as a file that calendars read (RFC 5545): made here, nothing leaves the page.
import type { Maintenance } from "./readings";

/** RFC 5545, 3.3.11: these have a meaning within a text. */
const escaped = (text: string): string => text.replace(/\\/g, "\\\\").replace(/;/g, "\\;").replace(/,/g, "\\,").replace(/\r?\n/g, "\\n");

/** 3.1: a line has at most 75 octets; it goes on after a blank, and no character is cut. */
export function folded(line: string): string {
  const octets = new TextEncoder();
  const lines: string[] = [];
  let current = "";
  let size = 0;
  for (const character of line) {
    const more = octets.encode(character).length;
    if (size + more > 75) {
      lines.push(current);
      current = " ";
      size = 1;
    }
    current += character;
    size += more;
  }
  return [...lines, current].join("\r\n");
}

/** 3.3.5, form 2: an instant in UTC, without fractions. */
export const instant_of = (at: string): string => new Date(at).toISOString().replace(/[-:]/g, "").replace(/\.\d+Z$/, "Z");

/** `host` makes the identities the same each time, so that a second import changes and does not add. */
export function calendar_of(works: readonly Maintenance[], told: { name: string; every: string; host: string; at: string }): string {
  const events = works.flatMap((work) => [
    "BEGIN:VEVENT",
    `UID:${work.reference}@${told.host}`,
    `DTSTAMP:${instant_of(told.at)}`,
    `DTSTART:${instant_of(work.starts_at)}`,
    `DTEND:${instant_of(work.ends_at)}`,
    `SEQUENCE:${Math.max(0, work.version - 1)}`,
    `SUMMARY:${escaped(`${work.item || told.every} – ${work.title}`)}`,
    `STATUS:${work.withdrawn ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vigie//Vigie//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escaped(told.name)}`, ...events, "END:VCALENDAR"];
  return lines.map(folded).join("\r\n") + "\r\n";
}

/** Gives the reader a file to keep. */
export function keep_file(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
