// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";

import { civil_day, clock, difference, length, money, month, number, percent, quoted } from "./format";
import { keep_language } from "./language";

describe("in French", () => {
  beforeEach(() => keep_language("fr"));
  it("numbers have a narrow blank by thousands and a comma", () => {
    expect(number(1234567.891, 2)).toBe("1\u202f234\u202f567,89");
    expect(percent(0.976)).toMatch(/^97,6[\u202f\u00a0]%$/);
    expect(difference(0.7)).toBe("+0,7");
    expect(difference(-0.7)).toBe("\u22120,7");
  });
  it("money shows cents only when there are some", () => {
    expect(money(373500, "EUR")).toMatch(/^3\u202f735\u00a0€$/);
    expect(money(373550, "EUR")).toMatch(/^3\u202f735,50\u00a0€$/);
    expect(money(1500, "JPY")).toContain("1\u202f500");
  });
  it("days and months are words", () => {
    expect(month("2026-11")).toBe("novembre 2026");
    expect(civil_day("2026-03-01")).toBe("1 mars 2026");
  });
  it("what somebody wrote stands within guillemets that do not part from it", () => expect(quoted("Réglé")).toBe("«\u00a0Réglé\u00a0»"));
});

describe("in English", () => {
  beforeEach(() => keep_language("en"));
  it("numbers have commas by thousands and a point", () => {
    expect(number(1234567.891, 2)).toBe("1,234,567.89");
    expect(percent(0.976)).toBe("97.6%");
  });
  it("what is left is hours, minutes and seconds; what is passed has a minus; a hundred hours are hours", () => {
    expect(clock(761)).toBe("00:12:41");
    expect(clock(-2465)).toBe("\u221200:41:05");
    expect(clock(99 * 3600 + 59)).toBe("99:00:59");
    expect(clock(-2546 * 3600)).toBe("\u22122,546\u00a0h");
  });
  it("a length is cut, never rounded up", () => {
    expect(length(59)).toBe("59\u00a0s");
    expect(length(3599)).toBe("59\u00a0min");
    expect(length(6360)).toBe("1\u00a0h\u00a046");
    expect(length(2 * 86400 + 80000)).toBe("2\u00a0d");
  });
});
