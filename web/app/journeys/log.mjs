// A log of incidents as tools export them: one row an update, stamps without a zone, words of the tool.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The log of a real company, where it lies beside the project; it is never a part of it. */
const real = join(import.meta.dirname, "../../../../shared/data/uci-incident-log/incident_event_log.csv.zst");
const columns = ["number", "incident_state", "opened_at", "sys_updated_at", "category", "location", "priority", "assignment_group", "resolved_at", "closed_at"];
const words = ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"];

const stamp = (minutes) => {
  const at = new Date(Date.UTC(2026, 1, 2, 8) + minutes * 60_000);
  return `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${at.getUTCFullYear()} ${String(at.getUTCHours()).padStart(2, "0")}:${String(at.getUTCMinutes()).padStart(2, "0")}`;
};

/** `incidents` of them, each with four rows: opened, waited, went on, was resolved, later and later. */
function made(incidents) {
  const rows = [columns.join(",")];
  for (let number = 1; number <= incidents; ++number) {
    const opened = number * 7, resolved = opened + 60 + (number % 97) * 45;
    const about = [`Category ${number % 12}`, `Location ${number % 9}`, words[number % 4], `Group ${number % 5}`, stamp(resolved), stamp(resolved + 2_880)];
    const row = (state, at) => rows.push([`INC${String(number).padStart(7, "0")}`, state, stamp(opened), stamp(at), ...about].join(","));
    row("New", opened);
    row("Awaiting User Info", opened + 20);
    row("Active", opened + 40);
    row("Resolved", resolved);
    row("Closed", resolved + 2_880);
  }
  return `${rows.join("\n")}\n`;
}

/** A file of such a log, its number of incidents, and how to drop it. */
export function incident_log() {
  const folder = mkdtempSync(join(tmpdir(), "vigie-log-"));
  const file = join(folder, "incident_event_log.csv");
  const drop = () => rmSync(folder, { recursive: true, force: true });
  if (!existsSync(real)) {
    writeFileSync(file, made(2_000));
    return { file, incidents: 2_000, first: "2026-01-01", drop };
  }
  execFileSync("zstd", ["-q", "-d", real, "-o", file]);
  return { file, incidents: 24_918, first: "2016-01-01", drop };
}
