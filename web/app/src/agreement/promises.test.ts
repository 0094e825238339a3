// @vitest-environment jsdom
import { describe, expect, it } from "vitest";

import { as_next, parts_of, promises_of } from "./promises";

const text = `id: acme
title: ACME
targets:
  respond: {label: GTI, metric: response, for: {kind: incident}, within: 2h in office, required: 95 % per month, clause: "CCTP 7.1, 7.2"}
  up:
    metric: availability
    of: [Réseau]
    required: 99.5 % per month
charges:
  contract: 1.00
`;

describe("the text of an agreement", () => {
  it("names its targets, on one line or under their names", () => {
    expect(promises_of(text)).toEqual([
      { id: "respond", label: "GTI", metric: "response", within: "2h in office", required: "95 % per month", clause: "CCTP 7.1, 7.2", of: "kind: incident" },
      { id: "up", label: "", metric: "availability", within: "", required: "99.5 % per month", clause: "", of: "Réseau" },
    ]);
  });
  it("is not parted within brackets or quotes", () => expect(parts_of('a: [x, y], b: "c, d"')).toEqual([["a", "[x, y]"], ["b", "c, d"]]));
  it("begins an amendment with the next number", () => {
    expect(as_next(text, 2)).toContain("id: acme\nversion: 2\n");
    expect(as_next("id: a\nversion: 2\n", 3)).toBe("id: a\nversion: 3\n");
  });
});
