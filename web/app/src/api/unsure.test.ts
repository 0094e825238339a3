import { describe, expect, it } from "vitest";

import { answered, key_for } from "./unsure";

describe("a write that is sent again", () => {
  it("has the key of the first when no answer came, or the server failed", () => {
    for (const status of [0, 429, 500, 503]) {
      const what = `POST /api/tickets ${status}`;
      const first = key_for(what, "a");
      answered(what, status);
      expect([first, key_for(what, "b")]).toEqual(["a", "a"]);
    }
  });

  it("has a key of its own once the first was answered, granted or refused", () => {
    for (const status of [201, 409, 422]) {
      const what = `POST /api/tickets ${status}`;
      key_for(what, "a");
      answered(what, status);
      expect(key_for(what, "b")).toBe("b");
    }
  });

  it("has a key of its own when it says something else", () => {
    key_for("POST /api/tickets one", "a");
    expect(key_for("POST /api/tickets two", "b")).toBe("b");
  });
});
