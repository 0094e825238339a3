import { describe, expect, it } from "vitest";

import { calendar_of, folded, instant_of } from "./calendar_file";
import type { Maintenance } from "./readings";

const work: Maintenance = {
  reference: "MNT-7", version: 2, item: "Réseau", title: "Commutateur; étage 2, aile B\nAccès coupé", starts_at: "2026-11-28T20:00:00Z", ends_at: "2026-11-28T23:30:00.5Z", withdrawn: false,
};
const told = { name: "Maintenance", every: "All services", host: "vigie.example", at: "2026-11-22T20:00:00Z" };

describe("the calendar file", () => {
  it("writes instants in UTC without fractions", () => {
    expect(instant_of("2026-11-28T23:30:00.5Z")).toBe("20261128T233000Z");
  });

  it("cuts no line past 75 octets and no character in two", () => {
    const line = `SUMMARY:${"é".repeat(80)}`;
    const lines = folded(line).split("\r\n");
    expect(lines.length).toBeGreaterThan(1);
    for (const each of lines) expect(new TextEncoder().encode(each).length).toBeLessThanOrEqual(75);
    expect(lines.map((each, place) => (place === 0 ? each : each.slice(1))).join("")).toBe(line);
  });

  it("escapes what has a meaning within a text", () => {
    const plain = calendar_of([work], told).replace(/\r\n /g, "");
    expect(plain).toContain("SUMMARY:Réseau – Commutateur\\; étage 2\\, aile B\\nAccès coupé\r\n");
  });

  it("keeps the identity of a work, raises its sequence, and says when it was withdrawn", () => {
    const text = calendar_of([{ ...work, withdrawn: true }], told);
    expect(text).toContain("UID:MNT-7@vigie.example\r\n");
    expect(text).toContain("SEQUENCE:1\r\n");
    expect(text).toContain("STATUS:CANCELLED\r\n");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });
});
